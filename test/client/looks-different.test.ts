import type { Change } from '../../shared/core/board.ts'
import { expect, it } from 'vitest'
import { createScene } from '../../client/map/scene.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { board, hour, make, noon } from '../support/given.ts'

it('[SC5] the map is redrawn only for changes that look different on it', () => {
  const issue = make('issue', { id: 'i', state: 'told' })
  const on = board({ issue: [issue], place: [{ id: 'p' }], shift: [{ id: 's' }] })
  const scene = createScene(folder.county, () => noon)
  scene.reset(on)
  const after = (change: Change) => {
    on.set(change)
    return scene.change(change.kind, change.id, on)
  }
  const now = (more: Partial<typeof issue>) => ({ kind: 'issue', id: 'i', value: { ...issue, ...more } }) as const
  expect(after(now({ comments: 1, note: 'x' }))).toBe(false)
  expect(after(now({ state: 'rectifying' }))).toBe(true)
  expect(after(now({ state: 'rectifying', deadline: noon - hour }))).toBe(true)
  expect(after(now({ state: 'rectifying', deadline: noon - hour, lng: issue.lng + 0.001 }))).toBe(true)
  expect(after(now({ state: 'closed' }))).toBe(true)
  expect(after(now({ state: 'closed', comments: 2 }))).toBe(false)
  expect(after(now({}))).toBe(true)
  expect(after({ kind: 'issue', id: 'i', value: null })).toBe(true)
  expect(after({ kind: 'shift', id: 's', value: make('shift', { id: 's', claimedBy: ['ben'] }) })).toBe(true)
  expect(after({ kind: 'place', id: 'p', value: make('place', { id: 'p', retired: true }) })).toBe(true)
  expect(after({ kind: 'notice', id: 'x', value: null })).toBe(false)
})

it('[SC5] after another filter, or a minute later, the map shows what a new map would show', () => {
  const issue = (id: string, dueIn: number, more = {}) => ({ id, state: 'told' as const, deadline: noon + dueIn * hour, place: null, ...more })
  const on = board({ issue: [issue('a', 2), issue('b', -1), issue('c', 2, { township: 'south', place: 'p1' })], place: [{ id: 'p1' }, { id: 'p2', township: 'south' }], shift: [{ id: 's' }], shortage: [{ id: 'n' }, { id: 'm', township: 'south' }] })
  let at = noon
  const everywhere = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 }
  const shows = (scene: ReturnType<typeof createScene>) => ({
    points: scene.grid.clusters(12, everywhere).flatMap(one => one.points).sort((a, b) => a.key < b.key ? -1 : 1),
    places: [...scene.places.keys()].sort(),
    shortages: [...scene.shortages.keys()].sort(),
    gaps: scene.gaps().length,
    troubled: ['p1', 'p2'].map(scene.hasIssues),
  })
  const kept = createScene(folder.county, () => at)
  kept.reset(on)
  const south = (one: object) => 'township' in one && one.township === 'south'
  for (const [later, filters] of [[0, {}], [3, {}], [3, { issue: south, place: south }], [3, { shortage: south }], [99, { issue: () => false }], [99, {}]] as const) {
    at = noon + later * hour
    kept.refilter(on, filters)
    const anew = createScene(folder.county, () => at)
    anew.reset(on, filters)
    expect(shows(kept)).toEqual(shows(anew))
  }
})
