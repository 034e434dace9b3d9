import type { Batch, Quarantine } from '../../shared/records.ts'
import { computed } from 'vue'
import { batchesAt, presentIn, takenAt } from '../../shared/quarantine/batches.ts'
import { reactive, record, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { townshipName } from '../core/county-names.ts'
import { dotted } from '../core/isolate.ts'
import { county } from '../core/session.ts'
import { moment } from '../core/time.ts'
import { quarantineWords as words } from './words.ts'

/** A quarantine site as this person sees it. */
export interface Site { readonly site: Quarantine, readonly batches: readonly Batch[], readonly taken: ReadonlySet<string>, readonly free: readonly string[], readonly heads: number }

export const siteName = (place: string): string => record('place', place)?.name ?? place

export const sites = computed<readonly Site[]>(() => records('quarantine').map((site) => {
  const batches = [...batchesAt(reactive, site.id)].sort((a, b) => a.no - b.no)
  const taken = new Set(takenAt(reactive, site.id).keys())
  return { site, batches, taken, free: site.rooms.filter(room => !taken.has(room)), heads: batches.reduce((sum, batch) => sum + presentIn(batch), 0) }
}).sort((a, b) => siteName(a.site.id).localeCompare(siteName(b.site.id), 'zh')))

/** Places that may have rooms and have entered none. */
export const withoutRooms = computed(() => records('place').filter(place => !place.retired && county.value?.quarantine.kinds.includes(place.kind) && !record('quarantine', place.id)))

export const whereFrom = ({ place, township, text }: Batch['from']): string => text || (place ? siteName(place) : township ? townshipName(township) : '')

/** 第 3 批 · 12 人 · 5月8日 14:40 到 · 来自 吉水镇. */
export const batchLine = (batch: Batch): string => dotted([
  words.value.arrived(moment(batch.at, minute.value)),
  whereFrom(batch.from) && words.value.from(whereFrom(batch.from)),
  presentIn(batch) < batch.heads ? words.value.left(batch.heads - presentIn(batch)) : '',
  batch.note,
])
