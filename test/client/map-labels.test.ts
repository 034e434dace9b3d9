import type { Box } from '../../client/map/collision.ts'
import type { Shown, Stage } from '../../client/map/stage.ts'
import type { Chip } from '../../client/map/zones.ts'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { paintAbove } from '../../client/map/above.ts'
import { createSpace } from '../../client/map/collision.ts'
import { createDrawing } from '../../client/map/drawing.ts'
import { worldX, worldY } from '../../client/map/mercator.ts'
import { paintPlaceNames } from '../../client/map/names.ts'
import { readPalette } from '../../client/map/palette.ts'
import { createScene } from '../../client/map/scene.ts'
import { createSprites } from '../../client/map/sprites.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { board, hour, noon } from '../support/given.ts'

vi.stubGlobal('Path2D', class {})
afterAll(() => vi.unstubAllGlobals())
const { county } = folder
const middle = { lng: 110.28, lat: 21.61 }
const size = { width: 1400, height: 900 }
const shown: Shown = { issues: true, places: true, due: true, unseen: false, shifts: true, duty: true, teams: true, shortages: true, radar: true, zones: true, labels: true }
const words = { lacking: (n: number) => `-${n}`, onDuty: (a: number, b: number) => `${a}/${b}`, left: () => 'left', lasts: () => 'lasts', team: (n: number) => `team ${n}` }
/** A canvas that measures letters and shows nothing. */
const context = new Proxy({}, { get: (_, name) => name === 'measureText' ? (text: string) => ({ width: text.length * 12 }) : () => {}, set: () => true }) as CanvasRenderingContext2D

const spot = fc.record({ lng: fc.double({ min: 110.18, max: 110.38, noNaN: true }), lat: fc.double({ min: 21.53, max: 21.69, noNaN: true }) })
const many = (most: number) => fc.array(spot, { maxLength: most })
const chipAt = ({ lng, lat }: { lng: number, lat: number }, i: number): Chip => ({ id: `z${i}`, level: 'control', text: '管控 · 4 天', west: lng - 0.02, east: lng + 0.02, north: lat + 0.02, south: lat - 0.02 })

const stageAt = (zoom: number): Stage => {
  const scale = 2 ** zoom
  return { view: { context, zoom, left: worldX(middle.lng) * scale - size.width / 2, top: worldY(middle.lat) * scale - size.height / 2, ...size }, scale, brush: { context, palette: readPalette(), sprites: createSprites() }, space: createSpace(), targets: [] }
}
const touch = (a: Box, b: Box) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2

it('[SC6] no label lies on a pin or on another label, however crowded the map is', () => {
  fc.assert(fc.property(many(25), many(8), many(8), many(8), many(3), fc.constantFrom(10.5, 11.75, 13.5), (issues, shifts, shortages, alarms, zones, zoom) => {
    const on = board({
      issue: issues.map((at, i) => ({ id: `i${i}`, ...at, place: null })),
      shift: shifts.map((at, i) => ({ id: `s${i}`, ...at, startsAt: noon + hour, endsAt: noon + 9 * hour, needed: 2 })),
      shortage: shortages.map((at, i) => ({ id: `n${i}`, ...at })),
    })
    const scene = createScene(county, () => noon)
    scene.reset(on)
    scene.alarm(alarms.map((at, i) => ({ place: `p${i}`, level: 'red', hoursLeft: 5, ...at })))
    const stage = stageAt(zoom)
    const labels: Box[] = []
    const space: typeof stage.space = {
      ...stage.space,
      first(places) {
        const found = stage.space.first(places)
        if (found) labels.push(found)
        return found
      },
    }
    paintAbove({ ...stage, space }, { county, scene, words, say: name => name.zh, chips: zones.map(chipAt), guests: [] }, shown, null)
    const pins = stage.targets.filter(one => !one.wide).map(({ x, y, r }) => ({ x, y, w: r * 2, h: r * 2 }))
    for (const [i, label] of labels.entries()) {
      expect(pins.filter(pin => touch(pin, label))).toEqual([])
      expect(labels.slice(i + 1).filter(other => touch(other, label))).toEqual([])
    }
  }), { verbose: true })
})

