import { shallowRef } from 'vue'

/**
 * A form asks the map for a position or a ring; whichever map is on the screen watches `asking` and answers.
 * WGS-84 degrees. While it is not null, dialogs stand aside; a phone shows its map.
 */
export type Ask
  = | {
    readonly kind: 'point'
    readonly from?: { lng: number, lat: number }
    readonly moved: (at: { lng: number, lat: number, township: string | null }) => void
    /** Told once at the end: whether the person kept the choice or gave up. */
    readonly done?: (kept: boolean) => void
  }
  | { readonly kind: 'ring', readonly from?: [number, number][], readonly done: (ring: [number, number][] | null) => void }

export const asking = shallowRef<Ask | null>(null)
export const pickOnMap = (what: Ask) => asking.value = what

function end(kept: boolean): void {
  const what = asking.value
  asking.value = null
  if (what?.kind === 'point') what.done?.(kept)
}

/** The person keeps the position under the pin. */
export const endAsking = (): void => end(true)
/** The person gives up; the position stays as it was. */
export const cancelAsking = (): void => end(false)
