import type { Code } from './rejection.ts'

/** Limits on a message from outside, checked before it is parsed. */
export const limits = {
  depth: 16,
  keys: 2000,
  array: 5000,
  text: 8192,
  /** Bytes of one socket message. */
  message: 65_536,
} as const

const reserved = new Set(['__proto__', 'constructor', 'prototype'])

/** The code to reject a value with before it is read, or null. Does not recurse, so a deeply nested value cannot overflow the stack. */
export function outOfBounds(value: unknown): Code | null {
  const waiting: [unknown, number][] = [[value, 0]]
  let keys = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [item, depth] = next
    if (typeof item === 'string' && item.length > limits.text) return 'too_large'
    if (typeof item !== 'object' || item === null) continue
    if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) return 'invalid'
    if (depth >= limits.depth || (Array.isArray(item) && item.length > limits.array)) return 'too_large'
    for (const key of Object.keys(item)) {
      if (reserved.has(key)) return 'invalid'
      if (!Array.isArray(item) && ++keys > limits.keys) return 'too_large'
      waiting.push([(item as Record<string, unknown>)[key], depth + 1])
    }
  }
  return null
}
