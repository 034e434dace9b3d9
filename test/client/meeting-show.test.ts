import type { Meeting } from '../../client/inspections/meeting/meeting.ts'
import type { Link } from '../../client/sync/link.ts'
import type { Vault } from '../../client/sync/vault.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref } from 'vue'
import { open, ready, tellChanged, view } from '../../client/core/board.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import { useMeeting } from '../../client/inspections/meeting/meeting.ts'
import MeetingFigures from '../../client/inspections/meeting/MeetingFigures.vue'
import MeetingShow from '../../client/inspections/meeting/MeetingShow.vue'
import PlannedStop from '../../client/inspections/meeting/PlannedStop.vue'
import ShowRoutes from '../../client/inspections/meeting/ShowRoutes.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, make, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'

await loadCommands('coordinator')

const teams = [make('team', { id: 't1', townships: ['north'] }), make('team', { id: 't2', no: 2, name: 'Team 2', leader: 'bob', members: ['bob'], townships: ['south'] })]
const places = [make('place', { id: 'p1', name: 'Old school' }), make('place', { id: 'p2', name: 'New school', township: 'south' })]
let meeting: Meeting
let vault: ReturnType<typeof shelf>
let root: HTMLElement
let shown: ReturnType<typeof createApp> | undefined
/** The page follows the board with the next frame, which a loaded machine draws late. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

/** A meeting on this device, with these teams, and a planned stop of team 1 after those it has done. */
function meet(some = teams, done = 0): void {
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  const replica = new Replica({ rules, actor: who.coordinator, facts, onChange: tellChanged })
  vault = shelf()
  open({ replica, vault: vault as unknown as Vault, line: { flush: () => {} } as unknown as Link })
  ready.value = false
  const day = useMeeting().about
  replica.load({ epoch: 'e', seq: 1, records: { team: some, place: places, inspection: some.length ? [...Array.from({ length: done }, (_, i) => make('inspection', { id: `v0-${i}`, day, team: 't1', place: 'p2', state: 'done', order: i - done })), make('inspection', { id: 'v1', day, team: 't1', place: 'p1', title: 'Old school', state: 'planned', checkIn: null })] : [] } })
  ready.value = true
  meeting = useMeeting()
}
function show(component: Parameters<typeof createApp>[0], props: object): void {
  shown = createApp({ render: () => h(component, props) })
  shown.use(router).mount(root)
}
const press = (key: string, target: EventTarget = document.body) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
const heads = () => [...root.querySelectorAll<HTMLElement>('[data-team]')].map(one => [...one.querySelectorAll('li')].map(stop => stop.textContent?.replace(/\s+/g, '')))

router.addRoute({ path: '/', component: {} })

beforeEach(() => {
  localStorage.clear()
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  shown?.unmount()
  shown = undefined
  document.body.replaceChildren()
  me.value = current.value = null
})

it('[F08] without teams the meeting does not say that all have reported', () => {
  meet([])
  show(MeetingFigures, { meeting })
  expect(root.textContent).toMatch(/还没有督导组|There is no team yet/)
  expect(root.textContent).not.toMatch(/各组都已报告|Every team has reported/)
})

it('[T11] [F82] an order made at the desk says which one was on the screen, so that nobody else’s is replaced unseen', async () => {
  meet(teams, 1)
  show(PlannedStop, { meeting, stop: meeting.planned('t1')[1], others: [] })
  root.querySelector<HTMLElement>('button')!.click()
  await soon(() => expect(meeting.planned('t1').map(one => one.id)).toEqual(['v1', 'v0-0']))
  expect([...vault.kept.values()].map(({ command }) => command)).toMatchObject([{ name: 'reorderRoute', args: { base: ['v0-0', 'v1'], stops: [{ inspection: 'v1' }, { inspection: 'v0-0' }] } }])
})

it('[T6] [F04] a stop is given to another team with its digit: a planned one at once, a proposed one in the draft', async () => {
  meet()
  meeting.change('t1', [{ inspection: 'n1', place: 'p2' }])
  show(ShowRoutes, { meeting })
  expect(heads()).toEqual([['1Oldschool', '2Newschool'], []])
  press('2', root.querySelector('[data-team="1"] [data-stop="n1"]')!)
  await soon(() => expect(heads()).toEqual([['1Oldschool'], ['1Newschool']]))
  press('2', root.querySelector('.stop[data-stop="v1"]')!)
  await soon(() => expect(heads()).toEqual([[], ['1Oldschool', '2Newschool']]))
  expect(view.get('inspection', 'v1')?.team).toBe('t2')
  // A digit without a team, and a stop's own team, change nothing.
  for (const key of ['9', '2']) press(key, root.querySelector('[data-team="2"] [data-stop="v1"]')!)
  await nextTick()
  expect(heads().map(one => one.length)).toEqual([0, 2])
})

it('[T6] [F08] what is done is counted and what is to come is listed; a digit lights one team alone, and 0 all', async () => {
  meet(teams, 3)
  show(ShowRoutes, { meeting })
  await nextTick()
  expect(root.querySelector('[data-team="1"] p')?.textContent).toMatch(/3/)
  expect(heads()).toEqual([['4Oldschool'], []])
  const lit = () => [...root.querySelectorAll('[data-team] [aria-pressed="true"]')].map(one => one.textContent?.replace(/\s+/g, ''))
  const mark = () => root.querySelector('.stop')?.textContent?.trim()
  expect([lit(), mark()]).toEqual([[], '1'])
  press('1')
  await nextTick()
  expect([lit().length, mark()]).toEqual([1, '4'])
  press('2')
  await nextTick()
  expect([lit()[0]?.startsWith('2'), root.querySelector('.stop')?.classList.contains('faint')]).toEqual([true, true])
  press('0')
  await nextTick()
  expect(lit()).toEqual([])
})

it('[T6] [F04] a stop is dropped on another team; anything else that is dropped there is nothing', async () => {
  meet()
  show(ShowRoutes, { meeting })
  const drop = (data: Record<string, string>) => {
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { types: Object.keys(data), getData: (kind: string) => data[kind] ?? '' } })
    root.querySelector('[data-team="2"]')!.dispatchEvent(event)
    return event.defaultPrevented ? 'taken' : 'left'
  }
  expect(drop({ 'text/plain': 'v1' })).toBe('left')
  expect(drop({ 'application/x-stop': 'v1' })).toBe('taken')
  await soon(() => expect(view.get('inspection', 'v1')?.team).toBe('t2'))
})

it('[F08] the projector goes from yesterday to the focus to the routes by the keys of a presenter, and Esc leaves it', async () => {
  meet()
  const step = ref('yesterday')
  show({ render: () => h(MeetingShow, { meeting, 'modelValue': step.value, 'onUpdate:modelValue': (to: string) => step.value = to }) } as never, {})
  const seen: string[] = []
  for (const key of ['ArrowRight', 'PageDown', 'PageDown', 'PageUp', 'ArrowLeft']) {
    press(key)
    await nextTick()
    seen.push(step.value)
  }
  expect(seen).toEqual(['focus', 'routes', 'routes', 'focus', 'yesterday'])
  step.value = 'focus'
  await nextTick()
  press('ArrowRight', root.querySelector('input')!)
  expect(step.value).toBe('focus')
  press('Escape')
  expect(step.value).toBe('')
})
