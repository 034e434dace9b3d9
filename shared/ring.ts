type Point = readonly [number, number]

const turn = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Do two edges that are not neighbours cross? A zone drawn over itself has no inside. */
export function crossesItself(ring: readonly Point[]): boolean {
  const edges = ring.map((point, i) => [point, ring[(i + 1) % ring.length]!] as const)
  return edges.some(([a, b], i) => edges.some(([c, d], j) => {
    const apart = j > i + 1 && !(i === 0 && j === edges.length - 1)
    return apart && turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
  }))
}

/** Is the point ([lng, lat]) inside the ring? Even-odd rule. */
export function inside([x, y]: Point, ring: readonly Point[]): boolean {
  let within = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[j]!
    if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) within = !within
  }
  return within
}
