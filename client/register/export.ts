import type { AnyRecord } from '../../shared/records.ts'
import type { Tab } from '../base/lists/filters.ts'
import { recordFields } from '../base/lists/record-fields.ts'
import { save } from '../base/transfer/save.ts'
import { transfer } from '../base/transfer/words.ts'
import { listOut, saveList } from '../base/transfer/write-list.ts'
import { record } from '../core/board.ts'
import { named } from '../core/record-words.ts'
import { toGeoJson } from './geojson.ts'
import { toGpx, toKml } from './map-files.ts'

const note = () => record('incident', 'incident')?.drill ? transfer.value.drillNote : transfer.value.realNote
/** The rows of the list. The sheet's name says whether they come from a drill or a real incident. */
const listed = (kind: Tab, records: readonly AnyRecord[]) => listOut(named.value.kinds[kind], records, recordFields(kind), note())

export const exportExcel = (kind: Tab, records: readonly AnyRecord[]): Promise<boolean> => saveList(listed(kind, records))

export function exportGeoJson(kind: Tab, records: readonly AnyRecord[]): void {
  save(new Blob([JSON.stringify(toGeoJson(records, note()), null, 1)], { type: 'application/geo+json' }), `${listed(kind, records).fileName}.geojson`)
}

export function exportKml(kind: Tab, records: readonly AnyRecord[]): void {
  const list = listed(kind, records)
  save(new Blob([toKml(records, list, note())], { type: 'application/vnd.google-earth.kml+xml' }), `${list.fileName}.kml`)
}

export function exportGpx(kind: Tab, records: readonly AnyRecord[]): void {
  const list = listed(kind, records)
  save(new Blob([toGpx(records, list, note())], { type: 'application/gpx+xml' }), `${list.fileName}.gpx`)
}
