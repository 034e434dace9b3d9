import type { Point } from '../../client/map/grid.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGrid, radius } from '../../client/map/grid.ts'
import { worstFirst } from '../../shared/issues/steps.ts'

const everywhere = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 }
const spot = fc.record({ x: fc.double({ min: 206, max: 206.5, noNaN: true }), y: fc.double({ min: 112, max: 112.5, noNaN: true }) })
const point = fc.tuple(fc.nat(40), spot, fc.constantFrom(...worstFirst), fc.boolean())
  .map(([n, at, state, overdue]): Point => ({ key: `i${n}`, spot: `p${n % 7}`, ...at, state, overdue }))
const step = fc.oneof({ weight: 4, arbitrary: point }, fc.nat(40).map(n => `i${n}`))

/** Applies puts and removals, and returns the points that must be left. */
function played(steps: readonly (Point | string)[]) {
  const grid = createGrid()
  const model = new Map<string, Point>()
  for (const one of steps) {
    // Reading in between creates levels that every later change must keep up to date.
    grid.clusters(10, everywhere)
    if (typeof one === 'string') {
      grid.remove(one)
      model.delete(one)
    } else {
      grid.put(one)
      model.set(one.key, one)
    }
  }
  return { grid, model }
}

describe('the clusters of the map', () => {
  it('count every point once, at every zoom, whatever changed before', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 80 }), fc.constantFrom(8, 10, 10.25, 13, 17), (steps, zoom) => {
      const { grid, model } = played(steps)
      const clusters = grid.clusters(zoom, everywhere)
      expect(clusters.flatMap(one => one.points).map(one => one.key).sort()).toEqual([...model.keys()].sort())
      for (const one of clusters) {
        expect(Object.values(one.counts).reduce((a, b) => a + b, 0)).toBe(one.points.length)
        expect(one.overdue).toBe(one.points.filter(each => each.overdue).length)
      }
    }), { verbose: true })
  })

  it('never overlap, and show the worst inside', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 80 }), fc.constantFrom(9, 10.5, 12, 15), (steps, zoom) => {
      const clusters = played(steps).grid.clusters(zoom, everywhere)
      for (const [i, one] of clusters.entries()) {
        expect(one.worst).toBe(worstFirst.find(state => one.points.some(each => each.state === state)))
        for (const other of clusters.slice(i + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(radius(one.points.length) + radius(other.points.length))
        }
      }
    }), { verbose: true })
  })

  it('in a window are those of the whole map that lie in it', () => {
    const grid = createGrid()
    for (let i = 0; i < 500; i++) grid.put({ key: `i${i}`, spot: `i${i}`, x: 206 + (i % 25) / 50, y: 112 + Math.floor(i / 25) / 40, state: 'found', overdue: false })
    const scale = 2 ** 17
    const window = { left: 206.1 * scale, top: 112.1 * scale, right: 206.2 * scale, bottom: 112.2 * scale }
    const inside = (x: number, y: number) => x >= window.left && x <= window.right && y >= window.top && y <= window.bottom
    const keys = (bounds: typeof window) => grid.clusters(17, bounds).filter(one => inside(one.x, one.y)).flatMap(one => one.points.map(each => each.key)).sort()
    expect(keys(window)).toEqual(keys(everywhere))
    expect(keys(window).length).toBeGreaterThan(0)
  })

  it('points of one place stay one mark at every zoom', () => {
    const grid = createGrid()
    for (let i = 0; i < 3; i++) grid.put({ key: `i${i}`, spot: 'p1', x: 206, y: 112, state: 'found', overdue: false })
    expect(grid.clusters(18, everywhere)).toMatchObject([{ oneSpot: true, counts: { found: 3 } }])
  })
})
