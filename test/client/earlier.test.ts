import { afterEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { open, ready, tellAll } from '../../client/core/board.ts'
import { county as current, me } from '../../client/core/session.ts'
import LedgerLines from '../../client/supplies/LedgerLines.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'

afterEach(() => vi.unstubAllGlobals())

it('[SE7] a shelf shows the entries on the board, and older ones page by page from the server on request', async () => {
  const asked: string[] = []
  let line = false
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (!line) throw new TypeError('no line')
    const first = !path.includes('after')
    const rows = [make('move', { id: first ? 'm8' : 'm9', change: first ? 8 : 9, at: noon - 20 * 24 * hour })]
    return new Response(JSON.stringify({ rows, next: first ? '1~m8' : null }), { headers: { 'content-type': 'application/json' } })
  })
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  const replica = new Replica({ rules, actor: who.coordinator, facts })
  const load = (cleared: Record<string, number>) => {
    replica.load({ epoch: 'e', seq: replica.seq + 1, audience: 'staff', records: { incident: [make('incident', { cleared })], move: [make('move', { id: 'm7', change: 7, at: noon })] } })
    tellAll()
  }
  open({ replica, vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  load({})
  const root = document.createElement('div')
  const app = createApp(LedgerLines, { place: 'p1', supply: 'glove' })
  app.mount(root)
  const lines = () => [...root.querySelectorAll('td.n')].map(cell => cell.textContent?.trim())
  const more = () => root.querySelector<HTMLButtonElement>('.earlier button')
  expect([lines(), more()]).toEqual([['+7'], null])

  load({ move: noon - 4 * 24 * hour })
  await vi.waitFor(() => expect(more()).not.toBeNull(), 30_000)
  more()?.click()
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toMatch(/连不上服务器|cannot be reached/), 30_000)
  line = true
  more()?.click()
  await vi.waitFor(() => expect(lines()).toEqual(['+7', '+8']), 30_000)
  more()?.click()
  await vi.waitFor(() => expect(lines()).toEqual(['+7', '+8', '+9']), 30_000)
  await vi.waitFor(() => expect(more()).toBeNull(), 30_000)
  expect(asked.every(path => path.includes('kind=move&place=p1&supply=glove'))).toBe(true)
  app.unmount()
})
