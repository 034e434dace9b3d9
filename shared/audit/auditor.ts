import type { Role } from '../core/actor.ts'
import type { AccountAct } from './entries.ts'

/** Who makes an auditor: decided here, once. It takes two administrators, so that none becomes one alone. */

/** Sets up an auditor's account, or takes away what keeps others out of it. */
export const setsUp: readonly AccountAct[] = ['add_auditor', 'reset_factor']
/** Lets somebody into it. */
export const letsIn: readonly AccountAct[] = ['link', 'set_login']

/** An auditor's account is one from its first day to its last: it comes from no other role and becomes no other. */
export const mayTurn = (from: Role, to: Role): boolean => from === to || (from !== 'auditor' && to !== 'auditor')
