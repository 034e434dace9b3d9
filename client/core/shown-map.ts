import type { Edges } from '../map/free-area.ts'
import type { BoardMap } from '../map/map.ts'
import { shallowRef } from 'vue'

/** The map on the screen, and what panels cover of it. */
export interface MapHere { readonly board: BoardMap, readonly covered: () => Edges }

/** Null while another page is open. */
export const mapHere = shallowRef<MapHere | null>(null)
/** True while the map follows its leader: it then stays where they are, whatever is opened. */
export const led = shallowRef(false)
