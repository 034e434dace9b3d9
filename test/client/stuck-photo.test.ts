import type { Link } from '../../client/sync/link.ts'
import type { Vault, WaitingPhoto } from '../../client/sync/vault.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { linkState, open, ready, waiting } from '../../client/core/board.ts'
import { dispatch } from '../../client/core/dispatch.ts'
import { unsent } from '../../client/core/photos.ts'
import { me } from '../../client/core/session.ts'
import { addPhotos } from '../../client/core/take-photo.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'

const photo = (id: string): WaitingPhoto => ({ id, issue: 'i1', at: noon, blob: new Blob(['x'], { type: 'image/jpeg' }) })
/** The photos that were asked to be taken, in order. */
let asked: string[]
/** What the network does with a photo. */
let answer: (id: string) => Promise<Response>
let flushed: number

beforeEach(() => {
  const disk = shelf()
  const kept = new Map<string, WaitingPhoto>()
  asked = []
  flushed = 0
  const vault = { ...disk, photos: async () => [...kept.values()], holdsPhoto: async (id: string) => kept.has(id), keepPhoto: async (one: WaitingPhoto) => void kept.set(one.id, one), dropPhoto: async (id: string) => void kept.delete(id) }
  const replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 5, records: { issue: [make('issue', { id: 'i1', photos: ['stuck', 'b', 'c'] })] } })
  open({ replica, vault: vault as unknown as Vault, line: { flush: () => flushed++ } as unknown as Link })
  me.value = { ...who.coordinator, name: 'Ann' }
  ready.value = true
  linkState.value = 'live'
  unsent.value = []
  waiting.value = 0
  vi.stubGlobal('fetch', (path: string) => {
    const id = path.split('/').at(-2) ?? ''
    asked.push(id)
    return answer(id)
  })
})
afterEach(() => {
  linkState.value = 'offline'
  ready.value = false
  me.value = null
  vi.unstubAllGlobals()
})

it('[F84] [L13] the parts of a photo wait until the texts are sent, and go on then', async () => {
  waiting.value = 2
  const parts: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit) => {
    parts.push(`${method} ${path.split('/').at(-1)}`)
    return Response.json({ ok: true, id: 'c', have: method === 'GET' ? 0 : 1, kept: method !== 'GET' })
  })
  await addPhotos([photo('c')])
  await vi.waitFor(() => expect(parts).toEqual(['GET parts']), { timeout: 10_000 })
  await new Promise(done => setTimeout(done))
  expect(parts).toEqual(['GET parts'])
  waiting.value = 0
  await vi.waitFor(() => expect(unsent.value).toEqual([]))
  expect(parts).toEqual(['GET parts', 'PUT parts?from=0&of=1'])
})

it('[PE5] [F25] a photo waits on the device until its record names it, also if the record is there: until then it may be covered', async () => {
  answer = id => Promise.resolve(Response.json({ ok: true, id, have: 1, kept: true }))
  await addPhotos([photo('open form'), photo('b')])
  await vi.waitFor(() => expect(unsent.value.map(one => one.id)).toEqual(['open form']))
  expect(asked).toEqual(['b'])
})

it('[L13] on a quick line several photos are on their way at once, each once', async () => {
  const going = new Map<string, () => void>()
  answer = id => id === 'stuck'
    ? Promise.resolve(Response.json({ ok: true, id, have: asked.filter(one => one === id).length - 1, kept: asked.filter(one => one === id).length > 1 }))
    : new Promise(done => going.set(id, () => done(Response.json({ ok: true, id, have: 1, kept: true }))))
  await addPhotos([photo('stuck'), photo('b'), photo('c')])
  await vi.waitFor(() => expect([...going.keys()]).toEqual(['b', 'c']), { timeout: 10_000 })
  for (const go of going.values()) go()
  await vi.waitFor(() => expect(unsent.value).toEqual([]))
  expect(asked).toEqual(['stuck', 'stuck', 'b', 'c'])
})

it('[F84] [D9] a stuck photo holds up no text, and one that does not get through goes behind the others', async () => {
  let fail = () => {}
  answer = id => id === 'stuck'
    ? new Promise((_done, failed) => fail = () => failed(new TypeError('cut')))
    : Promise.resolve(Response.json({ ok: true, id, have: 1, kept: true }))
  await addPhotos([photo('stuck'), photo('b')])
  await vi.waitFor(() => expect(asked).toEqual(['stuck']))
  expect(await dispatch('announce', { announcement: 'n1', text: '照片还没传完' })).toBeNull()
  expect(flushed).toBe(1)
  fail()
  await vi.waitFor(() => expect(unsent.value.map(one => one.id)).toEqual(['stuck']), { timeout: 10_000 })
  expect(asked.slice(0, 2)).toEqual(['stuck', 'b'])
})