it('[SC6] the name of the chosen record has its room before a mark of others, which steps aside', () => {
  const stage = stageAt(12)
  const [x, y] = [worldX(middle.lng), worldY(middle.lat)]
  const above = { x: x * stage.scale, y: y * stage.scale - 40, w: 28, h: 28 }
  let seated: Box | null = null
  const guest = { places: () => [above, { ...above, x: above.x + 200 }], put: (at: Box | null) => void (seated = at) }
  const scene = createScene(county, () => noon)
  scene.reset(board({}))
  paintAbove(stage, { county, scene, words, say: name => name.zh, chips: [], guests: [guest] }, { ...shown, labels: false }, { key: 'place/p', x, y, icon: 'careHome', name: '华仁养老院' })
  expect(seated).toEqual({ ...above, x: above.x + 200 })
})

it('[SC6] no label lies under a panel: it steps to the other side of its pin', () => {
  const gap = board({ shift: [{ id: 's', ...middle, place: null, startsAt: noon + hour, endsAt: noon + 9 * hour, needed: 2 }] })
  const { scale } = stageAt(12)
  const panel = { x: worldX(middle.lng) * scale + 120, y: worldY(middle.lat) * scale, w: 200, h: 400 }
  const [free, beside] = [painted(gap, 12), painted(gap, 12, [], [panel])]
  expect([free(middle, 34), free(middle, -34)]).toEqual([['shift/s'], []])
  expect([beside(middle, 34), beside(middle, -34)]).toEqual([[], ['shift/s']])
})

it('[SC6] close up a place has its name beside it, first where there are issues; a mark of several places has none', () => {
  const near = (i: number) => ({ lng: middle.lng + i * 0.004, lat: middle.lat })
  const scene = createScene(county, () => noon)
  scene.reset(board({ place: ['a', 'b', 'c', 'd'].map((id, i) => ({ id, name: `Place ${id}`, ...near(i) })), issue: [{ id: 'i', ...near(3), place: 'd' }] }))
  const named = (zoom: number) => {
    const stage = stageAt(zoom)
    const at = (i: number) => [worldX(near(i).lng) * stage.scale, worldY(near(i).lat) * stage.scale] as const
    const ground = [['a'], ['b', 'c']].map((ids, i) => ({ x: at(i)[0], y: at(i)[1], r: 14, keys: () => ids.map(id => `place/${id}`) }))
    const rights: Box[] = []
    const first: typeof stage.space.first = (places) => {
      const found = stage.space.first(places)
      if (found) rights.push(found)
      return found
    }
    paintPlaceNames({ ...stage, space: { ...stage.space, first } }, scene, ground)
    return rights.map(({ x, w }) => [0, 1, 2, 3].find(i => Math.abs(at(i)[0] - (x - w / 2 - 15)) < 2))
  }
  expect(named(14)).toEqual([])
  expect(named(15)).toEqual([3, 0])
})

/** What a press at a position opens, and whether names were drawn there. */
function painted(on: ReturnType<typeof board>, zoom: number, alarms: Parameters<ReturnType<typeof createScene>['alarm']>[0] = [], covered: readonly Box[] = []) {
  const scene = createScene(county, () => noon)
  scene.reset(on)
  scene.alarm(alarms)
  const drawing = createDrawing({ county, scene, words, say: name => name.zh, chips: () => [] })
  const { view, scale } = stageAt(zoom)
  drawing.paintGround(view, shown, readPalette())
  drawing.paint(view, shown, readPalette(), null, covered)
  return ({ lng, lat }: { lng: number, lat: number }, dx = 0, dy = 0) => [...drawing.hit(worldX(lng) * scale + dx, worldY(lat) * scale + dy)?.keys() ?? []].sort()
}

it('[SC7] the mark of several records on one point stands for exactly those records', () => {
  const here = { ...middle, township: county.townships[0]?.code ?? '' }
  const issues = [1, 2, 3, 4].map(n => ({ id: `i${n}`, ...here, place: 'p' }))
  const elsewhere = [5, 6, 7].map(n => ({ id: `i${n}`, lng: middle.lng + 0.05 * n, lat: middle.lat, place: null }))
  const at = painted(board({ place: [{ id: 'p', ...here }], issue: [...issues, ...elsewhere] }), 14)
  expect(at(here)).toEqual(['issue/i1', 'issue/i2', 'issue/i3', 'issue/i4'])
  const places = painted(board({ place: ['a', 'b', 'c'].map(id => ({ id, ...here })) }), 14)
  expect(places(here)).toEqual(['place/a', 'place/b', 'place/c'])
  const short = painted(board({ place: [{ id: 'p', ...here }], shortage: ['m', 'n'].map(id => ({ id, ...here, place: 'p' })) }), 14)
  expect(short(here, 40)).toEqual(['shortage/m', 'shortage/n'])
  const gaps = painted(board({ place: [{ id: 'p', ...here }], shift: ['s', 't'].map(id => ({ id, ...here, place: 'p', startsAt: noon + hour, endsAt: noon + 9 * hour, needed: 2 })) }), 14)
  expect(gaps(here, 34)).toEqual(['shift/s', 'shift/t'])
})

