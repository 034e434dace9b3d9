import { shallowRef } from 'vue'

/**
 * A form asks the map for a position, a line or a ring (WGS-84 degrees); the map on the screen watches `asking` and answers.
 * While `asking` is not null, dialogs hide and a phone shows its map.
 */
export type Ask
  = | {
    readonly kind: 'point'
    readonly from?: { lng: number, lat: number }
    readonly moved: (at: { lng: number, lat: number, township: string | null }) => void
    /** Called once at the end: true if the person kept the choice, false if they cancelled. */
    readonly done?: (kept: boolean) => void
  }
  | { readonly kind: 'line', readonly from?: undefined, readonly done: (line: [number, number][] | null) => void }
  | { readonly kind: 'ring', readonly from?: [number, number][], readonly done: (ring: [number, number][] | null) => void }

export const asking = shallowRef<Ask | null>(null)
export const pickOnMap = (what: Ask) => asking.value = what

function end(kept: boolean): void {
  const what = asking.value
  asking.value = null
  if (what?.kind === 'point') what.done?.(kept)
}

export const endAsking = (): void => end(true)
/** The position stays as it was before asking. */
export const cancelAsking = (): void => end(false)
