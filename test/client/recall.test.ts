import type { IncidentSummary } from '../../shared/core/protocol.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { linkState } from '../../client/core/board.ts'
import { remembered } from '../../client/core/kept.ts'
import { recall } from '../../client/core/recall.ts'
import { county, me } from '../../client/core/session.ts'
import { closed } from '../../client/core/sign-out.ts'
import { county as shore } from '../support/county.ts'
import { who } from '../support/given.ts'
// A page that leaves loads it, which on a busy machine takes longer than the test.
import '../../client/sync/vault.ts'

const ann = { ...who.coordinator, name: 'Ann' }
const place = { county: shore, tiles: [] }
const listed = (...ids: string[]) => ids.map(id => ({ id }) as IncidentSummary)
/** What the server answers, by path. A function waits for the test. */
let answers: Record<string, unknown>
let asked: string[]

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  me.value = null
  county.value = null
  linkState.value = 'live'
  asked = []
  answers = { '/api/session': ann, '/api/county': place, '/api/incidents': listed('first') }
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    const answer = answers[path]
    const body = typeof answer === 'function' ? await answer() : answer
    return Response.json(body, { status: 'code' in body ? 401 : 200 })
  })
})
afterEach(() => {
  me.value = null
  county.value = null
  linkState.value = 'offline'
  closed.value = false
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Lets all that is ready run. */
async function turns(many: number): Promise<void> {
  for (let i = 0; i < many; i++) await new Promise(done => setTimeout(done))
}
const keep = (last: object) => localStorage.setItem(remembered, JSON.stringify(last))
const last = () => JSON.parse(localStorage.getItem(remembered) ?? 'null') as { person: { id: string }, place: { tiles: unknown[] }, listed: { id: string }[] } | null

it('[LD7] a device that was here before knows its last person before any answer', async () => {
  keep({ person: ann, place, listed: listed('first') })
  answers = { '/api/session': () => new Promise(() => {}) }
  await recall()
  expect(me.value).toEqual(ann)
  expect(county.value).toEqual(shore)
})

it('[LD7] a first visit, and a visit to an incident that was not listed last time, wait for the server', async () => {
  for (const kept of [null, { person: { ...ann, name: 'Old' }, place, listed: listed('other') }]) {
    if (kept) keep(kept)
    await recall()
    expect(me.value?.name).toBe('Ann')
    expect(asked).toContain('/api/incidents')
    asked = []
  }
})

it('[LD7] [AC8] another person, other rights, or the end of the session close the page, and the last person is forgotten', async () => {
  // A database that is still being opened keeps the page from being replaced.
  vi.stubGlobal('IDBRequest', class extends EventTarget {})
  vi.stubGlobal('indexedDB', { open: () => new IDBRequest() })
  for (const now of [{ ...ann, id: 'ben' }, { ...ann, role: 'viewer' }, { ok: false, code: 'signed_out' }]) {
    keep({ person: ann, place, listed: listed('first') })
    answers['/api/session'] = now
    await recall()
    await expect.poll(() => closed.value).toBe(true)
    expect(last()).toBeNull()
    closed.value = false
  }
})

it('[LD7] the same person with the same rights stays, with their new name', async () => {
  keep({ person: { ...ann, name: 'A.' }, place, listed: listed('first') })
  await recall()
  await expect.poll(() => me.value?.name).toBe('Ann')
  expect(closed.value).toBe(false)
})

it('[LD7] once live, the list of incidents is kept for the next visit, and a page made from another county is loaded again', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  keep({ person: ann, place, listed: listed('first') })
  answers['/api/incidents'] = listed('first', 'b')
  await recall()
  await expect.poll(() => last()?.listed.length).toBe(2)
  expect(reload).not.toHaveBeenCalled()
  answers['/api/county'] = { county: shore, tiles: [{ name: 'new' }] }
  await recall()
  await expect.poll(() => reload.mock.calls.length).toBe(1)
  expect(last()?.place.tiles).toHaveLength(1)
})

it('[LD7] [AC8] a person who signs out while the county is being compared is not remembered again', async () => {
  keep({ person: ann, place, listed: listed('first') })
  let answer = (_: unknown) => {}
  answers['/api/county'] = () => new Promise(done => answer = done)
  await recall()
  await expect.poll(() => asked).toContain('/api/county')
  localStorage.removeItem(remembered)
  answer(place)
  await turns(3)
  expect(last()).toBeNull()
})
