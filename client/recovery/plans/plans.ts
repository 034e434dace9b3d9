import type { WorkPlan } from '../../../shared/records.ts'
import { computed } from 'vue'
import { readerOf, unreadBy } from '../../../shared/recovery/plans.ts'
import { reactive, record, records } from '../../core/board.ts'
import { kindName, shortUnit, townshipName } from '../../core/county-names.ts'
import { county, me } from '../../core/session.ts'
import { recoveryWords } from '../words.ts'
import { planWords as words } from './words.ts'

/** The versions in force, the newest first. */
export const plans = computed<readonly WorkPlan[]>(() => records('workPlan').filter(one => one.replacedAt === null).sort((a, b) => b.at - a.at))

/** The earlier versions still on this device's board, the newest first. */
export const earlierOf = (plan: string): readonly WorkPlan[] => records('workPlan').filter(one => one.plan === plan && one.replacedAt !== null).sort((a, b) => b.version - a.version)

const reader = computed(() => me.value && readerOf(reactive, me.value))
export const isForMe = (plan: WorkPlan): boolean => reader.value !== null && reader.value !== undefined && plan.addressees.includes(reader.value)
export const iHaveRead = (plan: WorkPlan): boolean => Object.hasOwn(plan.reads, reader.value ?? '')
export const waitsForMe = computed(() => plans.value.filter(one => isForMe(one) && !iHaveRead(one)).length)

/** An addressee in words. */
export function addresseeName(key: string): string {
  const [kind, id = ''] = key.split(':')
  if (kind === 'township') return townshipName(id)
  if (kind === 'unit') return shortUnit(id)
  return kind === 'team' ? words.value.team(id) : record('place', id)?.name ?? id
}

/** Groups of addressees to choose from: all townships, all teams, each department, and the places of each kind that comes back. */
export const groups = computed(() => [
  { id: 'townships', text: words.value.allTownships, keys: (county.value?.townships ?? []).map(one => `township:${one.code}`) },
  { id: 'teams', text: words.value.teams, keys: records('team').map(one => `team:${one.no}`) },
  ...(county.value?.recoveryKinds ?? []).map((kind) => {
    const keys = records('reopening').filter(one => one.kind === kind).map(one => `place:${one.place}`)
    return { id: `kind-${kind}`, text: words.value.allOf(kindName(kind), keys.length), keys }
  }),
  ...[...new Set(records('reopening').flatMap(one => one.batch ?? []))].sort((a, b) => a - b).map((batch) => {
    const keys = records('reopening').filter(one => one.batch === batch).map(one => `place:${one.place}`)
    return { id: `batch-${batch}`, text: words.value.allOf(recoveryWords.value.batchOf(batch), keys.length), keys }
  }),
  ...(county.value?.units ?? []).filter(unit => !unit.township).map(unit => ({ id: `unit-${unit.id}`, text: shortUnit(unit.id), keys: [`unit:${unit.id}`] })),
].filter(one => one.keys.length))

export const unreadNames = (plan: WorkPlan): readonly string[] => unreadBy(plan).map(addresseeName)

export interface Paragraph { readonly heading: boolean, readonly text: string }
export const paragraphsOf = ({ text }: Pick<WorkPlan, 'text'>): readonly Paragraph[] =>
  text.split('\n').filter(line => line.trim()).map(line => line.startsWith('# ') ? { heading: true, text: line.slice(2) } : { heading: false, text: line })
