import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { TellingChoice, Way } from '../../shared/notices/ways.ts'
import type { Notice } from '../../shared/records.ts'
import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import type { Choices } from './choices.ts'
import type { Sender } from './send.ts'
import { isQuiet } from '../../shared/core/quiet.ts'
import { addressed } from '../../shared/notices/notices.ts'
import { ways, waysOf } from '../../shared/notices/ways.ts'

interface Waiting { readonly id: string, readonly urgent: boolean, readonly ways: readonly Way[] }
interface Person { readonly waiting: readonly Waiting[], readonly notBefore: number, readonly tries: number }
interface Kept { readonly upTo: number, readonly people: Readonly<Record<string, Person>> }

interface Options {
  readonly incident: string
  readonly choices: Pick<Choices, 'of' | 'people'>
  readonly send: Sender
  readonly county: County
  readonly actorOf: (person: string) => Actor | null
  readonly now?: () => number
  readonly onTrouble?: (way: string, error: unknown) => void
}

const key = 'telling'
/** Beyond this many, the message only says how many there are at least. */
const mostWaiting = 200
/** After this many failures a way counts as closed for now, and the next one is taken. */
const mostTries = 3
const minute = 60_000
const nobody: Person = { waiting: [], notBefore: 0, tries: 0 }

/**
 * Tells people of their notices by the ways they chose, in one message every few minutes. In quiet hours only urgent notices are
 * told. A notice that its person has read in the app in the meantime is not told. A way that does not get through is replaced by
 * the next one the person can be reached by. What waits is kept over restarts.
 */
export async function telling(authority: Authority, store: Pick<Store, 'since' | 'recall' | 'remember'>, { incident, choices, send, county, actorOf, now = Date.now, onTrouble = () => {} }: Options) {
  const { board } = authority
  let saved = await store.recall(key)
  const kept = saved ? JSON.parse(saved) as Kept : { upTo: board.seq, people: {} }
  // After a backup is restored, the log may end before the seq that was reached.
  let upTo = Math.min(kept.upTo, board.seq)
  const people = new Map(Object.entries(kept.people))

  const urgent = (notice: Notice) => notice.rule === 'careAlarm' || board.get('issue', notice.issue ?? '')?.severity === 'immediate'

  /** Takes in each commit once. A notice that nobody has read is new. */
  function take(commits: readonly Commit[]): void {
    const fresh = commits.filter(({ seq }) => seq > upTo).flatMap(({ changes }) => changes.flatMap(({ kind, value }) => kind === 'notice' && value && !(value as Notice).readBy.length ? [value as Notice] : []))
    upTo = Math.max(upTo, commits.at(-1)?.seq ?? 0)
    if (!fresh.length) return
    for (const id of choices.people()) {
      const actor = actorOf(id)
      const choice = choices.of(id)
      const mine = actor ? fresh.filter(notice => addressed(notice, actor)) : []
      const { waiting, ...rest } = people.get(id) ?? nobody
      const more = mine.flatMap(notice => waysOf(choice, notice.rule).length && !waiting.some(one => one.id === notice.id) ? [{ id: notice.id, urgent: urgent(notice), ways: waysOf(choice, notice.rule) }] : [])
      if (more.length) people.set(id, { ...rest, waiting: [...waiting, ...more].slice(-mostWaiting) })
    }
  }

  while (upTo < board.seq) take(await store.since(upTo, 500))
  const stop = authority.onApplied(applied => take(applied.map(({ commit }) => commit)))

  /** Sends by one way, or by the next that reaches this person. False if none does, so that the app alone tells them. */
  async function tell(id: string, choice: TellingChoice, way: Way, due: readonly Waiting[], tries: number): Promise<boolean> {
    const what = { incident, drill: board.get('incident', 'incident')?.drill ?? false, count: due.length, urgent: due.some(one => one.urgent) }
    for (const next of [way, ...ways.filter(one => !due.some(notice => notice.ways.includes(one)))]) {
      try {
        if (send.has.includes(next) && await send.by[next](id, choice, what)) return true
      } catch (error) {
        onTrouble(next, error)
        if (tries + 1 < mostTries) throw error
      }
    }
    return false
  }

  async function look(id: string): Promise<void> {
    const { waiting, notBefore, tries } = people.get(id) ?? nobody
    const choice = choices.of(id)
    const unread = waiting.filter(one => board.get('notice', one.id)?.readBy.includes(id) === false)
    const paused = now() < notBefore
    const onlyUrgent = paused || (isQuiet(now(), county) && !choice.nights)
    const due = paused && tries > 0 ? [] : onlyUrgent ? unread.filter(one => one.urgent) : unread
    const gone = new Map<string, Way[]>()
    let failures = 0
    for (const way of ways) {
      const some = due.filter(one => one.ways.includes(way))
      if (!some.length) continue
      try {
        await tell(id, choice, way, some, tries)
        for (const one of some) gone.set(one.id, [...gone.get(one.id) ?? [], way])
      } catch {
        // The way is open again later; `tell` has reported it.
        failures++
      }
    }
    // New ones may have come while the message was on its way.
    const since = (people.get(id) ?? nobody).waiting.filter(one => !waiting.includes(one))
    const left = [...unread.map(one => ({ ...one, ways: one.ways.filter(way => !gone.get(one.id)?.includes(way)) })).filter(one => one.ways.length), ...since]
    const next = { waiting: left, tries: failures ? tries + 1 : due.length ? 0 : tries, notBefore: failures ? now() + minute * 2 ** tries : gone.size ? now() + choice.everyMinutes * minute : notBefore }
    if (left.length || next.notBefore > now()) people.set(id, next)
    else people.delete(id)
  }

  let looking: Promise<void> | null = null
  async function lookAll(): Promise<void> {
    const ids = [...people.keys()]
    // A few at a time: each may wait for a server elsewhere.
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) await look(id)
    }))
    const text = JSON.stringify({ upTo, people: Object.fromEntries(people) } satisfies Kept)
    if (text === saved) return
    await store.remember(key, text)
    saved = text
  }

  return {
    /** Sends what is due. A call while one is under way waits for that one. */
    look: (): Promise<void> => looking ??= lookAll().finally(() => looking = null),
    stop,
  }
}
