import type { Spot } from '../../shared/core/distance.ts'
import type { AnyRecord } from '../../shared/records.ts'
import type { ListOut } from '../base/transfer/write-list.ts'

/** What lies on a way, in the order in which it is walked. */
export interface Way { readonly id: string, readonly name: string, readonly stops: readonly (Spot & { readonly title: string })[] }
type Rows = Pick<ListOut, 'name' | 'columns' | 'rows'>

/** Records as KML and GPX in WGS-84. Ids stay, and every column of the list goes with them, so that the list comes in again as it went out. */

/** Text of an element or attribute: XML forbids most control characters altogether. */
const safe = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const nameOf = (record: AnyRecord): string => 'name' in record ? String(record.name) : 'title' in record ? String(record.title) : record.id
const noteOf = (record: AnyRecord): string => 'note' in record ? String(record.note) : ''
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The cells of each record under their heads, without empty ones and without degrees, which the points have. */
function fields({ columns, rows }: Pick<ListOut, 'columns' | 'rows'>): [string, string][][] {
  return [...rows()].map(cells => columns.flatMap(({ title, holds }, i): [string, string][] => holds === 'degrees' || cells[i] === null || cells[i] === undefined || cells[i] === '' ? [] : [[title, String(cells[i])]]))
}

export function toKml(records: readonly AnyRecord[], list: Rows, note: string, ways: readonly Way[] = []): string {
  const cells = fields(list)
  const marks = records.map((record, i) => {
    const data = (cells[i] ?? []).map(([title, text]) => `<Data name="${safe(title)}"><value>${safe(text)}</value></Data>`).join('')
    return `<Placemark id="${safe(record.id)}"><name>${safe(nameOf(record))}</name><description>${safe(noteOf(record))}</description><ExtendedData>${data}</ExtendedData>${shapeOf(record)}</Placemark>`
  })
  const lines = ways.map(({ id, name, stops }) => `<Placemark id="${safe(id)}"><name>${safe(name)}</name><LineString><tessellate>1</tessellate><coordinates>${stops.map(({ lng, lat }) => `${lng},${lat}`).join(' ')}</coordinates></LineString></Placemark>`)
  return `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${safe(list.name)}</name><description>${safe(note)}</description>\n${[...marks, ...lines].join('\n')}\n</Document></kml>\n`
}

function shapeOf(record: AnyRecord): string {
  if ('ring' in record) return `<Polygon><outerBoundaryIs><LinearRing><coordinates>${[...record.ring, ...record.ring.slice(0, 1)].map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon>`
  return 'lng' in record ? `<Point><coordinates>${record.lng},${record.lat}</coordinates></Point>` : ''
}

/** GPX has points and lines only: a record with a ring becomes a closed track, and one without a position is left out. Its order is that of the schema: points, routes, tracks. */
export function toGpx(records: readonly AnyRecord[], list: Rows, note: string, ways: readonly Way[] = []): string {
  const cells = fields(list)
  const about = (record: AnyRecord, i: number) => `<name>${safe(nameOf(record))}</name><desc>${safe(noteOf(record))}</desc><extensions><y:id>${safe(record.id)}</y:id>${(cells[i] ?? []).map(([title, text]) => `<y:field name="${safe(title)}">${safe(text)}</y:field>`).join('')}</extensions>`
  const points = records.flatMap((record, i) => 'lng' in record ? [`<wpt lat="${record.lat}" lon="${record.lng}">${about(record, i)}</wpt>`] : [])
  const routes = ways.map(({ name, stops }) => `<rte><name>${safe(name)}</name>${stops.map(({ lng, lat, title }) => `<rtept lat="${lat}" lon="${lng}"><name>${safe(title)}</name></rtept>`).join('')}</rte>`)
  const tracks = records.flatMap((record, i) => 'ring' in record ? [`<trk>${about(record, i)}<trkseg>${[...record.ring, ...record.ring.slice(0, 1)].map(([lng, lat]) => `<trkpt lat="${lat}" lon="${lng}"/>`).join('')}</trkseg></trk>`] : [])
  return `${head}<gpx version="1.1" creator="Yixian" xmlns="http://www.topografix.com/GPX/1/1" xmlns:y="urn:yixian:fields"><metadata><name>${safe(list.name)}</name><desc>${safe(note)}</desc></metadata>\n${[...points, ...routes, ...tracks].join('\n')}\n</gpx>\n`
}
