import type { County, Named } from '../../shared/core/county.ts'
import { plainName } from '../base/transfer/plain-name.ts'

const rosterMeanings = ['name', 'phone', 'township', 'skills', 'trained'] as const
export type RosterMeaning = (typeof rosterMeanings)[number]
export type RosterFault = 'no_name' | 'long_name' | 'bad_phone' | 'unknown_township' | 'other_township' | 'unknown_skill' | 'twice' | 'too_many'

/** At most, in one list. */
export const mostPeople = 2000

interface RosterRow { readonly name: string, readonly phone: string, readonly township: string, readonly skills: readonly string[], readonly trained: readonly string[] }
interface BadRosterRow { readonly line: number, readonly cells: readonly string[], readonly fault: RosterFault }

const hints: Readonly<Record<RosterMeaning, RegExp>> = { name: /姓名|名字|name/i, phone: /电话|手机|联系|phone|mobile/i, township: /镇街|乡镇|街道|township|town/i, skills: /技能|特长|skill/i, trained: /培训|同意|training|consent/i }

/** Which column (from 0) has which meaning, by its head. */
export function guessRoster(head: readonly string[]): Readonly<Partial<Record<RosterMeaning, number>>> {
  return Object.fromEntries(rosterMeanings.map(meaning => [meaning, head.findIndex(title => hints[meaning].test(title.trim()))] as const).filter(([, column]) => column >= 0))
}

interface Options {
  readonly county: County
  readonly mapping: Readonly<Partial<Record<RosterMeaning, number>>>
  /** The township that the whole list is of, or null for the county. */
  readonly scope: string | null
}

/** Sorts the rows of a list of volunteers; several skills stand in one cell, divided by 、 or a comma. A bad row stops no good one. */
export function sortRoster(rows: readonly (readonly string[])[], { county, mapping, scope }: Options) {
  const townships = new Map(county.townships.flatMap(one => [one.code, one.name, one.short, one.nameEn].map(name => [plainName(name), one.code] as const)))
  const idsOf = (named: readonly Named[]) => new Map(named.flatMap(one => [one.id, one.zh, one.en].map(name => [plainName(name), one.id] as const)))
  const [skills, trainings] = [idsOf(county.skills), idsOf(county.trainings)]
  const good: RosterRow[] = []
  const bad: BadRosterRow[] = []
  const seen = new Set<string>()
  rows.forEach((cells, i) => {
    const cell = (meaning: RosterMeaning) => (mapping[meaning] === undefined ? '' : cells[mapping[meaning]] ?? '').trim()
    const among = (meaning: RosterMeaning, ids: ReadonlyMap<string, string>) => cell(meaning).split(/[、,，;；/]/).map(word => word.trim()).filter(Boolean).map(word => ids.get(plainName(word)))
    const wrong = (fault: RosterFault) => void bad.push({ line: i + 2, cells, fault })
    const [name, phone] = [cell('name'), cell('phone')]
    if (good.length === mostPeople) return wrong('too_many')
    if (!name) return wrong('no_name')
    if (name.length > 40) return wrong('long_name')
    if (!/^\+?[\d -]{7,20}$/.test(phone)) return wrong('bad_phone')
    const township = cell('township') ? townships.get(plainName(cell('township'))) : scope
    if (!township) return wrong('unknown_township')
    if (scope !== null && township !== scope) return wrong('other_township')
    const [can, trained] = [among('skills', skills), among('trained', trainings)]
    if ([...can, ...trained].includes(undefined)) return wrong('unknown_skill')
    const number = phone.replaceAll(/\D/g, '')
    if (seen.has(number)) return wrong('twice')
    seen.add(number)
    good.push({ name, phone, township, skills: can.filter(one => one !== undefined), trained: trained.filter(one => one !== undefined) })
  })
  return { good, bad }
}
