import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Crew, Shift } from '../records.ts'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { clip } from '../core/text.ts'

/** The rules of notices about a shift or a team of volunteers. `promoted` is only in older records, from when a place was given without asking. */
export type DutyNotice = 'promoted' | 'offered' | 'offerOver' | 'placeGiven' | 'takenOff' | 'overridden' | 'swapOffered' | 'swapTaken' | 'swapDeclined' | 'calledOut' | 'crewPlaced' | 'crewReleased' | 'crewAsked' | 'crewAccepted' | 'crewDeclined'

interface About { readonly rule: DutyNotice, readonly person?: string, readonly role?: string, readonly about?: string, /** True if the person gets this notice about this shift only once, whatever happens later. */ readonly once?: boolean }
type News = About & ({ readonly shift: Shift, readonly crew?: undefined } | { readonly crew: Crew, readonly shift?: undefined })

/** Writes a notice to one person or to a role, in the same commit as the act. */
export function sendNotice(draft: Draft, { now }: Context, { rule, shift, crew, person, role, about = '', once = false }: News): void {
  const id = `${rule}-${bytesToHex(sha256([rule, (shift ?? crew).id, person, role, once ? '' : now].join(' '))).slice(0, 24)}`
  if (draft.get('notice', id)) return
  draft.put('notice', {
    id,
    rule,
    issue: null,
    shift: shift?.id ?? null,
    letter: null,
    place: null,
    plan: null,
    township: shift?.township ?? null,
    to: { role: role ?? null, unit: null, township: null, person: person ?? null, place: null, grid: null },
    about: clip(about || (shift?.title ?? crew?.name ?? ''), 200),
    at: now,
    readBy: [],
  })
}
