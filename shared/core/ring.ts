type Point = readonly [number, number]

const turn = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const edgesOf = (ring: readonly Point[]) => ring.map((point, i) => [point, ring[(i + 1) % ring.length]!] as const)
const cross = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

/** True if an edge of one ring crosses an edge of the other. */
export function crosses(one: readonly Point[], other: readonly Point[]): boolean {
  const others = edgesOf(other)
  return edgesOf(one).some(edge => others.some(each => cross(edge, each)))
}

/** True if a ring encloses less than about a square metre: all its corners are at one place or on one line. */
export function flat(ring: readonly Point[]): boolean {
  const [[x, y] = [0, 0]] = ring
  const twice = edgesOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + (x1 - x) * (y2 - y) - (x2 - x) * (y1 - y), 0)
  return Math.abs(twice) < 2e-10
}

/** True if two edges that are not neighbours cross, so that the ring has no clear inside. */
export function crossesItself(ring: readonly Point[]): boolean {
  const edges = edgesOf(ring)
  return edges.some((edge, i) => edges.some((other, j) => j > i + 1 && !(i === 0 && j === edges.length - 1) && cross(edge, other)))
}

/** True if the point is inside the ring, by the even-odd rule. Both are [lng, lat]. */
export function inside([x, y]: Point, ring: readonly Point[]): boolean {
  let within = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[j]!
    if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) within = !within
  }
  return within
}
