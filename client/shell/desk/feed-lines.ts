import type { Seen } from '../../../shared/core/protocol.ts'
import type { AnyRecord, Issue, IssueState, Kind, Records } from '../../../shared/records.ts'
import { newsOf } from '../../../shared/core/telling.ts'
import { letterNumber } from '../../../shared/issues/letters.ts'
import { deed } from '../../base/panel/verbs.ts'
import { record } from '../../core/board.ts'
import { kindName, shortUnit, townshipName } from '../../core/county-names.ts'
import { isolated } from '../../core/isolate.ts'
import { said } from '../../core/language.ts'
import { county } from '../../core/session.ts'
import { inspectionWords } from '../../inspections/words.ts'
import { lifeWords } from '../../issues/words.ts'

/** One line of the feed: what it is about, and what was done. */
export interface FeedLine {
  readonly seq: number
  readonly at: number
  readonly key: string
  readonly kind: Kind
  readonly state: IssueState | undefined
  readonly about: string
  readonly deed: string
}

const placeName = (id: string | null) => id ? record('place', id)?.name : undefined
const supplyName = (id: string) => said(county.value?.supplies.find(one => one.id === id))

/** What a line calls a record. A kind that is missing here is never what a line is about. */
const names: { readonly [K in Kind]?: (one: Records[K]) => readonly (string | undefined)[] } = {
  incident: one => [one.name],
  issue: one => [placeName(one.place), one.title],
  place: one => [one.name],
  post: one => [one.title],
  shift: one => [one.title],
  crew: one => [one.name],
  shortage: one => [placeName(one.place), one.item],
  zone: one => [one.name],
  announcement: one => [one.text],
  team: one => [one.name],
  checklist: one => [kindName(one.kind)],
  baseline: one => [one.source],
  townshipCard: one => [townshipName(one.township)],
  inspection: one => [one.title],
  briefing: one => [one.day],
  dayReport: one => [record('team', one.team)?.name],
  stock: one => [placeName(one.place), supplyName(one.supply)],
  move: one => [placeName(one.place), supplyName(one.supply)],
  delivery: one => [placeName(one.to), supplyName(one.supply)],
  pledge: one => [record('shortage', one.shortage)?.item],
  headcount: one => [placeName(one.id)],
  marketDay: one => [placeName(one.place)],
  letter: one => [shortUnit(one.unit), county.value ? letterNumber(county.value, one) : undefined],
  slip: one => [placeName(one.place) ?? townshipName(one.township), lifeWords.value.slipNo(String(one.no))],
  bulletin: one => [one.day],
}

function nameOf<K extends Kind>(kind: K, one: Records[K]): string {
  const parts = (Object.hasOwn(names, kind) ? names[kind]?.(one) : undefined) ?? []
  // Its last part is the thing itself: a place alone does not say what happened there.
  return parts.at(-1) ? parts.flatMap(part => part ? isolated(part) : []).join(' ') : ''
}

/** The line for a commit; none if its subject cannot be named. */
export function feedLine(commit: Seen): FeedLine[] {
  const news = newsOf(commit)
  if (!news?.value || !commit.name || !commit.at) return []
  const about = nameOf(news.kind, news.value as never)
  if (!about) return []
  return [{ seq: commit.seq, at: commit.at, key: `${news.kind}/${news.id}`, kind: news.kind, state: news.kind === 'issue' ? (news.value as Issue).state : undefined, about, deed: doneTo(commit.name, news.kind, news.value) }]
}

function doneTo(name: string, kind: Kind, value: AnyRecord): string {
  if (name === 'sweepPlace') {
    const { swept } = value as Records['inspection']
    return inspectionWords.value.swept(swept.filter(one => one.ok).length, swept.length)
  }
  if (kind !== 'issue') return deed(name)
  const { state, since, returns } = value as Issue
  // An issue that was sent back entered its state with the return.
  return deed(name, state, state === 'rectifying' && returns.at(-1)?.at === since ? 'awaiting' : undefined)
}
