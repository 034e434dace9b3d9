import type { Facts } from '../core/county.ts'
import * as v from 'valibot'
import { NewId } from '../core/fields.ts'
import { touches } from '../core/outline.ts'
import { Rejection } from '../core/rejection.ts'
import { drawable } from './drawable.ts'
import { zone } from './records.ts'

type Ring = readonly (readonly [number, number])[]
/** A polygon as it stands in a file. */
interface Shape { readonly id: string, readonly name: string, readonly ring: Ring, readonly holes: number, readonly garbled: boolean }

/** Why a polygon of a file cannot become a zone. `swapped`: it would lie in the county with longitude and latitude the other way round. */
export const shapeFaults = ['garbled', 'holes', 'few_corners', 'many_corners', 'crossed_ring', 'flat_ring', 'swapped', 'outside_county'] as const
export type ShapeFault = (typeof shapeFaults)[number]

/** A polygon of a file for the form of a zone, where a person reviews it. `id` is the zone's of which it was made, if the file says so. */
export interface ZoneDraft { readonly id: string | null, readonly name: string, readonly ring: [number, number][], readonly fault: ShapeFault | null }

const turned = (ring: Ring) => ring.map(([lng, lat]): [number, number] => [lat, lng])
const onEarth = (ring: Ring) => v.is(zone.entries.ring, ring)

/** Judges a polygon by the rules of the board for zones. Nothing is mended: a zone has the ring that a person saw, or none. */
export function draftOf({ id, name, ring, holes, garbled }: Shape, facts: Facts): ZoneDraft {
  const found = { id: v.is(NewId, id) ? id : null, name, ring: ring.map(([lng, lat]): [number, number] => [lng, lat]) }
  return { ...found, fault: garbled ? 'garbled' : holes ? 'holes' : faultOf(found.ring, facts) }
}

/** The same polygon with longitude and latitude exchanged. */
export function exchanged(draft: ZoneDraft, facts: Facts): ZoneDraft {
  const ring = turned(draft.ring)
  return { ...draft, ring, fault: faultOf(ring, facts) }
}

function faultOf(ring: [number, number][], facts: Facts): ShapeFault | null {
  if (ring.length < 3) return 'few_corners'
  if (ring.length > 500) return 'many_corners'
  const other = turned(ring)
  if (!onEarth(ring)) return onEarth(other) && touches(other, facts.outline) ? 'swapped' : 'outside_county'
  try {
    drawable(ring, facts)
    return null
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    if (error.code === 'outside_county' && onEarth(other) && touches(other, facts.outline)) return 'swapped'
    return error.code as ShapeFault
  }
}
