import { inside } from '../core/ring.ts'

type Point = readonly [number, number]
type Edge = readonly [Point, Point]

/** Positions closer than a centimetre are one. Degrees. */
const grain = 1e-7
const snapped = ([x, y]: Point): Point => [Math.round(x / grain) * grain, Math.round(y / grain) * grain].map(n => Number(n.toFixed(7))) as unknown as Point
const name = ([x, y]: Point) => `${x.toFixed(7)} ${y.toFixed(7)}`
const doubled = (ring: readonly Point[]) => ring.reduce((sum, [x, y], i) => {
  const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
  return sum + x * nextY - nextX * y
}, 0)
/** Anticlockwise, so that the inside lies at the left of every edge. */
const turned = (ring: readonly Point[]): readonly Point[] => doubled(ring) < 0 ? [...ring].reverse() : ring
const edgesOf = (ring: readonly Point[]): Edge[] => ring.map((point, i): Edge => [point, ring[(i + 1) % ring.length] ?? point])

/** How far along an edge (0 to 1) a point lies, or null if it is not on it. */
function along([[ax, ay], [bx, by]]: Edge, [x, y]: Point): number | null {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  if (!length || Math.abs(dx * (y - ay) - dy * (x - ax)) / length > 2 * grain) return null
  const t = ((x - ax) * dx + (y - ay) * dy) / length ** 2
  return t >= 0 && t <= 1 ? t : null
}

/** Where along the first edge the second meets it. */
function meetings(one: Edge, other: Edge): number[] {
  const [[ax, ay], [bx, by]] = one
  const [[cx, cy], [ex, ey]] = other
  const shared = other.flatMap(point => along(one, point) ?? [])
  const across = (bx - ax) * (ey - cy) - (by - ay) * (ex - cx)
  if (!across) return shared
  const t = ((cx - ax) * (ey - cy) - (cy - ay) * (ex - cx)) / across
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [...shared, t] : shared
}

/** The edges of a ring, cut wherever the other ring meets them. */
function cut(ring: readonly Point[], other: readonly Edge[]): Edge[] {
  return edgesOf(ring).flatMap((edge) => {
    const [[ax, ay], [bx, by]] = edge
    const stops = [0, 1, ...other.flatMap(each => meetings(edge, each))].sort((a, b) => a - b)
    const points = stops.map((t): Point => snapped([ax + t * (bx - ax), ay + t * (by - ay)]))
    return points.slice(1).map((point, i): Edge => [points[i] ?? point, point]).filter(([from, to]) => name(from) !== name(to))
  })
}

const middle = ([[ax, ay], [bx, by]]: Edge): Point => [(ax + bx) / 2, (ay + by) / 2]
const onEdge = (point: Point, edges: readonly Edge[]) => edges.some(edge => along(edge, point) !== null)

/** One ring around two that touch along an edge or overlap, [lng, lat]; null if they do not, or if they would enclose a hole. */
export function union(a: readonly Point[], b: readonly Point[]): [number, number][] | null {
  const [one, two] = [turned(a.map(snapped)), turned(b.map(snapped))]
  const [first, second] = [cut(one, edgesOf(two)), cut(two, edgesOf(one))]
  const ends = new Set(second.map(([from, to]) => `${name(from)} ${name(to)}`))
  const known = (edge: Edge) => ends.has(`${name(edge[0])} ${name(edge[1])}`)
  // A border that both share from opposite sides falls away; one that both share from the same side stays once.
  const kept = [
    ...first.filter(edge => known(edge) || (!onEdge(middle(edge), second) && !inside(middle(edge), two))),
    ...second.filter(edge => !onEdge(middle(edge), first) && !inside(middle(edge), one)),
  ]
  const next = new Map(kept.map(edge => [name(edge[0]), edge[1]]))
  if (next.size !== kept.length || kept.length === first.length + second.length) return null
  const ring: [number, number][] = []
  let at = kept[0]?.[0]
  while (at && next.has(name(at))) {
    ring.push([at[0], at[1]])
    const to = next.get(name(at))
    next.delete(name(at))
    at = to
  }
  return next.size || ring.length < 3 ? null : straightened(ring)
}

/** True if no ground of the inner ring lies outside the outer one, to within a centimetre. Both are [lng, lat] and do not cross themselves. */
export function covers(outer: readonly Point[], inner: readonly Point[]): boolean {
  const around = edgesOf(outer)
  return cut(inner.map(snapped), around).every(edge => inside(middle(edge), outer) || onEdge(middle(edge), around))
}

/** Without the corners that lie on a straight edge between their neighbours. */
const straightened = (ring: readonly [number, number][]): [number, number][] =>
  ring.filter((point, i) => along([ring.at(i - 1) ?? point, ring[(i + 1) % ring.length] ?? point], point) === null)
