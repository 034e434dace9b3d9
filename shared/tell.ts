import type { Draft } from './board.ts'
import type { Context } from './command.ts'
import type { Shift } from './records.ts'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { clip } from './text.ts'

/** Rules by which somebody is told about a shift. */
export const dutyNotices = ['promoted', 'placeGiven', 'takenOff', 'overridden', 'swapOffered', 'swapTaken', 'swapDeclined', 'calledOut', 'crewPlaced'] as const
export type DutyNotice = (typeof dutyNotices)[number]

interface News { readonly rule: DutyNotice, readonly shift: Shift, readonly person?: string, readonly role?: string, readonly about?: string, /** Made once for this, however often it is asked for. */ readonly once?: boolean }

/** A notice to one person, or to a role, written with the act that it tells of. */
export function tell(draft: Draft, { now }: Context, { rule, shift, person, role, about = '', once = false }: News): void {
  const id = `${rule}-${bytesToHex(sha256([rule, shift.id, person, role, once ? '' : now].join(' '))).slice(0, 24)}`
  if (draft.get('notice', id)) return
  draft.put('notice', {
    id,
    rule,
    issue: null,
    shift: shift.id,
    township: shift.township,
    to: { role: role ?? null, unit: null, township: null, person: person ?? null },
    about: clip(about || shift.title, 200),
    at: now,
    readBy: [],
  })
}
