import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import type { AnyRecord, Kind, Zone } from '../../shared/records.ts'
import type { Content } from './above.ts'
import type { Box } from './collision.ts'
import type { Edges } from './free-area.ts'
import type { PillWords } from './pills.ts'
import type { TileLayer } from './tiles.ts'

/** Which records of each kind are drawn; a kind that is not named is drawn whole. */
export type Filters = Partial<Record<Kind, (record: AnyRecord) => boolean>>

interface MapWords extends PillWords {
  readonly label: string
  readonly zoneChip: (zone: Zone) => string
}

/** What a map is made of, and whom it tells. */
export interface MapOptions {
  readonly county: County
  readonly words: MapWords
  readonly say: Content['say']
  readonly tiles: readonly TileLayer[]
  readonly reader: Reader
  /** The edges that panels cover, and what is drawn, when the map is first shown: it is then drawn once. */
  readonly edges?: Edges
  readonly filters?: Filters
  /** Epoch ms. */
  readonly now: () => number
  /** What lies over the map now, in pixels of its window: no label is put there. */
  readonly covered?: () => readonly Box[]
  /** One key, or the keys of all records that share one mark; empty for a click on the ground. */
  readonly onSelect: (keys: readonly string[]) => void
  /** A long press or a right click, which reports an issue at this position. WGS-84. */
  readonly onLongPress?: (at: { lng: number, lat: number, township: string | null }) => void
}
