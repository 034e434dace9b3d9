import type { IssueState } from '../../shared/records.ts'
import { worstFirst } from '../../shared/issues/steps.ts'

/** An issue on the map: x and y in world units at zoom 0. Points with the same `spot` stay together at every zoom. */
export interface Point {
  readonly key: string
  readonly spot: string
  readonly x: number
  readonly y: number
  readonly state: IssueState
  readonly overdue: boolean
}

/** Points drawn as one shape. x and y in pixels at the requested zoom. */
export interface Cluster {
  readonly x: number
  readonly y: number
  readonly points: readonly Point[]
  readonly counts: Readonly<Record<IssueState, number>>
  readonly overdue: number
  readonly worst: IssueState
  /** All points share one spot, so zooming in never splits them. */
  readonly oneSpot: boolean
}

export interface Box { readonly left: number, readonly top: number, readonly right: number, readonly bottom: number }

const cell = 64
/** Radius in pixels of a cluster of `count`. */
export const radius = (count: number) => count < 2 ? 15 : count < 5 ? 16 : count < 10 ? 18 : Math.min(24, 20 + count / 12)

interface Node { x: number, y: number, points: Point[] }

/**
 * Points in square cells for each zoom that has been shown. A change touches one cell per zoom, so live changes cost
 * the same for any number of points.
 */
export function createGrid() {
  const points = new Map<string, Point>()
  const levels = new Map<number, Map<number, Map<string, Point>>>()

  const at = (point: Point, zoom: number) => {
    const scale = 2 ** zoom / cell
    return Math.floor(point.x * scale) * 0x4000000 + Math.floor(point.y * scale)
  }

  function place(level: Map<number, Map<string, Point>>, zoom: number, point: Point): void {
    const id = at(point, zoom)
    const members = level.get(id)
    if (members) members.set(point.key, point)
    else level.set(id, new Map([[point.key, point]]))
  }

  function levelOf(zoom: number): Map<number, Map<string, Point>> {
    let level = levels.get(zoom)
    if (!level) {
      levels.set(zoom, level = new Map())
      for (const point of points.values()) place(level, zoom, point)
    }
    return level
  }

  function remove(key: string): void {
    const old = points.get(key)
    if (!old) return
    points.delete(key)
    for (const [zoom, level] of levels) {
      const id = at(old, zoom)
      const members = level.get(id)
      members?.delete(key)
      if (members?.size === 0) level.delete(id)
    }
  }

  return {
    remove,
    get: (key: string) => points.get(key),
    put(point: Point): void {
      remove(point.key)
      points.set(point.key, point)
      for (const [zoom, level] of levels) place(level, zoom, point)
    },
    clear(): void {
      points.clear()
      levels.clear()
    },
    /** Clusters within the bounds (pixels at `zoom`). No two circles overlap, and the counts add up to the number of points. */
    clusters(zoom: number, { left, top, right, bottom }: Box): Cluster[] {
      const level = levelOf(zoom)
      const scale = 2 ** zoom
      const nodes: Node[] = []
      const [x0, x1, y0, y1] = [left, right, top, bottom].map(edge => Math.floor(edge / cell)) as [number, number, number, number]
      const wide = (x1 - x0 + 1) * (y1 - y0 + 1) > level.size
      const cells = wide ? level.entries() : window2(level, x0, x1, y0, y1)
      for (const [id, members] of cells) {
        const cx = Math.floor(id / 0x4000000)
        const cy = id % 0x4000000
        if (cx >= x0 && cx <= x1 && cy >= y0 && cy <= y1) nodes.push(node([...members.values()], scale))
      }
      return gather(nodes).map(finish)
    },
  }
}

function* window2(level: Map<number, Map<string, Point>>, x0: number, x1: number, y0: number, y1: number): Generator<[number, Map<string, Point>]> {
  for (let x = x0; x <= x1; x++) {
    for (let y = y0; y <= y1; y++) {
      const members = level.get(x * 0x4000000 + y)
      if (members) yield [x * 0x4000000 + y, members]
    }
  }
}

function node(points: Point[], scale: number): Node {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x
    y += point.y
  }
  return { x: x / points.length * scale, y: y / points.length * scale, points }
}

/** Joins overlapping clusters, the largest first, until none overlap. */
function gather(nodes: Node[]): Node[] {
  let current = nodes
  for (;;) {
    const kept: Node[] = []
    const near = new Map<number, Node[]>()
    const bucket = (x: number, y: number) => Math.floor(x / cell) * 0x4000000 + Math.floor(y / cell)
    let joined = false
    for (const one of [...current].sort((a, b) => b.points.length - a.points.length)) {
      const host = around(near, one, bucket).find(other => Math.hypot(other.x - one.x, other.y - one.y) < radius(other.points.length) + radius(one.points.length) + 4)
      if (!host) {
        kept.push(one)
        const id = bucket(one.x, one.y)
        const list = near.get(id)
        if (list) list.push(one)
        else near.set(id, [one])
        continue
      }
      joined = true
      const total = host.points.length + one.points.length
      host.x += (one.x - host.x) * one.points.length / total
      host.y += (one.y - host.y) * one.points.length / total
      host.points = [...host.points, ...one.points]
    }
    if (!joined) return kept
    current = kept
  }
}

function around(near: ReadonlyMap<number, Node[]>, { x, y }: Node, bucket: (x: number, y: number) => number): Node[] {
  return [-1, 0, 1].flatMap(dx => [-1, 0, 1].flatMap(dy => near.get(bucket(x + dx * cell, y + dy * cell)) ?? []))
}

function finish({ x, y, points }: Node): Cluster {
  const counts = { found: 0, told: 0, rectifying: 0, awaiting: 0, closed: 0, relapsed: 0, deferred: 0 }
  let overdue = 0
  for (const point of points) {
    counts[point.state]++
    if (point.overdue) overdue++
  }
  const worst = worstFirst.find(state => counts[state] > 0) ?? 'closed'
  return { x, y, points, counts, overdue, worst, oneSpot: points.every(point => point.spot === points[0]?.spot) }
}
