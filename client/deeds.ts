import type { CommandName } from '../shared/commands.ts'
import type { IssueState } from '../shared/records.ts'
import { computed } from 'vue'
import { bulletinDeeds } from './bulletins/deeds.ts'
import { spoken, words } from './core/language.ts'
import { dutyDeeds } from './duty/deeds.ts'
import { incidentDeeds } from './incident/deeds.ts'
import { inspectionDeeds } from './inspections/deeds.ts'
import { planDeeds } from './inspections/plan-deeds.ts'
import { issueDeeds } from './issues/deeds.ts'
import { noticeDeeds } from './notices/deeds.ts'
import { registerDeeds } from './register/deeds.ts'
import { requirementDeeds } from './requirements/deeds.ts'
import { supplyDeeds } from './supplies/deeds.ts'
import { zoneDeeds } from './zones/deeds.ts'

type Table = Readonly<Record<CommandName, readonly [name: string, done: string, verb: string]>>

type Row = Table[CommandName]
/** The commands of a room, in the current language. */
const of = <K extends CommandName>(room: { readonly zh: Readonly<Record<K, Row>>, readonly en: Readonly<Record<K, Row>> }) => spoken<Readonly<Record<K, Row>>>(room)

/** The words of every command, from each room. A command without words does not compile. */
const table = (): Table => ({ ...of(bulletinDeeds), ...of(dutyDeeds), ...of(incidentDeeds), ...of(inspectionDeeds), ...of(planDeeds), ...of(issueDeeds), ...of(noticeDeeds), ...of(registerDeeds), ...of(requirementDeeds), ...of(supplyDeeds), ...of(zoneDeeds) })

type Deeds = Readonly<Record<CommandName, string>>
interface Words {
  /** The name of the act: on a button, in a timeline, in the list of unsent work. */
  readonly name: Deeds
  /** The message when it is done. */
  readonly done: Deeds
  /** The verb in the feed. */
  readonly verb: Deeds
  readonly undone: string
  /** The act that leads an issue into a state; `from>to` where it depends on the state before. */
  readonly step: Readonly<Record<IssueState | 'awaiting>rectifying', string>>
}

const column = (table: Table, index: 0 | 1 | 2) => Object.fromEntries(Object.entries(table).map(([name, words]) => [name, words[index]])) as Deeds
const columns = (table: Table) => ({ name: column(table, 0), done: column(table, 1), verb: column(table, 2) })

const rest = words<Pick<Words, 'undone' | 'step'>>({
  zh: {
    undone: '已撤销',
    step: {
      'found': '发现',
      'told': '当场反馈',
      'rectifying': '接收整改',
      'awaiting': '提交整改',
      'awaiting>rectifying': '退回再改',
      'closed': '复查销号',
      'relapsed': '登记复发',
      'deferred': '挂账',
    },
  },
  en: {
    undone: 'Undone',
    step: {
      'found': 'Found',
      'told': 'Tell on the spot',
      'rectifying': 'Take up',
      'awaiting': 'Submit the fix',
      'awaiting>rectifying': 'Send back',
      'closed': 'Re-check and close',
      'relapsed': 'Record a relapse',
      'deferred': 'Defer',
    },
  },
})

export const deeds = computed((): Words => ({ ...columns(table()), ...rest.value }))

/** The name of the act that leads from one state to the next. */
export const stepName = (from: string, to: IssueState): string =>
  from === 'awaiting' && to === 'rectifying' ? deeds.value.step['awaiting>rectifying'] : deeds.value.step[to]

/** The name of a command; its code if this version does not know it. */
export const deedName = (name: string): string => Object.hasOwn(deeds.value.name, name) ? deeds.value.name[name as CommandName] : name
