import process from 'node:process'

/** Whether the rows run at their smallest size, as in `npm test`, only to see that they still work. The figures then mean nothing. */
const tiny = process.env.BENCH_TINY === '1'

export const sized = (full: number, small: number): number => tiny ? small : full
