import type { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '../../shared/core/actor.ts'
import type { Refusal } from '../../shared/core/protocol.ts'
import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { limits, outOfBounds } from '../../shared/core/limits.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { NewId } from '../../shared/records.ts'
import { locked, noRoom } from './no-room.ts'

/** A command as it comes from outside. It never says who sends it. */
export const Envelope = v.strictObject({ id: NewId, name: v.pipe(v.string(), v.maxLength(40)), args: v.unknown() })

/** The answer to the sender for anything thrown. Bugs and a full disk are reported to `onBug`, and their details are hidden from the sender. */
export function refusal(error: unknown, onBug: (error: unknown) => void): Refusal {
  if (error instanceof Rejection) return { ok: false, code: error.code, detail: error.detail, clashes: error.clashes, retryAfter: error.retryAfter }
  if (locked(error)) return { ok: false, code: 'busy', retryAfter: 1000 }
  onBug(error)
  return noRoom(error) ? { ok: false, code: 'storage_full', retryAfter: 5000 } : { ok: false, code: 'internal' }
}

/** Parses a value from outside. Rejects with `too_large` or `invalid` before anything else reads it. */
export function parseOutside<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const bound = outOfBounds(value)
  if (bound) throw new Rejection(bound)
  if (Buffer.byteLength(JSON.stringify(value) ?? '') > limits.message) throw new Rejection('too_large')
  const parsed = v.safeParse(schema, value)
  if (!parsed.success) throw new Rejection('invalid', `${v.getDotPath(parsed.issues[0]) ?? 'message'}: ${parsed.issues[0].message}`)
  return parsed.output
}

/** The answer to everybody while the server ends. It is back within seconds. */
export const closing: Refusal = { ok: false, code: 'busy', retryAfter: 2000 }

/** Takes `cost` points from the person's allowance, or refuses with `slow_down` and the time to wait (ms). */
export async function allowance(limiter: RateLimiterMemory, { id }: Pick<Actor, 'id'>, cost = 1): Promise<Refusal | null> {
  try {
    await limiter.consume(id, cost)
    return null
  } catch (spent) {
    return { ok: false, code: 'slow_down', retryAfter: Math.max(200, (spent as RateLimiterRes).msBeforeNext) }
  }
}

/** Takes one point. Rejects with `slow_down`. */
export async function paced(limiter: RateLimiterMemory, id: string): Promise<void> {
  const no = await allowance(limiter, { id })
  if (no) throw new Rejection(no.code, undefined, undefined, no.retryAfter)
}
