import type { Due } from '../../shared/requirements/dues.ts'
import { presentIn } from '../../shared/quarantine/batches.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { kindName, shortUnit, townshipName } from '../core/county-names.ts'
import { titles } from '../core/page-titles.ts'
import { wallClock } from '../core/time.ts'
import { levelOf, ruleOf, stateOf } from './dues.ts'
import { requirementWords as words } from './words.ts'

/** What is due as a list for Excel. */
export function dueList(dues: readonly Due[]) {
  const { columns, acts } = words.value
  return listOut(titles.value['/due'], dues, [
    { title: columns.place, holds: 'text', of: one => one.place.name },
    { title: columns.kind, holds: 'text', of: one => kindName(one.place.kind) },
    { title: columns.township, holds: 'text', of: one => townshipName(one.place.township) },
    { title: columns.unit, holds: 'text', of: one => shortUnit(one.place.unit) },
    { title: columns.level, holds: 'text', of: levelOf },
    { title: columns.act, holds: 'text', of: one => one.batch ? `${acts[one.act]} ${words.value.batch(one.batch.no, presentIn(one.batch))}` : acts[one.act] },
    { title: columns.rule, holds: 'text', of: ruleOf },
    { title: columns.last, holds: 'time', of: one => one.last && wallClock(one.last.at) },
    { title: columns.count, holds: 'number', of: one => one.last?.count ?? null },
    { title: columns.due, holds: 'time', of: one => wallClock(one.dueAt) },
    { title: columns.state, holds: 'text', of: stateOf },
  ])
}
