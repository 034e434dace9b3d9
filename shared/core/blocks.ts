import * as v from 'valibot'
import { Id } from './fields.ts'

const Share = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))
const Side = v.pipe(Share, v.minValue(1))
/** A part of a photo that is covered, in thousandths of its width and height: left, top, width, height. */
export const BlockArgs = v.strictTuple([Share, Share, Side, Side])
export type Block = v.InferOutput<typeof BlockArgs>
/** The field of a record: what is covered of each of its photos. Parts are only added, because what was under them is gone. */
export const masks = v.optional(v.record(Id, v.array(BlockArgs)))
