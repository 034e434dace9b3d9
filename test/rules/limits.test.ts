import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { parseOutside } from '../../server/core/guard.ts'
import { limits, outOfBounds } from '../../shared/core/limits.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { crossesItself, inside } from '../../shared/core/ring.ts'

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { a: value }
  return value
}

it('[L1] depth, width and length are bounded, and no depth hurts', () => {
  expect(outOfBounds(nested(limits.depth))).toBe(null)
  expect(outOfBounds(nested(limits.depth + 1))).toBe('too_large')
  expect(outOfBounds(nested(500_000))).toBe('too_large')
  expect(outOfBounds('x'.repeat(limits.text))).toBe(null)
  expect(outOfBounds({ a: ['x'.repeat(limits.text + 1)] })).toBe('too_large')
  expect(outOfBounds(Array.from({ length: limits.array }, () => 1))).toBe(null)
  expect(outOfBounds(Array.from({ length: limits.array + 1 }, () => 1))).toBe('too_large')
  expect(outOfBounds(Object.fromEntries(Array.from({ length: limits.keys }, (_, i) => [i, 1])))).toBe(null)
  expect(outOfBounds({ a: Object.fromEntries(Array.from({ length: limits.keys }, (_, i) => [i, 1])) })).toBe('too_large')
})

it.each(['__proto__', 'constructor', 'prototype'])('[L1] the key %s is refused at any depth', (key) => {
  const sneaky = JSON.parse(`{"a":[{"b":{"${key}":{"role":"admin"}}}]}`) as unknown
  expect(outOfBounds(sneaky)).toBe('invalid')
  expect(() => parseOutside(v.unknown(), sneaky)).toThrow(new Rejection('invalid'))
})

it('[L1] bytes are refused wherever they are', () => {
  for (const bytes of [Buffer.from('x'), new Uint8Array(3), new ArrayBuffer(3), new DataView(new ArrayBuffer(3))]) {
    expect(outOfBounds(bytes)).toBe('invalid')
    expect(outOfBounds({ a: [bytes] })).toBe('invalid')
  }
})

it('[L1] a message of more bytes than a line takes is refused by every door', () => {
  const wide = Array.from({ length: 9 }, () => '字'.repeat(limits.text / 2))
  expect(outOfBounds(wide)).toBe(null)
  expect(() => parseOutside(v.unknown(), wide)).toThrow(new Rejection('too_large'))
})

it('[Z1] a ring crosses itself or not, wherever it begins and whichever way it turns', () => {
  const bow: [number, number][] = [[0, 0], [2, 2], [2, 0], [0, 2]]
  const star: [number, number][] = [[0, 3], [2, -3], [-3, 1], [3, 1], [-2, -3]]
  const comb: [number, number][] = [[0, 0], [4, 0], [4, 3], [3, 1], [2, 3], [1, 1], [0, 3]]
  for (const [ring, crossed] of [[bow, true], [star, true], [comb, false]] as const) {
    for (let i = 0; i < ring.length; i++) {
      const turned = [...ring.slice(i), ...ring.slice(0, i)]
      expect(crossesItself(turned)).toBe(crossed)
      expect(crossesItself(turned.reverse())).toBe(crossed)
    }
  }
  expect(inside([3, 0.5], comb)).toBe(true)
  expect(inside([3, 2.5], comb)).toBe(false)
})
