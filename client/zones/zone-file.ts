import type { ProblemCode } from '../../shared/transfer/problem.ts'
import type { ZoneDraft } from '../../shared/zones/from-file.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decoded } from '../../shared/transfer/csv.ts'
import { kmlOfZip } from '../../shared/transfer/kmz.ts'
import { isMapFile } from '../../shared/transfer/map-file.ts'
import { readShapes } from '../../shared/transfer/map-shapes.ts'
import { Problem } from '../../shared/transfer/problem.ts'
import { draftOf } from '../../shared/zones/from-file.ts'
import { county } from '../core/session.ts'

/** A file of boundaries is small: larger ones are refused, in bytes. */
const mostBytes = 4 * 2 ** 20

/** The polygons of a KML or KMZ file, each judged, or why the file cannot be read. Nothing of it is sent. */
export async function zonesIn(file: File): Promise<readonly ZoneDraft[] | ProblemCode> {
  if (file.size > mostBytes) return 'too_large'
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = bytes[0] === 0x50 && bytes[1] === 0x4B ? kmlOfZip(bytes) : decoded(bytes)
    if (text === null || !isMapFile(text.slice(0, 4096))) return 'not_a_list'
    if (!county.value) return 'not_opened'
    const facts = factsOf(county.value)
    return readShapes(text).map(shape => draftOf(shape, facts))
  } catch (error) {
    return error instanceof Problem ? error.code : 'not_readable'
  }
}
