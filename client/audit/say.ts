import type { AccountAct, AuditEntry } from '../../shared/audit/entries.ts'
import type { CareAct } from '../../shared/care/acts.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { lifeWords } from '../care/life-words.ts'
import { nameFor, reasonName } from '../care/log.ts'
import { incidents } from '../core/incident.ts'
import { dotted } from '../core/isolate.ts'
import { nameOf } from '../core/names.ts'
import { titles } from '../core/page-titles.ts'
import { named } from '../core/record-words.ts'
import { wallClock } from '../core/time.ts'
import { deedName } from '../deeds.ts'
import { headOf } from '../heads.ts'
import { auditWords as words } from './words.ts'

/** A name if it may be known, else the end of the account's number. */
function accountName(id: string): string {
  const name = nameOf(id)
  return name === '—' ? words.value.account(id.slice(-6)) : name
}

/** What a row says in words: who, what, about what, and why. */
export const whoName = (who: string): string => nameFor(who, accountName)

export function actName({ log, act }: Pick<AuditEntry, 'log' | 'act'>): string {
  if (log === 'board') return deedName(act)
  const of: Readonly<Record<string, string>> = log === 'accounts' ? words.value.acts satisfies Record<AccountAct, string> : lifeWords.value.acts satisfies Record<CareAct, string>
  return of[act] ?? act
}

const kindWord = (kind: string): string => ({ ...named.value.kinds, ...words.value.about } as Readonly<Record<string, string>>)[kind] ?? kind

/** A thing that a row is about: its kind and, as far as the board has it, its name. A person of the register has a number only. */
export function aboutName(key: string): string {
  const [kind = '', ...rest] = key.split('/')
  const id = rest.join('/')
  if (kind === 'person' || kind === 'token') return accountName(id)
  if (kind === 'incident') return incidents.value.find(one => one.id === id)?.name ?? kindWord(kind)
  return dotted([kindWord(kind), headOf(key)?.title ?? (id.length > 12 ? id.slice(-6) : id)])
}

/** What a row is about besides who acts, who is named already. */
export const aboutKeys = ({ about, who }: Pick<AuditEntry, 'about' | 'who'>): readonly string[] => about.filter(key => key !== `person/${who}`)

export function whyName({ log, act, reason }: AuditEntry): string {
  if (log === 'care') return reasonName({ act: act as CareAct, reason })
  if (act !== 'require_factor') return reason
  return reason === 'no' ? words.value.nothing : words.value.days(Number(reason))
}

/** The rows as a list to be saved, in the language of the page. */
export function trailOut(rows: readonly AuditEntry[]) {
  const { columns, logs } = words.value
  const text = (title: string, of: (one: AuditEntry) => string) => ({ title, holds: 'text' as const, of })
  return listOut(titles.value['/audit'], rows, [
    { title: columns.when, holds: 'time', of: one => wallClock(one.at) },
    text(columns.who, one => whoName(one.who)),
    text(columns.role, one => one.who),
    text(columns.what, actName),
    text(columns.about, one => aboutKeys(one).map(key => `${aboutName(key)} (${key})`).join('; ')),
    { title: columns.many, holds: 'number', of: one => one.many },
    text(columns.reason, whyName),
    text(columns.device, one => one.device),
    text(columns.log, one => logs[one.log]),
    { title: columns.row, holds: 'number', of: one => one.id },
  ])
}
