import * as v from 'valibot'
import { Id, Tally } from '../core/fields.ts'

/** The figures of one group in a grid: people, and those whose need is late, has risen to the township, and to headquarters. */
export const careTally = v.strictObject({ grid: Id, group: Id, count: Tally, late: Tally, risen: Tally, far: Tally })
export type CareTally = v.InferOutput<typeof careTally>
