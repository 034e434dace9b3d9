/** A box around its middle. World pixels at the zoom drawn. */
export interface Box { readonly x: number, readonly y: number, readonly w: number, readonly h: number }

const cell = 64
/** Free pixels between two boxes. */
const apart = 2

/** The boxes that are taken. What is placed first keeps its place, so the order of the calls is the order of importance. */
export function createSpace<T extends Box = Box>() {
  const cells = new Map<number, T[]>()

  function cellsOf({ x, y, w, h }: Box, edge: number): number[] {
    const [x0, x1, y0, y1] = [x - w / 2 - edge, x + w / 2 + edge, y - h / 2 - edge, y + h / 2 + edge].map(side => Math.floor(side / cell)) as [number, number, number, number]
    const ids: number[] = []
    for (let i = x0; i <= x1; i++) {
      for (let j = y0; j <= y1; j++) ids.push(i * 0x4000000 + j)
    }
    return ids
  }

  /** A taken box that this one would cover or touch. */
  function covered(box: Box): T | undefined {
    for (const id of cellsOf(box, apart)) {
      const found = cells.get(id)?.find(one => Math.abs(one.x - box.x) < (one.w + box.w) / 2 + apart && Math.abs(one.y - box.y) < (one.h + box.h) / 2 + apart)
      if (found) return found
    }
    return undefined
  }

  function take(box: T): void {
    for (const id of cellsOf(box, 0)) {
      const list = cells.get(id)
      if (list) list.push(box)
      else cells.set(id, [box])
    }
  }

  return {
    covered,
    take,
    /** Takes the first of these places that covers nothing; null if each covers something. */
    first<P extends T>(places: Iterable<P>): P | null {
      for (const place of places) {
        if (covered(place)) continue
        take(place)
        return place
      }
      return null
    },
  }
}

/** A mark beside the canvas that takes part in the placing: where it would stand, best first, in world pixels at a scale, and who moves it. */
export interface Guest {
  readonly places: (scale: number) => Iterable<Box>
  /** Told where it stands; null where there is no room for it. */
  readonly put: (at: Box | null) => void
}

/** Gives each guest the first of its places that is free. */
export function seat(space: Pick<Space, 'first'>, guests: readonly Guest[], scale: number): void {
  for (const { places, put } of guests) put(space.first(places(scale)))
}

export type Space = ReturnType<typeof createSpace<Box>>

const sides = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1]] as const

/**
 * Where a label may stand beside a point: right, left, below, above, then the corners, then the same further out.
 * `gap` is the distance between the point and the nearest edge of the label, in pixels.
 */
export function* beside(x: number, y: number, w: number, h: number, gap: number, steps: number): Generator<Box> {
  for (let step = 0; step < steps; step++) {
    const [dx, dy] = [w / 2 + gap + step * 20, h / 2 + gap + step * 20]
    for (const [right, down] of sides) yield { x: x + right * dx, y: y + down * dy, w, h }
  }
}
