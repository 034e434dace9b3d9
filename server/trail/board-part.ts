import type { AuditEntry } from '../../shared/audit/entries.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { Kind } from '../../shared/records.ts'
import type { Store } from '../board/store.ts'
import type { Part, Wanted } from './stretch.ts'
import { setImmediate } from 'node:timers/promises'
import { auditBounds } from '../../shared/audit/entries.ts'
import { kinds } from '../../shared/kinds.ts'
import { theServer } from '../board/scheduler.ts'
import { topBefore } from './stretch.ts'

/** Commits are read so many at a time, and other work runs in between. */
const window = 250
/** How many commits one page reads at most. */
const mostRead = 2000
/** So many of the newest commits of one record are found at once; older ones among all commits. */
const mostOfRecord = 1000

/** Totals, counters and notices follow from other records, so that no row is said to be about them. */
const follows: readonly Kind[] = ['counter', 'issueTotal', 'notice']

const entryOf = ({ seq, actor, name, at, changes }: Commit): AuditEntry => {
  const about = [...new Set(changes.filter(({ kind }) => !follows.includes(kind)).map(({ kind, id }) => `${kind}/${id}`))]
  return { log: 'board', id: seq, at, who: actor, act: name, about: about.slice(0, 5), many: about.length, reason: '', device: '' }
}

function names(township: string, { args, changes }: Commit): boolean {
  const values = [args, ...changes.map(({ value }) => value)] as readonly (Readonly<Record<string, unknown>> | null)[]
  return values.some(one => one?.township === township || (Array.isArray(one?.townships) && one.townships.includes(township)))
}

function fits({ who, kind, act, township, from, text }: Wanted, commit: Commit): boolean {
  if (who !== undefined && commit.actor !== who) return false
  if (kind && (kind === 'server') !== (commit.actor === theServer.id)) return false
  if (act && commit.name !== act.name) return false
  if (from !== undefined && commit.at < from) return false
  if (township !== undefined && !names(township, commit)) return false
  return text === undefined || JSON.stringify(commit.args).toLowerCase().includes(text.toLowerCase())
}

function recordIn(record: string): { readonly kind: Kind, readonly id: string } | null {
  const [name, ...rest] = record.split('/')
  const kind = kinds.find(one => one === name)
  return kind ? { kind, id: rest.join('/') } : null
}

/** The log of a board: commands of people, of other systems and of the server. */
export const boardPart = (store: Pick<Store, 'since' | 'history'>, last: () => number): Part => ({
  log: 'board',
  has: ({ kind, act, record }) => (!kind || kind === 'work' || kind === 'server') && (!act || act.log === 'board') && (!record || recordIn(record) !== null),
  top: to => topBefore(last(), to, async seq => (await store.since(seq - 1, 1))[0]?.at ?? 0),
  async read(wanted, before) {
    const named = wanted.record ? recordIn(wanted.record) : null
    if (named) {
      const newest = await store.history(named.kind, named.id, mostOfRecord)
      const oldest = newest.at(-1)
      const ends = newest.length < mostOfRecord
      if (ends || !oldest || oldest.seq < before) return { entries: newest.filter(one => one.seq < before && fits(wanted, one)).map(entryOf), downTo: oldest?.seq ?? 1, at: oldest?.at ?? 0, ends }
    }
    const touched = ({ changes }: Commit) => !named || changes.some(({ kind, id }) => kind === named.kind && id === named.id)
    const entries: AuditEntry[] = []
    let [downTo, at] = [before, 0]
    while (downTo > 1 && before - downTo < mostRead && entries.length < auditBounds.page) {
      const from = Math.max(0, downTo - 1 - window)
      const commits = (await store.since(from, downTo - 1 - from)).reverse()
      entries.push(...commits.filter(one => touched(one) && fits(wanted, one)).map(entryOf))
      downTo = from + 1
      at = commits.at(-1)?.at ?? 0
      if (at < (wanted.from ?? 0)) return { entries, downTo, at, ends: true }
      await setImmediate()
    }
    return { entries, downTo, at, ends: downTo <= 1 }
  },
})
