import process from 'node:process'

/** Whether the rows are only tried: at their smallest, as `npm test` does, so that none rots. The figures then mean nothing. */
const tiny = process.env.BENCH_TINY === '1'

export const sized = (full: number, small: number): number => tiny ? small : full