it('[SC6] a site that runs out of stock joins the cluster it lies in: one mark on the rim, and the cluster opens it too', () => {
  const issues = [0, 1, 2].map(n => ({ id: `i${n}`, lng: middle.lng + n * 1e-4, lat: middle.lat, place: null }))
  const site = (place: string, level: 'red' | 'yellow') => ({ place, level, hoursLeft: 5, ...middle })
  const at = painted(board({ issue: issues }), 12, [site('p', 'yellow'), site('q', 'red')])
  expect(at(middle)).toEqual(['issue/i0', 'issue/i1', 'issue/i2', 'place/p', 'place/q'])
  // The digits in the middle stay clear; the mark is at the lower left.
  const rim = (16 + 5) * Math.SQRT1_2
  expect(at(middle, -rim, rim)).toEqual(['place/p', 'place/q'])
})

it('[SC6] shortages within a cluster join it: one pill for all of them, and the cluster opens them too', () => {
  const issues = [0, 1, 2].map(n => ({ id: `i${n}`, lng: middle.lng + n * 1e-4, lat: middle.lat, place: null }))
  const shortages = ['m', 'n'].map((id, n) => ({ id, ...middle, lng: middle.lng + n * 1e-3, place: `p${id}`, runsOutAt: noon + n * hour }))
  const at = painted(board({ issue: issues, shortage: shortages }), 12)
  expect(at(middle)).toEqual(['issue/i0', 'issue/i1', 'issue/i2', 'shortage/m', 'shortage/n'])
  const found = new Set(Array.from({ length: 200 }, (_, dx) => at(middle, dx - 100).join(' ')))
  expect([...found].filter(keys => keys.startsWith('shortage'))).toEqual(['shortage/m shortage/n'])
})

it('[SC11] a team with a visit that still waits for its signature is shown where it checked in last', () => {
  const visit = { team: 't1', ...middle, place: 'p', state: 'onSite' as const }
  const checkIn = (at: number) => ({ at, lng: null, lat: null, accuracy: null, how: 'gps' as const, proven: true, metres: 5, deviceAt: null, reason: '' })
  const scene = createScene(county, () => noon)
  scene.reset(board({ team: [{ id: 't1', name: '第一督导组' }], inspection: [{ ...visit, id: 'new', checkIn: checkIn(noon) }, { ...visit, id: 'old', checkIn: checkIn(noon - hour) }] }))
  expect([...scene.teamsOut()].map(one => one.record.id)).toEqual(['new'])
})

it('[SC11] a team that has checked in has a tag where it is, until it signs; a team that is only planned has none', () => {
  const team = { id: 't1', name: '第一督导组' }
  const visit = { id: 'v', team: 't1', ...middle, place: 'p' }
  expect(painted(board({ team: [team], inspection: [{ ...visit, state: 'onSite' }] }), 12)(middle, 50)).toEqual(['inspection/v'])
  expect(painted(board({ team: [team], inspection: [{ ...visit, state: 'planned' }] }), 12)(middle, 50)).toEqual([])
  const on = board({ team: [team], inspection: [{ ...visit, state: 'onSite' }] })
  const scene = createScene(county, () => noon)
  scene.reset(on)
  expect([...scene.teamsOut()].map(one => one.team.name)).toEqual(['第一督导组'])
  expect(scene.change('inspection', 'v', on)).toBe(false)
  on.set({ kind: 'team', id: 't1', value: { ...on.get('team', 't1')!, name: '一组' } })
  expect(scene.change('team', 't1', on)).toBe(true)
  on.set({ kind: 'inspection', id: 'v', value: { ...on.get('inspection', 'v')!, state: 'done' } })
  expect(scene.change('inspection', 'v', on)).toBe(true)
  expect([...scene.teamsOut()]).toEqual([])
})
