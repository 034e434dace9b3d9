import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import { open, partsHere, ready } from '../../client/core/board.ts'
import { followIncident, minute } from '../../client/core/clock.ts'
import { county as current, me } from '../../client/core/session.ts'
import NextShift from '../../client/duty/next/NextShift.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, who } from '../support/given.ts'

const waiting = /正在取得数据|Fetching/
const warned = /还没有签到|not checked in/
const leaving = /来不了|Cannot come/i

beforeEach(() => {
  followIncident(undefined)
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no server')))
  current.value = county
  me.value = { ...who.volunteer, name: 'Ben' }
  const replica = new Replica({ rules, actor: who.volunteer, facts, now: () => minute.value })
  replica.load({ epoch: 'e', seq: 1, records: {} })
  open({ replica, vault: {} as never, line: {} as never })
  ready.value = true
})
afterEach(() => {
  vi.unstubAllGlobals()
  partsHere.value = false
})

it('[LD10] while it is not known whether I have checked in, my shift neither warns nor asks; then it does, unless I have', async () => {
  const shift = make('shift', { id: 's1', startsAt: minute.value - hour, endsAt: minute.value + 3 * hour, claimedBy: ['ben'] })
  const here = { ben: { in: { at: minute.value - hour, how: 'code' as const, late: 0, offline: false, confirmedBy: null }, out: null } }
  const shown = async (known: boolean, one = shift) => {
    partsHere.value = known
    const root = document.createElement('div')
    const app = createApp({ render: () => h(NextShift, { shift: one, away: null, first: true }) })
    app.mount(root)
    await nextTick()
    const text = root.querySelector('article')!.textContent
    const main = root.querySelectorAll('.button.primary').length
    app.unmount()
    return [waiting.test(text), warned.test(text), leaving.test(text), main]
  }
  expect(await shown(false)).toEqual([true, false, false, 0])
  expect(await shown(true)).toEqual([false, true, true, 1])
  expect((await shown(true, { ...shift, presence: here })).slice(0, 3)).toEqual([false, false, false])
})
