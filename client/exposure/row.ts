import type { Exposure } from '../../shared/records.ts'
import type { Row } from '../base/lists/row.ts'
import { townshipName } from '../core/county-names.ts'
import { dotted } from '../core/isolate.ts'
import { moment } from '../core/time.ts'
import { standing, windowText } from './exposures.ts'
import { exposureWords as words } from './words.ts'

export function exposureRow(one: Exposure, now: number): Row {
  const at = standing(one)
  return { key: `exposure/${one.id}`, title: one.name, sub: dotted([townshipName(one.township), ...one.windows.slice(0, 1).map(windowText)]), right: words.value.standings[at], rightSub: moment(one.releasedAt ?? one.at, now), tone: at === 'released' ? 'quiet' : undefined, icon: 'no' }
}
