import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp, h, nextTick, ref, withDirectives } from 'vue'
import { vOneStop } from '../../client/base/grid-focus.ts'

// Two links in most cells, one in the first column, none in one cell.
const first = [['a'], ['b', 'c'], ['d', 'e']]
const rows = ref([first, [['f'], [], ['g', 'h']], [['i'], ['j', 'k'], ['l', 'm']]])
const root = document.createElement('div')
const draw = () => withDirectives(h('table', [
  h('thead', h('tr', h('th', 'head'))),
  h('tbody', rows.value.map(cells => h('tr', { key: cells[0]![0] }, [h('th', 'name'), ...cells.map(links => h('td', links.map(id => h('a', { href: '#', id, key: id }))))]))),
]), [[vOneStop]])
const app = createApp({ render: draw })

beforeEach(() => {
  if (root.isConnected) return
  document.body.append(root)
  app.mount(root)
})
afterEach(() => void ((document.activeElement as HTMLElement | null)?.blur()))

const link = (id: string) => root.querySelector<HTMLElement>(`#${id}`)!
const stops = () => [...root.querySelectorAll<HTMLElement>('a')].filter(one => one.tabIndex === 0).map(one => one.id)
function press(from: string, key: string, more: KeyboardEventInit = {}): string {
  link(from).focus()
  link(from).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  return document.activeElement!.id
}

it('[F97] a table of links is one stop of the Tab key, which stays where the focus was, also when rows go', async () => {
  expect(stops()).toEqual(['a'])
  expect(press('a', 'ArrowRight')).toBe('b')
  expect(stops()).toEqual(['b'])
  rows.value = rows.value.slice(1)
  await nextTick()
  expect(stops()).toEqual(['f'])
  rows.value = [first, ...rows.value]
  await nextTick()
  expect(stops()).toEqual(['f'])
})

it('[F97] arrows move through a row and within a column, past cells without links, and stay at the edges', () => {
  expect([press('c', 'ArrowRight'), press('d', 'ArrowLeft'), press('a', 'ArrowLeft'), press('e', 'ArrowRight')]).toEqual(['d', 'c', 'a', 'e'])
  expect([press('b', 'ArrowDown'), press('k', 'ArrowUp'), press('h', 'ArrowUp'), press('m', 'ArrowDown'), press('a', 'ArrowUp')]).toEqual(['j', 'c', 'e', 'm', 'a'])
  expect([press('d', 'Home'), press('g', 'End'), press('g', 'Home', { ctrlKey: true }), press('b', 'End', { ctrlKey: true })]).toEqual(['a', 'h', 'a', 'm'])
  expect([press('b', 'Enter'), press('b', 'ArrowDown', { altKey: true })]).toEqual(['b', 'b'])
})
