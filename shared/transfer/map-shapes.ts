import { Problem } from './problem.ts'
import { walk } from './xml.ts'

/** A polygon of a KML file as it stands there: its Placemark's id and name, and its outer boundary in [lng, lat], WGS-84, without the closing corner. */
export interface MapShape { readonly id: string, readonly name: string, readonly ring: readonly (readonly [number, number])[], readonly holes: number, /** True if a corner could not be read as two numbers. */ readonly garbled: boolean }

/** Elements within elements, shapes of one file, and corners of one shape. */
const most = { depth: 64, shapes: 200, corners: 20_000 } as const

function cornersOf(text: string): { readonly ring: [number, number][], readonly garbled: boolean } {
  const corners = text.trim().split(/\s+/).filter(Boolean)
  if (corners.length > most.corners) throw new Problem('bomb')
  const ring = corners.map((corner): [number, number] => {
    const [lng = '', lat = ''] = corner.split(',')
    return [lng === '' ? Number.NaN : Number(lng), lat === '' ? Number.NaN : Number(lat)]
  })
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) ring.pop()
  return { ring, garbled: ring.some(([lng, lat]) => !Number.isFinite(lng) || !Number.isFinite(lat)) }
}

/** The polygons of a KML text, those of a MultiGeometry one by one. Throws the problems `damaged`, `bomb`, `too_many_rows`, and `not_a_list` if there is none. */
export function readShapes(xml: string): MapShape[] {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Problem('damaged')
  const found: MapShape[] = []
  const path: string[] = []
  let [mark, text] = [{ id: '', name: '' }, '']
  let outer: ReturnType<typeof cornersOf> | null = null
  let holes = 0
  let ofMark: MapShape[] = []

  walk(xml, {
    open(tag, attributes) {
      if (path.push(tag) > most.depth) throw new Problem('bomb')
      text = ''
      if (tag === 'Placemark') {
        mark = { id: attributes().id ?? '', name: '' }
        ofMark = []
      }
      if (tag === 'Polygon') [outer, holes] = [null, 0]
    },
    text(part) {
      text += part
    },
    close(tag) {
      path.pop()
      if (tag === 'name' && path.at(-1) === 'Placemark') mark.name = text.trim().slice(0, 80)
      if (tag === 'coordinates' && path.includes('outerBoundaryIs')) outer = cornersOf(text)
      if (tag === 'innerBoundaryIs') holes++
      if (tag === 'Polygon' && outer) ofMark.push({ ...mark, ...outer, holes })
      if (tag === 'Placemark') {
        // The name may stand after the shape. Several shapes of one mark cannot all have its id.
        found.push(...ofMark.map((shape, i) => ofMark.length > 1 ? { ...shape, id: '', name: `${mark.name} ${i + 1}`.trim() } : { ...shape, name: mark.name }))
        if (found.length > most.shapes) throw new Problem('too_many_rows')
      }
      text = ''
    },
  })
  if (path.length) throw new Problem('damaged')
  if (!found.length) throw new Problem('not_a_list')
  return found
}
