export const problems = ['too_large', 'bomb', 'damaged', 'old_excel', 'empty', 'too_many_rows', 'not_a_list', 'too_slow', 'stopped', 'not_opened', 'not_readable'] as const
export type ProblemCode = (typeof problems)[number]

/** Why a whole file cannot be read. */
export class Problem extends Error {
  constructor(readonly code: ProblemCode) {
    super(code)
  }
}
