import type { Inspection, Team } from '../../../shared/records.ts'
import type { ListColumn } from '../../base/transfer/write-list.ts'
import { fieldWords } from '../../base/lists/field-words.ts'
import { save } from '../../base/transfer/save.ts'
import { transfer } from '../../base/transfer/words.ts'
import { listOut, saveList } from '../../base/transfer/write-list.ts'
import { record } from '../../core/board.ts'
import { kindName, townshipName } from '../../core/county-names.ts'
import { titles } from '../../core/page-titles.ts'
import { named } from '../../core/record-words.ts'
import { wallClock } from '../../core/time.ts'
import { inspectionWords } from '../words.ts'
import { meetingWords as words } from './words.ts'

/** A team, and its stops of a day in the order of the route. */
export interface TeamRoute { readonly team: Team, readonly stops: readonly Inspection[] }
interface Stop { readonly team: Team, readonly stop: Inspection, readonly turn: number }

/** When somebody was at a stop (epoch ms), or null. */
export const doneAt = ({ finishedAt, checkIn }: Inspection): number | null => finishedAt ?? checkIn?.at ?? null

/** The heads of a place are those that the import knows, so that the places of a route are found again. */
const fields = (): ListColumn<Stop>[] => [
  { title: named.value.kinds.team, holds: 'text', of: one => one.team.name },
  { title: words.value.columns.turn, holds: 'number', of: one => one.turn },
  { title: fieldWords.value.name, holds: 'text', of: one => one.stop.title },
  { title: fieldWords.value.kind, holds: 'text', of: one => kindName(record('place', one.stop.place ?? '')?.kind ?? '') },
  { title: fieldWords.value.township, holds: 'text', of: one => townshipName(one.stop.township) },
  { title: fieldWords.value.address, holds: 'text', of: one => record('place', one.stop.place ?? '')?.address ?? null },
  { title: words.value.columns.state, holds: 'text', of: one => inspectionWords.value.states[one.stop.state] },
  { title: words.value.columns.at, holds: 'time', of: (one) => {
    const at = doneAt(one.stop)
    return at === null ? null : wallClock(at)
  } },
  { title: fieldWords.value.lng, holds: 'degrees', of: one => one.stop.lng },
  { title: fieldWords.value.lat, holds: 'degrees', of: one => one.stop.lat },
  { title: fieldWords.value.id, holds: 'text', of: one => one.stop.id },
]

/** The routes of a day as one list, which a person sees on the page. */
export function routeList(day: string, routes: readonly TeamRoute[]) {
  const stops = routes.flatMap(({ team, stops }) => stops.map((stop, i): Stop => ({ team, stop, turn: i + 1 })))
  const whose = routes.length === 1 ? ` ${routes[0]?.team.name}` : ''
  return { stops, list: listOut(`${titles.value['/routes']} ${day}${whose}`, stops, fields()) }
}

/** Downloads the routes. A map file has a point for each stop and a line for each team, in WGS-84. */
export async function saveRoutes(form: 'excel' | 'kml' | 'gpx', day: string, routes: readonly TeamRoute[]): Promise<void> {
  const { stops, list } = routeList(day, routes)
  if (form === 'excel') return void await saveList(list)
  const { toGpx, toKml } = await import('../../register/map-files.ts')
  const ways = routes.map(({ team, stops }) => ({ id: `route-${team.id}`, name: team.name, stops }))
  const note = record('incident', 'incident')?.drill ? transfer.value.drillNote : transfer.value.realNote
  const marks = stops.map(({ stop, team, turn }) => ({ ...stop, note: words.value.stopOf(turn, stop.title, team.name) }))
  const text = form === 'kml' ? toKml(marks, list, note, ways) : toGpx(marks, list, note, ways)
  save(new Blob([text], { type: form === 'kml' ? 'application/vnd.google-earth.kml+xml' : 'application/gpx+xml' }), `${list.fileName}.${form}`)
}
