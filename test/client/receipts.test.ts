import { expect, it } from 'vitest'
import { sentKept } from '../../client/core/kept.ts'
import { recallSent, sentWork } from '../../client/core/receipts.ts'

it.each(['{', 'null', '7', '{"id":1}'])('[D10] a damaged list of what arrived (%s) is empty, and keeps no board from opening', (kept) => {
  localStorage.setItem(`${sentKept}ann`, kept)
  recallSent('ann')
  expect(sentWork.value).toEqual([])
  localStorage.removeItem(`${sentKept}ann`)
})
