import type { Requirement, WhereLevel } from '../../../shared/records.ts'
import { computed } from 'vue'
import { endOf } from '../../../shared/core/versions.ts'
import { requirementsAt, versionsOf } from '../../../shared/requirements/in-force.ts'
import { listOut } from '../../base/transfer/write-list.ts'
import { reactive } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { kindName } from '../../core/county-names.ts'
import { dotted } from '../../core/isolate.ts'
import { inARow } from '../../core/language.ts'
import { titles } from '../../core/page-titles.ts'
import { named } from '../../core/record-words.ts'
import { moment, wallClock } from '../../core/time.ts'
import { facts, sentenceOf } from '../dues.ts'
import { requirementWords } from '../words.ts'
import { ruleWords as words } from './words.ts'

/** All versions of all requirements of the county. */
export const versions = computed<readonly Requirement[]>(() => facts.value ? versionsOf(reactive, facts.value) : [])

const counting = computed(() => new Set(facts.value ? requirementsAt(reactive, facts.value, minute.value).map(one => one.id) : []))
export function stateOf(one: Requirement): 'inForce' | 'planned' | 'ended' {
  if (counting.value.has(one.id)) return 'inForce'
  const end = endOf(one, versions.value)
  return one.validFrom > minute.value && (end === null || end > one.validFrom) ? 'planned' : 'ended'
}

export const levelName = (level: WhereLevel): string => level === 'outside' ? requirementWords.value.outside : named.value.levels[level]
const kindsOf = ({ kinds }: Requirement) => inARow(kinds.map(kindName))
const levelsOf = ({ levels }: Requirement) => inARow(levels.map(levelName))
const phasesOf = ({ phases }: Requirement) => inARow(phases.map(phase => named.value.phases[phase]))

/** Where it applies: 养老院、福利院 · 封控区、管控区 · 应急处置. */
export const whereOf = (one: Requirement): string => dotted([kindsOf(one), levelsOf(one), phasesOf(one)])
export const oftenOf = ({ every, first }: Requirement): string => dotted([words.value.every(every), words.value.first(first)])
/** From when until when it counts. */
export function spanOf(one: Requirement): string {
  const end = endOf(one, versions.value)
  const begin = one.validFrom ? words.value.from(moment(one.validFrom, minute.value)) : end ? '' : words.value.always
  return dotted([begin, end ? words.value.until(moment(end, minute.value)) : ''])
}

/** All versions as a list for Excel. */
export function ruleList(rules: readonly Requirement[]) {
  const { columns } = words.value
  return listOut(titles.value['/requirements'], rules, [
    { title: columns.id, holds: 'text', of: one => one.rule },
    { title: columns.version, holds: 'number', of: one => one.version },
    { title: columns.act, holds: 'text', of: one => requirementWords.value.acts[one.act] },
    { title: columns.kinds, holds: 'text', of: kindsOf },
    { title: columns.levels, holds: 'text', of: levelsOf },
    { title: columns.phases, holds: 'text', of: phasesOf },
    { title: columns.every, holds: 'number', of: one => one.every },
    { title: columns.first, holds: 'number', of: one => one.first },
    { title: columns.sentence, holds: 'text', of: sentenceOf },
    { title: columns.source, holds: 'text', of: one => sentenceOf(one.source) },
    { title: columns.from, holds: 'time', of: one => one.validFrom ? wallClock(one.validFrom) : null },
    { title: columns.to, holds: 'time', of: (one) => {
      const end = endOf(one, versions.value)
      return end ? wallClock(end) : null
    } },
    { title: columns.state, holds: 'text', of: one => words.value.states[stateOf(one)] },
  ])
}
