import type { Bulletin } from '../records.ts'

/** A day's figures are settled at its cut-off (epoch ms): nothing that comes later changes them. */
export const bulletinSettledAt = ({ until }: Bulletin): number => until
