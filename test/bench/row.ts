/** One measured promise: our figure, the opponent's in the same run, and whether the goal holds. */
export interface Row {
  readonly row: string
  readonly goal: string
  readonly figure: number
  readonly opponent: number | null
  readonly ratio: number | null
  readonly ok: boolean
  readonly unit: string
  readonly details?: string
}

export const round = (value: number): number => Number(value.toPrecision(4))
export const quantile = (values: readonly number[], q: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN
export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const say = (words: string) => console.error(words)
export const wait = (ms: number) => new Promise<void>(done => setTimeout(done, ms))
