import type { Shortage } from '../../shared/records.ts'
import type { Row } from '../base/lists/row.ts'
import type { AlarmSite } from './supplies.ts'
import { isUrgent } from '../../shared/supplies/radar.ts'
import { record } from '../core/board.ts'
import { kindIcon, townshipName } from '../core/county-names.ts'
import { dotted, isolated } from '../core/isolate.ts'
import { said, words } from '../core/language.ts'
import { named } from '../core/record-words.ts'
import { duration } from '../core/time.ts'
import { supplyOf } from './supplies.ts'
import { supplies } from './words.ts'

const hour = 3_600_000

export function shortageRow(one: Shortage, at: number): Row {
  const place = one.place ? record('place', one.place)?.name : undefined
  const left = one.runsOutAt === null ? null : one.runsOutAt - at
  const open = one.state === 'open'
  const arranged = open && Math.max(one.allocated, one.covered) >= one.quantity
  return {
    key: `shortage/${one.id}`,
    title: `${isolated(one.item)} ${one.quantity - one.covered} ${one.measure}`,
    sub: place ?? townshipName(one.township),
    right: arranged ? supplies.value.arranged : open && left !== null ? leftFor(left) : named.value.shortageStates[one.state],
    rightSub: `${one.covered}/${one.quantity}`,
    tone: isUrgent(one, at) ? 'soon' : open ? undefined : 'quiet',
    icon: 'shortage',
  }
}

const left = words({
  zh: { enough: (time: string) => `够 ${time}`, none: '已用完' },
  en: { enough: time => `${time} left`, none: 'used up' },
})
export const leftFor = (ms: number) => ms > 0 ? left.value.enough(duration(ms)) : left.value.none

export function alarmRow(site: AlarmSite): Row {
  const place = record('place', site.place)
  return {
    key: `place/${site.place}`,
    title: place?.name ?? '—',
    sub: dotted([said(supplyOf(site.supply)), site.items > 1 ? supplies.value.moreItems(site.items - 1) : '', townshipName(place?.township ?? '')]),
    right: leftFor(site.hoursCovered * hour),
    rightSub: supplies.value.levels[site.level],
    tone: site.level === 'red' ? 'overdue' : 'soon',
    icon: kindIcon(place?.kind ?? ''),
  }
}
