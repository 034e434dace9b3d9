import type { IssueState } from '../../../shared/records.ts'
import type { TimelineEntry } from './steps.ts'
import { record } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { shortUnit, townshipName } from '../../core/county-names.ts'
import { dotted } from '../../core/isolate.ts'
import { inARow, said, words } from '../../core/language.ts'
import { nameOf, person } from '../../core/names.ts'
import { named } from '../../core/record-words.ts'
import { county } from '../../core/session.ts'
import { moment } from '../../core/time.ts'
import { fieldName } from '../../core/why.ts'
import { deed } from './verbs.ts'
import { detail } from './words.ts'

const own = words({
  zh: {
    team: (n: number) => `第${n}督导组`,
    was: (field: string, before: string, after: string) => `${field} ${before} → ${after}`,
    is: (field: string, after: string) => `${field} → ${after}`,
    pieces: (n: string) => `数量 ${n}`,
    corners: (n: number) => `${n} 个拐点`,
    from: (source: string) => `来自 ${source}`,
    nothing: '空',
    again: '再次提交整改',
  },
  en: {
    team: (n: number) => `Team ${n}`,
    was: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    is: (field: string, after: string) => `${field} → ${after}`,
    pieces: (n: string) => `quantity ${n}`,
    corners: (n: number) => `${n} corners`,
    from: (source: string) => `from ${source}`,
    nothing: 'empty',
    again: 'sent in again',
  },
})

/** A person's team, unit or township if this person may know it, else their role. */
export function belongs(actor: string): string {
  const one = person(actor)
  if (!one) return ''
  if (one.team) return own.value.team(one.team)
  if (one.unit) return shortUnit(one.unit)
  return one.township ? townshipName(one.township) : named.value.roles[one.role]
}

/** The value of a record's field in words. */
export function spoken(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return own.value.nothing
  if (field === 'unit') return shortUnit(String(value)) || String(value)
  if (field === 'township') return townshipName(String(value))
  if (field === 'aspect') return said(county.value?.aspects.find(one => one.id === value)) || String(value)
  if (field === 'kind') return said(county.value?.placeKinds.find(one => one.id === value)) || String(value)
  if (field === 'severity') return named.value.severities[value as 'day'] ?? String(value)
  if (field === 'level') return named.value.levels[value as 'control'] ?? String(value)
  if (field === 'route' && Array.isArray(value)) return inARow(value.map(id => record('inspection', String(id))?.title ?? '—'))
  if (field === 'ring' && Array.isArray(value)) return own.value.corners(value.length)
  if (typeof value === 'number' && value > 1e11) return moment(value, minute.value)
  return typeof value === 'object' ? '…' : String(value)
}

/** Who did what: the bold line of a timeline entry. Without a name, where the reader may not know it, only what was done. */
export function headline(step: TimelineEntry): string {
  const act = step.state === 'awaiting' && step.again
    ? own.value.again
    : deed(step.name, step.state, typeof step.args.from === 'string' ? step.args.from as IssueState : undefined)
  const who = nameOf(step.actor)
  return step.name === 'commentIssue' ? who : who === '—' ? act : `${who} ${act}`
}

const unsaid = new Set(['lng', 'lat', 'accuracy', 'source', 'ring', 'place'])

/** The details of a timeline entry: the author's team, old and new values, quantities, deadlines. */
export function aside(step: TimelineEntry): string {
  const { args, name } = step
  const parts = [belongs(step.actor)]
  if (args.set && typeof args.set === 'object' && name !== 'assignIssue') {
    // The server leaves out old values that this person could not see.
    const base = args.base as Record<string, unknown> | undefined
    for (const [field, value] of Object.entries(args.set)) {
      if (!unsaid.has(field)) parts.push(base ? own.value.was(fieldName(field), spoken(field, base[field]), spoken(field, value)) : own.value.is(fieldName(field), spoken(field, value)))
    }
  }
  if (name === 'assignIssue') parts.push(spoken('unit', (args.set as { unit?: string }).unit))
  if (name === 'coverShortage') parts.push(own.value.pieces(String(args.quantity)), args.from ? own.value.from(String(args.from)) : '')
  if (typeof args.nextDate === 'number') parts.push(detail.value.next(moment(args.nextDate, minute.value)))
  if (photosOf(step).length) parts.push(detail.value.photosTaken(photosOf(step).length))
  if (typeof args.deviceAt === 'number' && Math.abs(args.deviceAt - step.at) > 300_000) parts.push(detail.value.deviceTime(moment(args.deviceAt, minute.value)))
  return dotted(parts)
}

/** The photos that came with an entry. */
export const photosOf = ({ args: { photos } }: TimelineEntry): readonly string[] => Array.isArray(photos) ? photos.map(String) : []

/** The free text a person wrote in a timeline entry, shown as a quotation. */
export function quoted(step: TimelineEntry): string {
  if (step.name === 'addFinding') return String(step.args.note ?? '')
  const words = step.name === 'commentIssue' || step.name === 'observe' ? step.args.text : step.args.reason
  return typeof words === 'string' ? words : ''
}
