import { expect, it } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { followIncident, minute } from '../../client/core/clock.ts'
import { county as current, me } from '../../client/core/session.ts'
import WallDays from '../../client/shell/wall/WallDays.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, who } from '../support/given.ts'

const day = 24 * hour

it('[F75] the sum beside the bars of a wall screen is that of the bars, whatever was found before them', async () => {
  followIncident(undefined)
  current.value = county
  me.value = { ...who.viewer, name: 'Vic' }
  const issue = (id: string, daysAgo: number) => make('issue', { id, foundAt: minute.value - daysAgo * day })
  const replica = new Replica({ rules, actor: who.viewer, facts, now: () => minute.value })
  replica.load({ epoch: 'e', seq: 1, records: {
    incident: [make('incident', { id: 'incident', startedAt: minute.value - 60 * day })],
    issue: [issue('i1', 0), issue('i2', 1), issue('i3', 40)],
    issueTotal: [],
  } })
  open({ replica, vault: {} as never, line: {} as never })
  ready.value = true
  const root = document.createElement('div')
  createApp({ render: () => h(WallDays) }).mount(root)
  await nextTick()
  const bars = root.querySelectorAll('.bars > span').length
  expect([bars < 40, root.querySelector('figcaption span')?.textContent]).toEqual([true, `2 in ${bars} days`])
})
