import type { Role } from '../core/actor.ts'
import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Reopening, ReopeningStep } from '../records.ts'
import { reject } from '../core/rejection.ts'

/** The steps by which a place comes back, and who may take which: decided here, once. */

export const stewards = ['coordinator', 'officer', 'unit', 'admin'] as const
const watchers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const
const applicants = ['coordinator', 'officer', 'unit', 'contact', 'admin'] as const
const approvers = ['coordinator', 'admin'] as const

interface Way { readonly from: readonly ReopeningStep[], readonly roles: readonly Role[] }

/** From where each step is reached, and by whom. The contact files and reopens; township, department and teams check on site; headquarters approves. */
export const ways = {
  halted: { from: ['running'], roles: watchers },
  filed: { from: ['halted', 'relapsed'], roles: applicants },
  checked: { from: ['filed'], roles: watchers },
  approved: { from: ['checked'], roles: approvers },
  refused: { from: ['filed', 'checked'], roles: watchers },
  reopened: { from: ['approved'], roles: applicants },
  relapsed: { from: ['reopened'], roles: watchers },
} as const satisfies Readonly<Record<string, Way>>

export type Taken = keyof typeof ways

/** An application that was checked on site is refused by headquarters only. */
export const mayRefuse = ({ step }: Pick<Reopening, 'step'>, role: Role): boolean => (step === 'checked' ? approvers as readonly Role[] : ways.refused.roles).includes(role)

export const statuses = ['running', 'waiting', 'halted'] as const
export type Status = (typeof statuses)[number]

/** A place runs, waits for the next step of its application, or is halted. */
export function statusOf({ step }: Pick<Reopening, 'step'>): Status {
  if (step === 'running' || step === 'reopened') return 'running'
  return step === 'halted' || step === 'relapsed' ? 'halted' : 'waiting'
}

const mostSteps = 40

/** The record after a step. A refusal leads back to `halted`. Rejects with `illegal_step` from another step than the table says. */
export function taken(draft: Draft, place: string, step: Taken, note: string, { actor, now }: Context): Reopening {
  const before = draft.need('reopening', place)
  if (!(ways[step].from as readonly string[]).includes(before.step)) reject('illegal_step')
  return { ...before, step: step === 'refused' ? 'halted' : step, since: now, steps: [...before.steps, { step, by: actor.id, at: now, note }].slice(-mostSteps) }
}
