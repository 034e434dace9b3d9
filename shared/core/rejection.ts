/** Every "no" the board can say. Each has a sentence in both languages in `client/core/codes.ts`. */
export const codes = [
  'invalid',
  'unknown_command',
  'too_large',
  'forbidden',
  'outside_area',
  'not_found',
  'exists',
  'conflict',
  'illegal_step',
  'needs_unit',
  'needs_reason',
  'needs_date',
  'needs_approver',
  'needs_proof',
  'recheck_by_another',
  'returns_unread',
  'needs_after_photo',
  'not_signed',
  'shift_full',
  'offer_over',
  'shift_clash',
  'already_claimed',
  'not_claimed',
  'over',
  'closed',
  'too_soon',
  'too_many_hours',
  'too_many_nights',
  'no_day_off',
  'not_approved',
  'not_trained',
  'has_room',
  'stale_code',
  'far_from_post',
  'not_relief',
  'already_asked',
  'not_asked',
  'crew_full',
  'ends_before_start',
  'already_met',
  'more_than_needed',
  'not_in_stock',
  'stock_moved',
  'already_judged',
  'not_overdue',
  'illegal_delivery',
  'retired',
  'lifted',
  'conditions_unmet',
  'no_split',
  'not_touching',
  'other_level',
  'crossed_ring',
  'flat_ring',
  'outside_county',
  'too_far',
  'no_position',
  'wrong_code',
  'old_poster',
  'not_on_site',
  'already_signed',
  'bulletin_signed',
  'bulletin_read',
  'not_clean',
  'items_open',
  'newer_version',
  'too_many_tables',
  'other_team',
  'last_admin',
  'already_planned',
  'already_told',
  'unreadable_list',
  'not_docx',
  'zip_bomb',
  'unknown_tag',
  'open_loop',
  'broken_tag',
  'too_many_photos',
  'not_the_photo',
  'too_many_opened',
  'exports_used_up',
  'vault_closed',
  'help_full',
  'slow_down',
  'signed_out',
  'busy',
  'storage_low',
  'storage_full',
  'round_open',
  'round_closed',
  'not_in_round',
  'has_figures',
  'lower_figure',
  'more_than_sampled',
  'tube_settled',
  'real_clock',
  'clock_forward',
  'internal',
] as const
export type Code = (typeof codes)[number]

/** Both values of a field that two people changed. */
export interface Clash { field: string, mine: unknown, theirs: unknown }

/** An expected "no". Anything else that is thrown is a bug. */
export class Rejection extends Error {
  /** `retryAfter` is in ms: how long to wait after `slow_down`. */
  constructor(readonly code: Code, readonly detail?: string, readonly clashes?: readonly Clash[], readonly retryAfter?: number) {
    const { stackTraceLimit } = Error
    // A refusal needs no stack trace, and making one costs more than most rules.
    Error.stackTraceLimit = 0
    super(code)
    Error.stackTraceLimit = stackTraceLimit
  }
}

export function reject(code: Code, detail?: string, clashes?: readonly Clash[]): never {
  throw new Rejection(code, detail, clashes)
}

/** The answer of a rule that is asked before anybody acts: why it would refuse. */
export interface Refused { readonly code: Code, readonly detail?: string }
