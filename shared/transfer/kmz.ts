import { unzipSync } from 'fflate'
import { zipFault } from '../core/zip-check.ts'
import { decoded } from './csv.ts'
import { Problem } from './problem.ts'

/** What the map of a KMZ may unpack to, in bytes. Its pictures stay packed. */
const mostText = 20 * 2 ** 20

/**
 * The KML text of a KMZ, which is a zip archive: its first `.kml`, as the format says; null for another archive. Sizes are checked before
 * anything is unpacked. Throws the problems `too_large`, `bomb` and `damaged`.
 */
export function kmlOfZip(bytes: Uint8Array<ArrayBuffer>): string | null {
  const fault = zipFault(bytes)
  if (fault) throw new Problem(fault)
  let taken = false
  const first = ({ name, originalSize }: { readonly name: string, readonly originalSize: number }): boolean => {
    if (taken || !/\.kml$/i.test(name)) return false
    if (originalSize > mostText) throw new Problem('bomb')
    taken = true
    return true
  }
  try {
    const [text] = Object.values(unzipSync(bytes, { filter: first }))
    return text ? decoded(text as Uint8Array<ArrayBuffer>) : null
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('damaged')
  }
}
