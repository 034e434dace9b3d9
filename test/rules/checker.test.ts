import type { Asked } from '../fault/checker.ts'
import { expect, it } from 'vitest'
import { faults } from '../fault/checker.ts'

const ask = (person: string, sent: number, got: number, answer: Asked['answer'], name: Asked['name'] = 'claimShift'): Asked => ({ shift: 's', person, name, sent, got, answer })

it('[F62] the checker of racing claims accepts a correct history', () => {
  expect(faults([ask('a', 0, 5, 1), ask('b', 1, 3, 'shift_full'), ask('a', 6, 9, 2, 'releaseShift'), ask('b', 7, 8, 3), ask('a', 10, 11, 'shift_full'), ask('b', 10, 12, 'already_claimed')], 1)).toEqual([])
})

it('[F62] the checker finds a place granted twice, an order against time, and an answer that was never right', () => {
  expect(faults([ask('a', 0, 1, 1), ask('b', 2, 3, 2)], 1)).toHaveLength(1)
  expect(faults([ask('a', 5, 6, 1), ask('b', 0, 1, 2)], 2)).toHaveLength(1)
  expect(faults([ask('b', 0, 1, 'shift_full'), ask('a', 2, 3, 1)], 1)).toHaveLength(1)
  expect(faults([ask('a', 0, 1, 1), ask('a', 2, 3, 2, 'releaseShift'), ask('b', 4, 5, 'shift_full')], 1)).toHaveLength(1)
  expect(faults([ask('a', 0, 1, 1), ask('a', 2, 3, 2)], 2)).toHaveLength(1)
  expect(faults([ask('a', 0, 1, 'internal')], 2)).toHaveLength(1)
})
