import type { Health } from '../../shared/audit/health.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import { Replica } from '../../client/sync/replica.ts'
import AdminPage from '../../client/system/AdminPage.vue'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

let end = () => {}
afterEach(() => {
  end()
  vi.unstubAllGlobals()
})

const health: Health = { at: Date.now(), startedAt: Date.now(), version: '0.1.0', node: '20.19.0', sqlite: '3.50', records: 9, store: 'folder', several: false, room: 'low', free: 5e9, databases: 2e6, wal: 1e6, commits: 1234, dataAge: 5, sockets: 2, queue: 0, incidents: 2, aside: 1, sessions: 7, accounts: [{ role: 'admin', people: 2, never: 1, withoutFactor: 2 }], backups: { kept: 3, every: 60, byHand: true, making: false, failed: null, newest: [{ id: 'b', at: Date.now(), why: 'hand', bytes: 4_200_000 }] }, limits: { points: 240, seconds: 12, lines: 64, strangers: 20, upload: 1_200_000, sessionHours: 72, headquartersHours: 12, idleHours: 12, linkHours: 24 } }

it('[F90] [OP3] [AC17] the page of the server says its figures, what is wrong first, and has a backup made', async () => {
  await speak('en')
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: { method?: string } = {}) => {
    asked.push(`${method} ${path}`)
    if (path === '/api/system') return Response.json(health)
    if (path === '/api/system/doctor') return Response.json([{ level: 'fine', zh: '好', en: 'Good.' }, { level: 'wrong', zh: '坏', en: 'Free some space.' }])
    if (path === '/api/devices/all') return Response.json({ sessions: [{ id: 'd1', person: 'p1', called: 'Ben', role: 'volunteer', name: 'Chrome · Android', signedInAt: 0, way: 'code', endsAt: 0, seenAt: null, connected: true, mine: false }], next: null })
    return Response.json(path === '/api/system/verify' ? { running: null, failed: null, last: null } : { ok: true })
  })
  current.value = county
  me.value = { ...who.admin, name: 'Ada' }
  open({ replica: new Replica({ rules, actor: who.admin, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  const at = document.body.appendChild(document.createElement('div'))
  const app = createApp(AdminPage).use(router)
  app.mount(at)
  end = () => {
    app.unmount()
    at.remove()
  }
  await vi.waitFor(() => expect(at.textContent).toContain('1,234'), { timeout: 30_000 })
  await vi.waitFor(() => expect(at.querySelector('.doctor li')?.textContent).toContain('Free some space.'), { timeout: 30_000 })
  expect(at.textContent).toContain('5,000 MB · low: photos and lists wait')
  expect(at.textContent).toContain('2, 1 never signed in, 2 without a second factor')
  expect(at.textContent).toContain('3 are kept, one each 60 minutes')
  const press = (text: string) => [...at.querySelectorAll('button')].find(one => one.textContent?.includes(text))!.click()
  // Who is signed in is asked for when somebody wants to know, since that is recorded.
  expect(asked).not.toContain('GET /api/devices/all')
  press('Show (7)')
  await vi.waitFor(() => expect(at.querySelector('.sessions li')?.textContent).toMatch(/Ben.*Volunteer.*Chrome · Android.*connected now.*by a code/s), { timeout: 30_000 })
  press('Sign out')
  press('Sign out')
  await vi.waitFor(() => expect(asked).toContain('POST /api/devices/of/p1/d1/end'), { timeout: 30_000 })
  await vi.waitFor(() => expect(at.querySelector('.sessions li')).toBeNull(), { timeout: 30_000 })
  press('Back up now')
  await vi.waitFor(() => expect(asked).toContain('POST /api/system/backup'), { timeout: 30_000 })
})
