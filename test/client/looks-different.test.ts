import type { Change } from '../../shared/core/board.ts'
import { expect, it } from 'vitest'
import { createScene } from '../../client/map/scene.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { board, hour, make, noon } from '../support/given.ts'

it('[SC5] the map is painted anew for what looks different on it, and for nothing else', () => {
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
