import type { IncidentSummary } from '../../shared/core/protocol.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** The part of a browser's storage that the page uses. */
function storage(kept: Record<string, string> = {}) {
  return { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value) }
}
const listed = (...ids: string[]) => ids.map(id => ({ id }) as IncidentSummary)

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())
async function page(tab: Record<string, string>, device: Record<string, string>) {
  vi.stubGlobal('sessionStorage', storage(tab))
  vi.stubGlobal('localStorage', storage(device))
  return import('../../client/core/incident.ts')
}

it('[F01] a tab stays on its own incident; a new one begins where this device was last', async () => {
  expect((await page({}, {})).incident.value).toBe('first')
  vi.resetModules()
  expect((await page({}, { 'yixian:incident': 'b' })).within('/board')).toBe('/api/i/b/board')
  vi.resetModules()
  expect((await page({ 'yixian:incident': 'a' }, { 'yixian:incident': 'b' })).within('/board')).toBe('/api/i/a/board')
})

it('[F01] [F62] a link that names its incident opens that one, and the tab stays there', async () => {
  vi.stubGlobal('location', { search: '?i=c&sel=shift/s1' })
  const tab = { 'yixian:incident': 'a' }
  expect((await page(tab, {})).incident.value).toBe('c')
  expect(tab['yixian:incident']).toBe('c')
  vi.resetModules()
  vi.stubGlobal('location', { search: '?i=../x' })
  expect((await page({ 'yixian:incident': 'a' }, {})).incident.value).toBe('a')
})

it('[F01] a tab whose incident no longer exists opens the first incident', async () => {
  const one = await page({ 'yixian:incident': 'b' }, {})
  one.takeList(listed('first', 'b'))
  expect(one.incident.value).toBe('b')
  one.takeList(listed('first'))
  expect(one.incident.value).toBe('first')
})

it('[F01] [E3] stores on the device are named by person and incident; the first incident keeps its old name', async () => {
  const { keptAs } = await page({ 'yixian:incident': 'b' }, {})
  expect([keptAs('p', 'first'), keptAs('p'), keptAs('p', 'c')]).toEqual(['p', 'p.b', 'p.c'])
  // No person's id has a dot in it: two pairs never share a name.
  expect(keptAs('p-b', 'first')).not.toBe(keptAs('p'))
})
