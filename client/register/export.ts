import type { AnyRecord } from '../../shared/records.ts'
import type { Tab } from '../base/lists/filters.ts'
import { toExcel } from '../base/transfer/excel.ts'
import { save } from '../base/transfer/save.ts'
import { transfer } from '../base/transfer/words.ts'
import { record } from '../core/board.ts'
import { nowExactly } from '../core/clock.ts'
import { kindName, shortUnit, townshipName } from '../core/county-names.ts'
import { named } from '../core/record-words.ts'
import { county } from '../core/session.ts'
import { exact } from '../core/time.ts'
import { toGeoJson } from './geojson.ts'

const note = () => record('incident', 'incident')?.drill ? transfer.value.drillNote : transfer.value.realNote
const fileName = (kind: Tab, end: string) => `${named.value.kinds[kind]}-${exact(nowExactly()).slice(0, 16).replace(/\D/g, '')}.${end}`

/** A cell as people read it: names for codes, times in the county's zone. */
function cell(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'township') return townshipName(String(value))
  if (field === 'unit') return shortUnit(String(value))
  if (field === 'kind') return kindName(String(value))
  if (field === 'aspect') return county.value?.aspects.find(one => one.id === value)?.zh ?? String(value)
  if (field === 'state') return named.value.states[value as 'found'] ?? named.value.shortageStates[value as 'open']
  if (field === 'severity') return named.value.severities[value as 'day']
  if (field === 'level') return named.value.levels[value as 'control']
  if (field === 'place') return record('place', String(value))?.name ?? ''
  if (typeof value === 'number' && value > 1e11) return exact(value).slice(0, 19)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export async function exportExcel(kind: Tab, records: readonly AnyRecord[]): Promise<void> {
  const fields = Object.keys(records[0] ?? {}).filter(field => !['claimedBy', 'photos', 'foundBy', 'rectifiedBy', 'postedBy', 'by'].includes(field))
  const names = transfer.value.fields
  const rows = records.map(one => fields.map(field => cell(field, (one as unknown as Record<string, unknown>)[field])))
  save(await toExcel(fields.map(field => names[field] ?? field), rows, note()), fileName(kind, 'xlsx'))
}

export function exportGeoJson(kind: Tab, records: readonly AnyRecord[]): void {
  save(new Blob([JSON.stringify(toGeoJson(records, note()), null, 1)], { type: 'application/geo+json' }), fileName(kind, 'geojson'))
}
