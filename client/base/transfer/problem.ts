export const problems = ['too_large', 'bomb', 'damaged', 'empty', 'too_many_rows', 'not_a_list', 'too_slow'] as const
export type ProblemCode = (typeof problems)[number]

/** Why a whole file cannot be taken. */
export class Problem extends Error {
  constructor(readonly code: ProblemCode) {
    super(code)
  }
}

/** What is wrong with a row of a list of places. */
export const faults = ['no_name', 'long_name', 'unknown_kind', 'unknown_township', 'bad_position', 'far_away', 'twice'] as const
export type Fault = (typeof faults)[number]
