type Point = readonly [number, number]

interface Crossing { readonly point: [number, number], /** The corner of the ring before it, and the position along that edge. */ readonly edge: number, readonly along: number, /** The same for the line. */ readonly step: number, readonly at: number }

function crossings(ring: readonly Point[], line: readonly Point[]): Crossing[] {
  return line.slice(1).flatMap(([ex, ey], step) => {
    const [cx, cy] = line[step] ?? [ex, ey]
    return ring.flatMap(([ax, ay], edge): Crossing[] => {
      const [bx, by] = ring[(edge + 1) % ring.length] ?? [ax, ay]
      const across = (bx - ax) * (ey - cy) - (by - ay) * (ex - cx)
      const along = ((cx - ax) * (ey - cy) - (cy - ay) * (ex - cx)) / across
      const at = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
      if (!across || along < 0 || along >= 1 || at < 0 || at > 1) return []
      const round = (n: number) => Number(n.toFixed(7))
      return [{ point: [round(ax + along * (bx - ax)), round(ay + along * (by - ay))], edge, along, step, at }]
    })
  }).sort((a, b) => a.step - b.step || a.at - b.at)
}

/** The two rings into which a line cuts a ring, [lng, lat]; null unless it crosses the ring exactly twice. Parts of the line outside are left out. */
export function splitRing(ring: readonly Point[], line: readonly Point[]): readonly [[number, number][], [number, number][]] | null {
  const [from, to, more] = crossings(ring, line)
  if (!from || !to || more) return null
  const between = line.slice(from.step + 1, to.step + 1).map(([x, y]): [number, number] => [x, y])
  /** The corners of the ring from one crossing on to the other. */
  const corners = (a: Crossing, b: Crossing): [number, number][] => {
    let count = (b.edge - a.edge + ring.length) % ring.length
    if (count === 0 && b.along < a.along) count = ring.length
    return Array.from({ length: count }, (_, i): [number, number] => {
      const [x, y] = ring[(a.edge + 1 + i) % ring.length] ?? [0, 0]
      return [x, y]
    })
  }
  const whole = (a: Crossing, b: Crossing, line: [number, number][]) => [a.point, ...corners(a, b), b.point, ...line].filter(([x, y], i, all) => {
    const [px, py] = all.at(i - 1) ?? [Number.NaN, Number.NaN]
    return x !== px || y !== py
  })
  return [whole(from, to, [...between].reverse()), whole(to, from, between)]
}
