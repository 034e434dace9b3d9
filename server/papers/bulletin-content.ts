import type { Counts } from '../../shared/bulletins/summary.ts'
import type { BulletinSource, Lists, PaperIssue } from './bulletin-source.ts'
import { ranking } from '../../shared/bulletins/ranking.ts'
import { instant, numberOfDay } from '../../shared/core/calendar.ts'
import { numbered, written } from '../../shared/core/written.ts'

/** The names that a county gives to its codes and ids, in Chinese. */
export function names({ townships, aspects, units, office: { bulletin: words } }: Lists) {
  const named = (list: readonly (readonly [string, string])[]) => {
    const known = new Map(list)
    return (id: string) => known.get(id) ?? id
  }
  return {
    township: named(townships.map(one => [one.code, one.name])),
    aspect: named(aspects.map(one => [one.id, one.zh])),
    unit: named([['none', words.noUnit], ...units.map(one => [one.id, one.zh] as const)]),
    severity: named(Object.entries(words.severities)),
    title: (text: string) => text,
  }
}

const bulletinNumber = ({ lists, bulletin }: Pick<BulletinSource, 'lists' | 'bulletin'>): string => {
  const { no, unsigned } = lists.office.bulletin
  return bulletin.no === null ? unsigned : numbered(no, bulletin.day.slice(0, 4), bulletin.no)
}

export const share = (closed: number, found: number): string => found ? `${(closed / found * 100).toFixed(1)}%` : '—'

/** One entry a paragraph. */
const sentences = (text: string) => text.split('\n').map(line => ({ line: line.trim() })).filter(one => one.line)

/** The number of an issue on paper: 0506-0042 for the incident `0506` and the issue 42. */
export const issueNumber = (code: string, no: number): string => `${code}-${String(no).padStart(4, '0')}`

/** Everything that a template may name, ours and the office's alike. The names must not change, because offices use them in their templates. Rows of tables are in the county's order. */
export function content(source: BulletinSource) {
  const { lists, incident, bulletin, corrections, silent, issues } = source
  const { figures, from, until, issuedAt } = bulletin
  const { office } = lists
  const words = office.bulletin
  const name = names(lists)
  const at = (moment: number) => written(lists, moment).minute
  const row = (label: string, part?: Counts) => ({ name: label, found: part?.found ?? 0, today: part?.foundToday ?? 0, closed: part?.closed ?? 0, followed: part?.followed ?? 0, overdue: part?.overdue ?? 0 })
  const { ranked, unranked } = ranking(figures.byUnit, lists.rules.rankFrom)
  const line = (one: PaperIssue) => ({ no: issueNumber(incident.code, one.no), title: one.title, where: one.place || name.township(one.township), unit: name.unit(one.unit ?? 'none'), state: words.states[one.state], due: written(lists, one.due).short })
  const filled = (text: string, values: Readonly<Record<string, string | number>>) => Object.entries(values).reduce((all, [key, value]) => all.replaceAll(`{${key}}`, String(value)), text)
  const today = issues.filter(one => one.foundAt > from).map(line)
  const late = issues.filter(one => one.late).map(line)
  return {
    office: office.name,
    title: words.title,
    no: bulletinNumber(source),
    mark: incident.drill ? office.drillMark : '',
    incident: incident.name,
    day: written(lists, until).day,
    from: at(from),
    until: at(until),
    signed: issuedAt === null ? words.unsigned : written(lists, issuedAt).day,
    found: figures.found,
    foundToday: figures.foundToday,
    closed: figures.closed,
    closedToday: figures.closedToday,
    followed: figures.followed,
    overdue: figures.overdue,
    relapsed: figures.relapsedToday,
    rate: share(figures.closed, figures.found),
    inspections: figures.inspections,
    places: figures.placesSeen,
    shortages: figures.shortages,
    gaps: figures.gaps,
    missing: figures.missing,
    zones: figures.zones,
    silent: silent.join('、') || words.nobodySilent,
    townships: [...lists.townships.map(one => row(one.name, figures.byTownship[one.code])), row(words.total, figures)],
    aspects: [...lists.aspects.map(one => row(one.zh, figures.byAspect[one.id])), row(words.total, figures)],
    units: ranked.map(one => ({ place: one.place, name: name.unit(one.unit), found: one.found, pace: `${one.pace}%`, relapse: `${one.relapse}%`, overdue: `${one.late}%` })),
    unranked: unranked.length
      ? filled(words.unranked.all, { from: lists.rules.rankFrom, units: unranked.map(one => filled(words.unranked.one, { unit: name.unit(one.unit), closed: one.closed })).join(words.unranked.between) })
      : '',
    today,
    late,
    anyUnits: ranked.length > 0,
    anyToday: today.length > 0,
    anyLate: late.length > 0,
    cases: sentences(bulletin.cases),
    requirements: sentences(bulletin.requirements),
    anyRemarks: Boolean(bulletin.cases || bulletin.requirements),
    corrections: corrections.map(one => ({
      line: filled(words.correction, {
        no: one.no,
        day: written(lists, instant(numberOfDay(one.day), 12 * 60, lists.timeZone)).day,
        issue: issueNumber(incident.code, one.issueNo),
        title: one.title,
        field: words.fields[one.field],
        was: one.was && name[one.field](one.was),
        is: one.is && name[one.field](one.is),
      }),
    })),
  }
}

export type Content = ReturnType<typeof content>
