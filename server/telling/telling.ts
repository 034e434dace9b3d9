import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { Way } from '../../shared/notices/ways.ts'
import type { Notice } from '../../shared/records.ts'
import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import type { Choices } from './choices.ts'
import type { Sender } from './send.ts'
import { isQuiet } from '../../shared/core/quiet.ts'
import { addressed } from '../../shared/notices/notices.ts'
import { urgentRules } from '../../shared/notices/urgent.ts'
import { ways, waysOf } from '../../shared/notices/ways.ts'

/** A notice that waits for its person, and the ways by which they were told of it. */
interface Waiting { readonly id: string, readonly urgent: boolean, readonly told: readonly Way[] }
/** A way that does not get through rests until then. */
interface Rest { readonly tries: number, readonly until: number }
interface Person { readonly waiting: readonly Waiting[], readonly notBefore: number, readonly rests: Readonly<Partial<Record<Way, Rest>>> }
interface Kept { readonly upTo: number, readonly people: Readonly<Record<string, Person>> }
interface Due extends Waiting { /** Chosen today. */ readonly chosen: readonly Way[] }

interface Options {
  readonly incident: string
  readonly choices: Pick<Choices, 'of' | 'people'>
  readonly send: Sender
  readonly county: County
  readonly actorOf: (person: string) => Actor | null
  readonly now?: () => number
  readonly onTrouble?: (way: Way, error: unknown) => void
}

const key = 'telling'
/** Beyond this many, the message only says how many there are at least. */
const mostWaiting = 200
/** After this many failures a way counts as closed for now, and the next one is taken. */
const mostTries = 3
/** Between two looks, which are a minute apart; the oldest make room. */
const mostFresh = 2000
const minute = 60_000
const longestRest = 60 * minute
const nobody: Person = { waiting: [], notBefore: 0, rests: {} }

/** A way that did not get through rests for longer each time. */
const rested = (tries: number, now: number): Rest => ({ tries: tries + 1, until: now + Math.min(longestRest, minute * 2 ** tries) })

/**
 * Tells people of their notices by the ways they have chosen today, in one message every few minutes. In quiet hours only urgent
 * notices are told. A notice that its person has read in the app in the meantime is not told. If none of the chosen ways gets
 * through, another is taken by which the person can be reached; if it is for a passing reason, the notice goes on waiting. What
 * waits is kept over restarts.
 */
