import type { CountyView } from '../../shared/api/city.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import CityPage from '../../client/city/CityPage.vue'
import { open, ready } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { router } from '../../client/core/router.ts'
import { county as current, hasCity, me } from '../../client/core/session.ts'
import { myPages } from '../../client/shell/pages/pages.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

let end = () => {}
afterEach(() => {
  end()
  vi.unstubAllGlobals()
  hasCity.value = false
})
const minute = 60_000
const one = { county: { code: '1', name: 'A', nameEn: 'A' }, incident: { id: 'first', name: 'Outbreak', phase: 'control', drill: false }, found: 12, foundToday: 3, followed: 5, overdue: 2, closed: 7, zones: { lockdown: 1, control: 0, precaution: 2 }, missing: 4, late: [{ id: 'i1', no: 1, title: 'No masks', township: 'North', dueAt: 1 }], lacks: [], spares: [] }

async function shown(counties: readonly CountyView[], at: number) {
  await speak('en')
  vi.stubGlobal('fetch', async () => Response.json({ at, counties }))
  current.value = county
  me.value = { ...who.overseer, name: 'Olga' }
  open({ replica: new Replica({ rules, actor: who.overseer, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  const at_ = document.body.appendChild(document.createElement('div'))
  const app = createApp(CityPage).use(router)
  app.mount(at_)
  end = () => {
    app.unmount()
    at_.remove()
  }
  return at_
}

it('[CI1] [CI2] the city’s page shows each county’s figures, says how old those of a silent county are, and leads to the county’s own board', async () => {
  hasCity.value = true
  const at = 100 * minute
  const page = await shown([
    { name: 'County A', url: 'https://a.example', overviews: [one as never], readAt: at, trouble: null },
    { name: 'County B', url: 'https://b.example', overviews: [{ ...one, late: [] } as never], readAt: at - 12 * minute, trouble: 'no_answer' },
    { name: 'County C', url: 'https://c.example', overviews: null, readAt: null, trouble: 'refused' },
  ], at)
  await vi.waitFor(() => expect(page.querySelectorAll('article')).toHaveLength(3), { timeout: 30_000 })
  const [a, b, c] = [...page.querySelectorAll('article')].map(card => card.textContent ?? '')
  expect(a).toMatch(/Open\s*5.*Late\s*2.*Found today\s*3.*People missing on shifts\s*4/)
  expect(b).toContain('does not answer')
  expect(b).toContain('12 min')
  expect([c?.includes('does not accept'), /\d/.test(c ?? '')]).toEqual([true, false])
  expect([...page.querySelectorAll('a')].map(link => link.getAttribute('href')).filter(Boolean)).toEqual(expect.arrayContaining(['https://a.example', 'https://b.example', 'https://c.example', 'https://a.example/issue/i1?i=first']))
})

it('[CI3] the navigation has the page for an overseer of a server with counties, and for nobody else', () => {
  const listed = (role: 'overseer' | 'coordinator') => {
    me.value = { ...who[role], name: 'x' }
    return myPages().some(({ path }) => path === '/city')
  }
  expect([listed('overseer'), listed('coordinator')]).toEqual([false, false])
  hasCity.value = true
  expect([listed('overseer'), listed('coordinator')]).toEqual([true, false])
})
