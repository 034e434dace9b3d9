/** A box around its middle. World pixels at the zoom drawn. */
export interface Box { readonly x: number, readonly y: number, readonly w: number, readonly h: number }

const cell = 64
/** Free pixels between two boxes. */
const apart = 2

type Point = Pick<Box, 'x' | 'y'>

/** The boxes that are taken. What is placed first keeps its place, so the order of the calls is the order of importance. `sight` is the window: its edges cut no label. */
export function createSpace<T extends Box = Box>(sight: Box | null = null) {
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

  const inSight = ({ x, y }: Point): boolean => !sight || (Math.abs(x - sight.x) <= sight.w / 2 && Math.abs(y - sight.y) <= sight.h / 2)
  const outOfSight = ({ x, y, w, h }: Box): boolean => sight !== null && (Math.abs(x - sight.x) >= (sight.w + w) / 2 || Math.abs(y - sight.y) >= (sight.h + h) / 2)

  /** A place moved into the window if an edge would cut it; null where it would lie on an edge or on the other side of it than its record. */
  function uncut<P extends T>(place: P, of: Point | undefined): P | null {
    if (outOfSight(place)) return of && inSight(of) ? null : place
    if (!inSight(of ?? place) || !inSight(place)) return null
    return within(place)
  }

  function within<P extends T>(place: P): P {
    return sight ? { ...place, x: into(place.x, place.w, sight.x, sight.w), y: into(place.y, place.h, sight.y, sight.h) } : place
  }

  return {
    covered,
    take,
    /** The place moved so that the window holds all of it. */
    within,
    /** Takes the first of these places that covers nothing and is in sight, else one out of sight; null if there is none. `of` is what the label belongs to: it is in sight with it. */
    first<P extends T>(places: Iterable<P>, of?: Point): P | null {
      let unseen: P | null = null
      for (const place of places) {
        const spot = uncut(place, of)
        if (!spot || covered(spot)) continue
        if (outOfSight(spot)) {
          unseen ??= spot
          continue
        }
        take(spot)
        return spot
      }
      if (unseen) take(unseen)
      return unseen
    },
  }
}

/** The middle closest to `at` from which a length stays within another one; in its middle if it is longer. */
function into(at: number, length: number, middle: number, whole: number): number {
  const room = Math.max(0, (whole - length) / 2)
  return Math.min(middle + room, Math.max(middle - room, at))
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
