import { webcrypto } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { dropDraft, keepDraft, openDrafts } from '../../client/core/draft-seal.ts'
import { draftText, draftTexts } from '../../client/core/draft-texts.ts'
import { sealWith } from '../../client/sync/seal.ts'

const prefix = 'yixian:draft:ann:'
let seal: ReturnType<typeof sealWith>
beforeEach(async () => {
  localStorage.clear()
  vi.stubGlobal('crypto', webcrypto)
  seal = sealWith(await webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) as CryptoKey)
})

it('[D11] a draft of an earlier version is sealed at opening and reads as before; a damaged one stays where it is', async () => {
  localStorage.setItem(`${prefix}report`, '{"title":"canary"}')
  localStorage.setItem(`${prefix}announce`, 'AAAA')
  await openDrafts(prefix, seal)
  expect(localStorage.getItem(`${prefix}report`)).not.toContain('canary')
  expect(draftText(`${prefix}report`)).toBe('{"title":"canary"}')
  expect([draftText(`${prefix}announce`), localStorage.getItem(`${prefix}announce`)]).toEqual([null, 'AAAA'])
  expect(draftTexts()).toContain('{"title":"canary"}')
})

it('[D11] of texts that follow quickly the last one stays, and a draft that was sent does not come back', async () => {
  const slow = { ...seal, close: async (value: object) => {
    const box = await seal.close(value)
    // The first text takes longest.
    for (let i = 0; i < ((value as { text: string }).text.includes('one') ? 20 : 0); i++) await Promise.resolve()
    return box
  } }
  await openDrafts(prefix, slow)
  const slot = `${prefix}report`
  await Promise.all([keepDraft(slot, '{"n":"one"}'), keepDraft(slot, '{"n":"two"}')])
  await openDrafts(prefix, seal)
  expect(draftText(slot)).toBe('{"n":"two"}')
  const late = keepDraft(slot, '{"n":"three"}')
  dropDraft(slot)
  await late
  expect([draftText(slot), localStorage.getItem(slot)]).toEqual([null, null])
})
