import type { AuditEntry } from '../../shared/audit/entries.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { createApp, shallowRef } from 'vue'
import AuditPage from '../../client/audit/AuditPage.vue'
import { wantedOf, wholeTrail } from '../../client/audit/trail.ts'
import VerifyBox from '../../client/audit/VerifyBox.vue'
import { saveCsv } from '../../client/base/transfer/write-csv.ts'
import { listOut } from '../../client/base/transfer/write-list.ts'
import { open, ready } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import { loadDeeds } from '../../client/deeds.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, noon, who } from '../support/given.ts'

let end = () => {}
afterEach(() => {
  end()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const row = (more: Partial<AuditEntry>): AuditEntry => ({ log: 'board', id: 1, at: noon, who: 'ann', act: 'reportIssue', about: ['issue/i1'], many: 1, reason: '', device: '', ...more })

it('[F90] [AU4] the page says each row in words, narrows the list by what is pressed, and keeps a text out of the address', async () => {
  const asked: { wanted: Record<string, unknown> }[] = []
  await speak('en')
  await loadDeeds()
  vi.stubGlobal('fetch', async (path: string, { body = '' }: { body?: string } = {}) => {
    if (path.startsWith('/api/names')) return Response.json([{ id: 'ann', name: 'Ann Lee', role: 'coordinator' }])
    if (path === '/api/system/verify') return Response.json({ running: null, failed: false, last: { at: noon, ms: 5, by: 'ann', logs: 2, rows: 1234, backups: 3, unread: 0, wrong: [] } })
    asked.push(JSON.parse(body))
    return Response.json({ entries: [row({}), row({ log: 'accounts', id: 2, act: 'sign_in', about: ['person/ann'], device: 'Chrome · Linux' }), row({ log: 'care', id: 3, act: 'open', about: ['register/p-123456'], reason: 'visit' })], next: null, upTo: null })
  })
  current.value = county
  me.value = { ...who.admin, name: 'Ada' }
  open({ replica: new Replica({ rules, actor: who.admin, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  const at = document.body.appendChild(document.createElement('div'))
  const left = router.addRoute({ path: '/audit', component: AuditPage })
  await router.push('/audit')
  const app = createApp(AuditPage).use(router)
  app.mount(at)
  end = () => {
    app.unmount()
    at.remove()
    left()
  }
  const lines = () => [...at.querySelectorAll('li')].map(line => [...line.querySelectorAll('button, a, small, time')].map(one => one.textContent!.trim()).join(' '))
  await vi.waitFor(() => expect(lines()[0]).toContain('Ann Lee Report an issue'), { timeout: 30_000 })
  expect(lines()[1]).toContain('Signed in Chrome · Linux')
  expect(lines()[2]).toMatch(/Opened a person Person in the register · p-123456/)
  expect(at.textContent).toContain('Sound. 1,234 rows were compared')
  ;(at.querySelectorAll('li')[1]!.querySelector('.what') as HTMLButtonElement).click()
  await vi.waitFor(() => expect(asked.at(-1)!.wanted).toEqual({ act: { log: 'accounts', name: 'sign_in' } }), { timeout: 30_000 })
  const text = at.querySelector('input[type=search]') as HTMLInputElement
  text.value = 'somebody'
  text.dispatchEvent(new Event('input'))
  at.querySelector('form')!.dispatchEvent(new Event('submit'))
  await vi.waitFor(() => expect(asked.at(-1)!.wanted).toEqual({ act: { log: 'accounts', name: 'sign_in' }, text: 'somebody' }), { timeout: 30_000 })
  expect(router.currentRoute.value.fullPath).not.toContain('somebody')
})

it('[F90] [F92] a list goes out as CSV that spreadsheets read and do not run', async () => {
  let blob: Blob | undefined
  // happy-dom would leave the page for the file.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
    blob = made as Blob
    return 'blob:x'
  })
  saveCsv(listOut('Log', ['=1+1', '中文, "quoted"'], [{ title: 'What', holds: 'text', of: one => one }, { title: 'When', holds: 'time', of: () => noon }]))
  const bytes = new Uint8Array(await blob!.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xEF, 0xBB, 0xBF])
  const time = new Date(noon).toISOString().slice(0, 16).replace('T', ' ')
  expect(new TextDecoder().decode(bytes)).toBe(`What,When\r\n"'=1+1",${time}\r\n"中文, ""quoted""",${time}`)
})

it('[F90] [AU6] a backup that cannot be read is not called sound, and a finding stays in view after a check that failed', async () => {
  await speak('en')
  const last = { at: noon, ms: 5, by: 'ann', logs: 2, rows: 1234, backups: 3, unread: 1, wrong: [] as { log: string, what: string }[] }
  const shown = async (failed: boolean, wrong: typeof last.wrong) => {
    vi.stubGlobal('fetch', async () => Response.json({ running: null, failed, last: { ...last, wrong } }))
    const at = document.body.appendChild(document.createElement('div'))
    const app = createApp(VerifyBox)
    app.mount(at)
    await vi.waitFor(() => expect(at.querySelector('[role=status]')).not.toBeNull())
    const text = at.querySelector('[role=status]')!.textContent
    app.unmount()
    at.remove()
    return text
  }
  const unread = await shown(false, [])
  expect(unread).toContain('one backup was changed or cannot be read')
  expect(unread).not.toContain('Sound')
  const failed = await shown(true, [{ log: 'first/log', what: '有改动 / rows were changed' }])
  expect(failed).toContain('The check could not be made')
  expect(failed).toContain('rows were changed')
})

it('[F90] [AU4] the last day counts to its end also when the clock changes, and an export ends when its page is left', async () => {
  const field = (value: string) => shallowRef(value)
  const fields = { who: field(''), kind: field(''), act: field(''), record: field(''), township: field(''), from: field('2030-03-31'), to: field('2030-03-31'), text: field('') }
  current.value = { ...county, timeZone: 'Europe/Berlin' }
  const { from, to } = wantedOf(fields)
  expect(to! - from!).toBe(23 * hour)
  let asked = 0
  const left = new AbortController()
  vi.stubGlobal('fetch', async () => {
    asked++
    left.abort()
    return Response.json({ entries: [], next: { board: 9, accounts: 9, care: 9 }, upTo: null })
  })
  await expect(wholeTrail(fields, () => {}, left.signal)).rejects.toThrow()
  expect(asked).toBe(1)
})
