import type { View } from '../../client/map/canvas-layer.ts'
import type { Shown } from '../../client/map/stage.ts'
import { afterAll, expect, it, vi } from 'vitest'
import { createDrawing } from '../../client/map/drawing.ts'
import { worldX, worldY } from '../../client/map/mercator.ts'
import { readPalette } from '../../client/map/palette.ts'
import { createScene } from '../../client/map/scene.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { board, hour, noon } from '../support/given.ts'

vi.stubGlobal('Path2D', class {})
afterAll(() => vi.unstubAllGlobals())
const { county } = folder
const zoom = 15
const scale = 2 ** zoom
const middle = { lng: 110.3, lat: 21.6 }
const size = { width: 1000, height: 700 }
const palette = readPalette()
/** A canvas that measures letters and shows nothing. */
const context = new Proxy({}, { get: (_, name) => name === 'measureText' ? (text: string) => ({ width: text.length * 12 }) : () => {}, set: () => true }) as CanvasRenderingContext2D
const view = { context, zoom, left: worldX(middle.lng) * scale - size.width / 2, top: worldY(middle.lat) * scale - size.height / 2, ...size } satisfies View
const everything: Shown = { issues: true, places: true, due: true, unseen: false, shifts: true, duty: true, teams: true, shortages: true, radar: true, zones: true, labels: true }
const words = { lacking: (n: number) => `-${n}`, left: () => 'left', lasts: () => 'lasts', team: String }

/** The position this many pixels right of and below the middle of the window. */
const off = (x: number, y: number) => ({ lng: middle.lng + x / scale / 256 * 360, lat: middle.lat - y / scale / 256 * 360 * Math.cos(middle.lat * Math.PI / 180) })
/** What is drawn at a pixel from the middle. */
function painted(on: ReturnType<typeof board>, shown: Shown = everything) {
  const scene = createScene(county, () => noon)
  scene.reset(on)
  const drawing = createDrawing({ county, scene, words, say: name => name.zh, chips: () => [] })
  drawing.paintGround(view, shown, palette)
  drawing.paint(view, shown, palette, null)
  return (x: number, y: number) => [...drawing.hit(view.left + size.width / 2 + x, view.top + size.height / 2 + y)?.keys() ?? []]
}
/** Just within each edge of the window, and just outside. */
const within = [[-490, 0], [490, 0], [0, -340], [0, 340], [480, 330], [-480, -330]] as const
const outside = [[-700, 0], [700, 0], [0, -500], [0, 500], [900, 330], [-480, -800]] as const

it('[F02] the map draws every place and every issue that lies in its window, to the edges, and none beyond', () => {
  for (const kind of ['place', 'issue'] as const) {
    const all = [...within, ...outside].map(([x, y], i) => ({ id: `${kind}-${i}`, ...off(x, y), kind: 'school', place: null }))
    const at = painted(board({ [kind]: all }))
    for (const [i, [x, y]] of within.entries()) expect(at(x, y), `${kind} ${x} ${y}`).toEqual([`${kind}/${kind}-${i}`])
    for (const [x, y] of outside) expect(at(x, y), `${kind} ${x} ${y}`).toEqual([])
  }
})

it('[F02] gaps of shifts and shortages are drawn beside their position, only inside the window', () => {
  const spots = [[0, 0], [-300, 200], [700, 0], [0, -500], [-700, 0], [0, 500]] as const
  const gaps = painted(board({ shift: spots.map(([x, y], i) => ({ id: `s${i}`, ...off(x, y), startsAt: noon + hour, endsAt: noon + 9 * hour, needed: 2 })) }))
  const short = painted(board({ shortage: spots.map(([x, y], i) => ({ id: `n${i}`, ...off(x, y) })) }))
  for (const [i, [x, y]] of spots.entries()) {
    expect(gaps(x + 40, y)).toEqual(i < 2 ? [`shift/s${i}`] : [])
    expect(short(x + 40, y)).toEqual(i < 2 ? [`shortage/n${i}`] : [])
  }
})

it('[F02] a layer that is switched off is not drawn and takes no clicks', () => {
  const on = board({ place: [{ id: 'p', ...off(100, 100) }], issue: [{ id: 'i', ...off(-100, 100) }], shortage: [{ id: 'n', ...off(0, -100) }] })
  expect([painted(on)(100, 100), painted(on)(-100, 100), painted(on)(40, -100)]).toEqual([['place/p'], ['issue/i'], ['shortage/n']])
  const bare = painted(on, { ...everything, places: false, issues: false, shortages: false })
  expect([bare(100, 100), bare(-100, 100), bare(40, -100)]).toEqual([[], [], []])
})

it('[F02] pills are placed beside each other and never overlap', () => {
  const at = painted(board({ shortage: Array.from({ length: 4 }, (_, i) => ({ id: `n${i}`, ...off(i, 0) })) }))
  const seen = new Set(Array.from({ length: 400 }, (_, i) => [-26, 0, 26].flatMap(y => at(i - 200, y))).flat())
  expect(seen).toEqual(new Set(['shortage/n0', 'shortage/n1', 'shortage/n2', 'shortage/n3']))
})
