import type { Shown, Stage } from '../../client/map/stage.ts'
import { afterAll, expect, it, vi } from 'vitest'
import { createSpace } from '../../client/map/collision.ts'
import { paintGround } from '../../client/map/ground.ts'
import { paintIssues } from '../../client/map/marks.ts'
import { worldX, worldY } from '../../client/map/mercator.ts'
import { readPalette } from '../../client/map/palette.ts'
import { createScene } from '../../client/map/scene.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { board, noon } from '../support/given.ts'

vi.stubGlobal('Path2D', class {})
afterAll(() => vi.unstubAllGlobals())
const context = new Proxy({}, { get: () => () => {}, set: () => true }) as CanvasRenderingContext2D
const shown: Shown = { issues: true, places: true, due: true, unseen: false, shifts: true, duty: true, teams: true, shortages: true, radar: true, zones: true, labels: true }
const home = { lng: 110.28, lat: 21.61 }

/** The looks that were drawn, and the places that can be pressed. */
function painted(zoom: number, layers: Partial<Shown>, late: readonly string[], issues: readonly string[] = []) {
  const scene = createScene(folder.county, () => noon)
  scene.lateAt(new Set(late))
  scene.reset(board({
    place: [{ id: 'p1', kind: 'careHome', ...home }, { id: 'p2', kind: 'careHome', lng: 110.29, lat: 21.61 }],
    issue: issues.map(place => ({ id: `i-${place}`, place, ...home })),
  }))
  const scale = 2 ** zoom
  const looks: string[] = []
  const sprites = { put: (_: unknown, look: string) => void looks.push(look), clear: () => {} }
  const stage: Stage = { view: { context, zoom, left: worldX(home.lng) * scale - 700, top: worldY(home.lat) * scale - 450, width: 1400, height: 900 }, scale, brush: { context, palette: readPalette(), sprites }, space: createSpace(), targets: [] }
  paintGround(stage, scene, { ...shown, ...layers })
  paintIssues(stage, scene, { ...shown, ...layers })
  return { looks, keys: stage.targets.flatMap(one => one.keys()) }
}

it('[F44] a place where an act is overdue is a red ring from far away, and can be pressed there; without the layer it is a place like others', () => {
  expect(painted(10, {}, ['p1'])).toEqual({ looks: ['late'], keys: ['place/p1'] })
  expect(painted(10, {}, [])).toEqual({ looks: [], keys: [] })
  expect(painted(10, { due: false }, ['p1'])).toEqual({ looks: [], keys: [] })
  expect(painted(10, { places: false, unseen: true }, ['p1']).looks).toEqual(['late', 'hollow'])
})

it('[F44] close up its tile has a red frame, also when it shows its issues; with places off only overdue ones are drawn', () => {
  const frame = (look: string) => look.split(' ')[3]
  expect(painted(15, {}, ['p1']).looks.map(frame)).toEqual(['1', '0'])
  expect(painted(15, { due: false }, ['p1']).looks.map(frame)).toEqual(['0', '0'])
  expect(painted(15, { places: false }, ['p1']).keys).toEqual(['place/p1'])
  expect(painted(15, {}, ['p1'], ['p1']).looks.map(frame)).toContain('1')
})

it('[F44] the map is drawn again only when other places are overdue', () => {
  const scene = createScene(folder.county, () => noon)
  const before = scene.groundSeq()
  expect([scene.lateAt(new Set()), scene.lateAt(new Set(['p1'])), scene.lateAt(new Set(['p1'])), scene.lateAt(new Set(['p2']))]).toEqual([false, true, false, true])
  expect(scene.groundSeq() - before).toBe(2)
})
