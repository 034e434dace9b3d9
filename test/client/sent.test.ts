import { beforeEach, expect, it } from 'vitest'
import { linkState, waiting } from '../../client/core/board.ts'
import { sent } from '../../client/core/sent.ts'

beforeEach(() => {
  linkState.value = 'live'
  waiting.value = 0
})

it('[LD6] a request that depends on commands waits until the server has answered them', async () => {
  await sent()
  waiting.value = 2
  let done = false
  const later = sent().then(() => done = true)
  waiting.value = 1
  linkState.value = 'catching'
  await Promise.resolve()
  expect(done).toBe(false)
  waiting.value = 0
  await later
})

it('[LD6] it fails like a request without a network if the commands cannot be sent, and at once when the page goes offline', async () => {
  waiting.value = 1
  await expect(sent(1)).rejects.toThrow(TypeError)
  const cut = sent()
  linkState.value = 'offline'
  await expect(cut).rejects.toThrow(TypeError)
  await expect(sent()).rejects.toThrow(TypeError)
})
