import type { Code } from '../../shared/core/rejection.ts'

const statuses: Partial<Record<Code, number>> = {
  invalid: 400,
  signed_out: 401,
  forbidden: 403,
  outside_area: 403,
  sign_in_again: 403,
  not_found: 404,
  too_large: 413,
  slow_down: 429,
  too_many_opened: 429,
  exports_used_up: 429,
  help_full: 429,
  too_many_photos: 429,
  storage_low: 507,
  storage_full: 507,
  internal: 500,
  busy: 503,
}

/** The HTTP status of a refusal. A code without a status of its own is a 409: a rule of the board says no. */
export const statusOf = (code: Code): number => statuses[code] ?? 409
