import * as v from 'valibot'

/** A photo is sent in parts of this many bytes: a cut line repeats at most one of them. */
export const partBytes = 128 * 1024

/** What the server says about a photo that is sent in parts: how many bytes of it are on its disk, and, once it is whole and readable, that it is kept. */
export const partReceipt = v.object({ ok: v.literal(true), id: v.string(), have: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), kept: v.boolean() })
export type PartReceipt = v.InferOutput<typeof partReceipt>
