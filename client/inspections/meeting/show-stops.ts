/** A stop of a route on the projector. `free`: it may go to another team. */
export interface ShownStop { readonly id: string, readonly title: string, readonly lng: number, readonly lat: number, readonly free: boolean }

/** The colour of a team, as a hue: neighbouring numbers are far apart. */
export const hueOf = (no: number): number => Math.round((no - 1) * 137.5) % 360
