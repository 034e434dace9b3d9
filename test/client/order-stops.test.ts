import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp, h, nextTick, shallowRef } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { followIncident, minute } from '../../client/core/clock.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county as current, me } from '../../client/core/session.ts'
import OrderStops from '../../client/inspections/visit/OrderStops.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, make, who } from '../support/given.ts'

await loadCommands('inspector')
const day = '2030-05-06'
const stop = (id: string, order: number) => make('inspection', { id, day, team: 't1', place: id, title: id, order, state: 'planned', lng: 110 + order / 100, lat: 21 })

/** The team's three stops on a phone. What is given goes to `sent`. */
async function phone() {
  const sent: unknown[] = []
  const replica = new Replica({ rules, actor: who.inspector, facts, now: () => minute.value })
  replica.load({ epoch: 'e', seq: 1, records: { team: [make('team', { id: 't1', members: [who.inspector.id] })], inspection: ['a', 'b', 'c'].map(stop) } })
  open({ replica, vault: { keep: async ({ command }: { command: { args: unknown } }) => void sent.push(command.args) } as never, line: { flush: () => {} } as never })
  const stops = shallowRef(['a', 'b', 'c'].map(stop))
  const closed = shallowRef(false)
  const root = document.createElement('div')
  document.body.append(root)
  createApp({ render: () => h(OrderStops, { day, team: 't1', stops: stops.value, onClose: () => closed.value = true }) }).mount(root)
  await nextTick()
  const press = async (id: string, key: string) => {
    root.querySelector(`[data-stop="${id}"]`)!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await nextTick()
    await nextTick()
  }
  return { root, sent, stops, closed, press, rows: () => [...root.querySelectorAll('li b')].map(one => one.textContent), save: () => root.querySelector<HTMLElement>('.primary')!.click() }
}

beforeEach(() => {
  followIncident(undefined)
  current.value = county
  me.value = { ...who.inspector, name: 'Ina' }
  ready.value = true
})
afterEach(() => {
  document.body.innerHTML = ''
  ready.value = false
})

it('[T11] [F97] the arrow keys move a stop, keep the focus on it and say where it is; saving sends the order together with the one that was seen', async () => {
  const { root, rows, press, sent, save, closed } = await phone()
  expect(root.textContent).toContain('1.0 km from the stop before')
  save()
  await press('c', 'ArrowUp')
  await press('c', 'ArrowUp')
  await press('c', 'ArrowUp')
  expect(rows()).toEqual(['c', 'a', 'b'])
  expect(document.activeElement?.getAttribute('data-stop')).toBe('c')
  expect(root.querySelector('[role=status]')!.textContent).toContain('c is now stop 1')
  expect(root.querySelector('[data-stop=c]')!.getAttribute('aria-label')).toContain('stop 1 of 3')
  expect(sent).toEqual([])
  save()
  await expect.poll(() => closed.value).toBe(true)
  expect(sent).toEqual([{ day, team: 't1', base: ['a', 'b', 'c'], stops: ['c', 'a', 'b'].map(inspection => ({ inspection })) }])
})

it('[T11] a route that others change meanwhile is shown as it is now, and the person is told that their order was not saved', async () => {
  const { root, rows, press, stops } = await phone()
  await press('c', 'ArrowUp')
  stops.value = [stop('b', 0), stop('a', 1), stop('d', 2)]
  await nextTick()
  expect(rows()).toEqual(['b', 'a', 'd'])
  expect(root.querySelector('[role=alert]')!.textContent).toContain('was not saved')
})
