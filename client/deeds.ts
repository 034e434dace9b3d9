import type { CommandName } from '../shared/commands.ts'
import type { IssueState } from '../shared/records.ts'
import type { Both } from './core/language.ts'
import type * as StaffWords from './staff-deeds.ts'
import { computed, shallowRef } from 'vue'
import { spoken, withWords, words } from './core/language.ts'
import { dutyDeeds } from './duty/deeds.ts'
import { noticeDeeds } from './notices/deeds.ts'

type Row = readonly [name: string, done: string, verb: string]
type Table = Readonly<Record<CommandName, Row>>
type NamesIn<Room> = Room extends { readonly zh: infer Named } ? keyof Named : never
type First = Readonly<Record<Exclude<CommandName, NamesIn<(typeof StaffWords.staffDeeds)[number]>>, Row>>

const staff = shallowRef<typeof StaffWords>()
/** Fetches the words of the rooms in which volunteers do nothing. If they do not come, the next call tries again. */
export const loadDeeds = async (): Promise<void> => void (staff.value ??= await withWords(import('./staff-deeds.ts')))

/** The commands of a room, in the current language. */
const of = <K extends CommandName>(room: { readonly zh: Readonly<Record<K, Row>>, readonly en: Readonly<Record<K, Row>> }) => spoken<Readonly<Record<K, Row>>>(room)

/** A command without words in both languages does not compile. */
const first = (): First => ({ ...of(dutyDeeds), ...of(noticeDeeds) })
/** The words of every command that has been loaded. Screens of staff are made after theirs. */
const table = () => Object.assign({}, first(), ...(staff.value?.staffDeeds as readonly Both<Readonly<Record<string, Row>>>[] | undefined)?.map(room => spoken(room)) ?? []) as Table

/** The sentence of a notice that volunteers do not get; undefined until the words are here. */
export const staffNotice = (rule: string): string | undefined => staff.value && spoken<Readonly<Record<string, string>>>(staff.value.staffNotices)[rule]

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

/** A word of a command whose name comes from elsewhere: its code until the words are here, and if this version does not know it. */
function wordOf(which: 'name' | 'verb', name: string): string {
  if (Object.hasOwn(deeds.value[which], name)) return deeds.value[which][name as CommandName]
  if (!staff.value) loadDeeds().catch(() => {})
  return name
}
export const deedName = (name: string): string => wordOf('name', name)
export const deedVerb = (name: string): string => wordOf('verb', name)
