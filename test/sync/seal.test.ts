import { beforeAll, expect, it } from 'vitest'
import { noSeal, sealWith } from '../../client/sync/seal.ts'

const make = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
let seal: ReturnType<typeof sealWith>
beforeAll(async () => seal = sealWith(await make()))

const photo = { id: 'p1', issue: 'i1', at: 5, blob: new Blob(['the bytes'], { type: 'image/jpeg' }) }

it('[D11] [F84] a value comes out as it went in, with its photo', async () => {
  const { blob, ...rest } = await seal.open<typeof photo>(await seal.close(photo))
  expect(rest).toEqual({ id: 'p1', issue: 'i1', at: 5 })
  expect([blob.type, await blob.text()]).toEqual(['image/jpeg', 'the bytes'])
  const pending = { command: { id: 'c', name: 'announce', args: { text: '封控 "x"', list: [1, null] } }, at: 7 }
  expect(await seal.open(await seal.close(pending))).toEqual(pending)
})

it('[D11] the same value is another text each time, and neither shows it', async () => {
  const boxes = await Promise.all([seal.close({ text: 'canary' }), seal.close({ text: 'canary' })])
  const texts = boxes.map(box => 'sealed' in box ? new TextDecoder('latin1').decode(box.sealed) : 'canary')
  expect(texts[0]).not.toBe(texts[1])
  expect(texts.join()).not.toContain('canary')
})

it('[D11] a damaged box and one of another key do not open', async () => {
  const box = await seal.close({ text: 'x' })
  if (!('sealed' in box)) throw new Error('not sealed')
  await expect(sealWith(await make()).open(box)).rejects.toThrow()
  await expect(noSeal.open(box)).rejects.toThrow('sealed')
  const sealed = box.sealed.slice(0)
  new Uint8Array(sealed)[3]! ^= 1
  await expect(seal.open({ ...box, sealed })).rejects.toThrow()
})

it('[D11] a device that can seal opens what it kept when it could not', async () => {
  expect(await seal.open(await noSeal.close({ text: 'x' }))).toEqual({ text: 'x' })
})
