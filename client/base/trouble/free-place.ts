/** An area of the window, in CSS pixels from its top left corner. */
export interface Area { readonly left: number, readonly top: number, readonly width: number, readonly height: number, /** How bad it is to cover it, for each pixel. */ readonly weight?: number }

const edge = 12
const step = 12

const both = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top))

/** Where a box of this size lies over nothing that is in use, or over the least: as low as possible, in the middle before the right and the left. */
export function freePlace(box: Pick<Area, 'width' | 'height'>, window: Pick<Area, 'width' | 'height'>, used: readonly Area[]): Area {
  // A box that was measured has its size behind getters, which a spread does not copy.
  const { width, height } = box
  let best: Area = { width, height, left: edge, top: edge }
  let least = Infinity
  const [middle, right] = [(window.width - width) / 2, window.width - width - edge]
  for (let top = window.height - height - edge; top >= edge; top -= step) {
    for (const left of [middle, right, edge]) {
      const place = { width, height, left: Math.max(edge, left), top }
      const covered = used.reduce((sum, one) => sum + both(place, one) * (one.weight ?? 1), 0)
      if (covered >= least) continue
      if (covered === 0) return place
      best = place
      least = covered
    }
  }
  return best
}