export async function telling(authority: Authority, store: Pick<Store, 'since' | 'recall' | 'remember'>, { incident, choices, send, county, actorOf, now = Date.now, onTrouble = () => {} }: Options) {
  const { board } = authority
  let saved = await store.recall(key)
  const kept = saved ? JSON.parse(saved) as Kept : { upTo: board.seq, people: {} }
  // After a backup is restored, the log may end before the seq that was reached.
  let upTo = Math.min(kept.upTo, board.seq)
  const people = new Map(Object.entries(kept.people))
  let fresh: Notice[] = []

  /** Takes in each commit once. A notice that nobody has read is new; whom it is for is worked out later, since a commit waits for this. */
  function take(commits: readonly Commit[]): void {
    for (const { seq, changes } of commits) {
      if (seq <= upTo) continue
      for (const { kind, value } of changes) {
        if (kind === 'notice' && value && !(value as Notice).readBy.length) fresh.push(value as Notice)
      }
      upTo = seq
    }
    if (fresh.length > mostFresh) fresh = fresh.slice(-mostFresh)
  }

  const urgent = ({ rule, issue }: Notice) => urgentRules.includes(rule) || board.get('issue', issue ?? '')?.severity === 'immediate'

  /** Gives each new notice to those it is for and who have chosen to be told of it. */
  function share(): void {
    const given = new Map(fresh.splice(0).map(notice => [notice.id, notice]))
    if (!given.size) return
    for (const id of choices.people()) {
      const actor = actorOf(id)
      const mine = actor ? [...given.values()].filter(notice => addressed(notice, actor)) : []
      if (!mine.length) continue
      const choice = choices.of(id)
      const { waiting, ...rest } = people.get(id) ?? nobody
      const more = mine.filter(({ id: notice, rule }) => waysOf(choice, rule).length && !waiting.some(one => one.id === notice))
      if (more.length) people.set(id, { ...rest, waiting: [...waiting, ...more.map(notice => ({ id: notice.id, urgent: urgent(notice), told: [] }))].slice(-mostWaiting) })
    }
  }

  while (upTo < board.seq) {
    take(await store.since(upTo, 500))
    share()
  }
  const off = authority.onApplied(applied => take(applied.map(({ commit }) => commit)))

  async function look(id: string): Promise<void> {
    const { waiting, notBefore, rests } = people.get(id) ?? nobody
    if (!actorOf(id)) return void people.delete(id)
    const choice = choices.of(id)
    const open = waiting.flatMap((one): Due[] => {
      const notice = board.get('notice', one.id)
      const chosen = notice?.readBy.includes(id) === false ? waysOf(choice, notice.rule) : []
      return chosen.some(way => !one.told.includes(way)) ? [{ ...one, chosen }] : []
    })
    const onlyUrgent = now() < notBefore || (isQuiet(now(), county) && !choice.nights)
    const due = open.filter(one => one.urgent || !onlyUrgent)
    const next: Partial<Record<Way, Rest>> = { ...rests }
    /** Ways that cannot reach this person now, for a reason that does not pass by itself. */
    const closed = new Set<Way>()
    const got = new Map<string, Way[]>()

    /** Sends these by one way, if it is not resting. */
    async function tell(way: Way, some: readonly Due[]): Promise<void> {
      if (!some.length || now() < (next[way]?.until ?? 0)) return
      const what = { incident, drill: board.get('incident', 'incident')?.drill ?? false, count: some.length, urgent: some.some(one => one.urgent) }
      try {
        if (!send.has.includes(way) || !await send.by[way](id, choice, what)) return void closed.add(way)
        for (const one of some) got.set(one.id, [...got.get(one.id) ?? [], way])
        delete next[way]
      } catch (error) {
        onTrouble(way, error)
        next[way] = rested(next[way]?.tries ?? 0, now())
      }
    }

    for (const way of ways) await tell(way, due.filter(one => one.chosen.includes(way) && !one.told.includes(way)))
    const shut = (way: Way) => closed.has(way) || (next[way]?.tries ?? 0) >= mostTries
    const stranded = () => due.filter(one => !one.told.length && !got.has(one.id) && one.chosen.every(shut))
    const instead = new Set(stranded().map(one => one.id))
    for (const way of ways) await tell(way, stranded().filter(one => !one.chosen.includes(way)))

    /** Whether a notice goes on waiting after this look. */
    function waits({ id: notice, told, chosen }: Due): boolean {
      const all = [...told, ...got.get(notice) ?? []]
      if (instead.has(notice)) return !all.length && ways.some(way => !closed.has(way))
      return chosen.some(way => !all.includes(way) && !closed.has(way))
    }
    const left = open.filter(one => !due.includes(one) || waits(one))
    // A closed way is not asked each minute while a notice waits for another.
    if (left.some(one => due.includes(one))) {
      for (const way of closed) next[way] = rested(Math.max(next[way]?.tries ?? 0, mostTries - 1), now())
    }
    // New ones may have come while the message was on its way.
    const since = (people.get(id) ?? nobody).waiting.filter(one => !waiting.includes(one))
    const after = { waiting: [...left.map(({ id: notice, urgent, told }) => ({ id: notice, urgent, told: [...told, ...got.get(notice) ?? []] })), ...since], notBefore: got.size ? now() + choice.everyMinutes * minute : notBefore, rests: next }
    if (after.waiting.length || [after.notBefore, ...Object.values(next).map(one => one.until)].some(until => until > now())) people.set(id, after)
    else people.delete(id)
  }

  let stopped = false
  let ids: string[] = []
  let looking: Promise<void> | null = null
  async function lookAll(): Promise<void> {
    share()
    ids = [...people.keys()]
    // A few at a time: each may wait for a server elsewhere.
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) await look(id)
    }))
    share()
    const text = JSON.stringify({ upTo, people: Object.fromEntries(people) } satisfies Kept)
    if (text === saved) return
    await store.remember(key, text)
    saved = text
  }

  return {
    /** Sends what is due. A call while one is under way waits for that one. */
    look: (): Promise<void> => stopped ? Promise.resolve() : looking ??= lookAll().finally(() => looking = null),
    /** Waits for the messages that are on their way, and begins no more. */
    async stop(): Promise<void> {
      stopped = true
      ids = []
      off()
      await looking?.catch(() => {})
    },
  }
}
