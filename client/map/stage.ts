import type { View } from './canvas-layer.ts'
import type { Space } from './collision.ts'
import type { Brush } from './paint.ts'

/** A drawn shape that can be clicked: `keys` are `kind/id`, several if it stands for several records. In world pixels at the zoom drawn. */
export interface Target { readonly x: number, readonly y: number, readonly r: number, readonly wide?: number, readonly keys: () => readonly string[] }

/** One drawing of the map: what is painted with, what room is taken, and what can be clicked so far. */
export interface Stage {
  readonly view: View
  /** Pixels at this zoom for one unit of the world. */
  readonly scale: number
  readonly brush: Brush
  readonly space: Space
  readonly targets: Target[]
}

export interface Shown {
  readonly issues: boolean
  readonly places: boolean
  /** Places where an act is overdue are red. */
  readonly due: boolean
  readonly unseen: boolean
  readonly shifts: boolean
  readonly duty: boolean
  readonly teams: boolean
  readonly shortages: boolean
  readonly radar: boolean
  readonly zones: boolean
  readonly labels: boolean
}

/** Zoom from which every place shows its kind; further out a place without issues is a dot. */
export const tileZoom = 13
/** Zoom from which places have their names. */
export const nameZoom = tileZoom + 2
/** Zoom from which dots can be clicked, and marks have words. */
export const closeZoom = tileZoom - 2

/** Whether a position (world units) is on the canvas. */
export const inView = ({ view, scale }: Stage, { x, y }: { readonly x: number, readonly y: number }): boolean =>
  x * scale > view.left && y * scale > view.top && x * scale < view.left + view.width && y * scale < view.top + view.height
