import type { IssueState } from '../shared/records.ts'
import { overdue } from '../shared/issues/steps.ts'
import { numberOf } from './base/panel/issue-number.ts'
import { record } from './core/board.ts'
import { minute } from './core/clock.ts'
import { kindIcon, kindName, townshipName } from './core/county-names.ts'
import { dotted, isolated } from './core/isolate.ts'
import { said } from './core/language.ts'
import { named } from './core/record-words.ts'
import { county } from './core/session.ts'
import { clockTime, moment } from './core/time.ts'
import { baseWords } from './core/words.ts'
import { inspectionWords } from './inspections/words.ts'

/** The head of a panel about a record. */
export interface Head {
  readonly title: string
  readonly sub: string
  readonly icon: string
  readonly glyph?: { readonly state: IssueState, readonly overdue: boolean }
}

const placeName = (id: string | null) => id ? record('place', id)?.name : undefined

const heads: Readonly<Record<string, (id: string) => Head | null>> = {
  issue(id) {
    const issue = record('issue', id)
    return issue ? { title: issue.title, sub: dotted([numberOf(issue), said(county.value?.aspects.find(one => one.id === issue.aspect))]), icon: 'issue', glyph: { state: issue.state, overdue: overdue(issue, minute.value) } } : null
  },
  place(id) {
    const place = record('place', id)
    return place ? { title: place.name, sub: `${kindName(place.kind)} · ${townshipName(place.township)}`, icon: kindIcon(place.kind) } : null
  },
  shift(id) {
    const shift = record('shift', id)
    return shift ? { title: shift.title, sub: dotted([`${moment(shift.startsAt, minute.value)}–${clockTime(shift.endsAt)}`, placeName(shift.place) ?? townshipName(shift.township)]), icon: 'shift' } : null
  },
  post(id) {
    const post = record('post', id)
    return post ? { title: post.title, sub: dotted([named.value.kinds.post, placeName(post.place), townshipName(post.township)]), icon: 'flag' } : null
  },
  shortage(id) {
    const one = record('shortage', id)
    return one ? { title: `${isolated(one.item)} ${one.quantity} ${one.measure}`, sub: dotted([placeName(one.place), townshipName(one.township)]), icon: 'shortage' } : null
  },
  zone(id) {
    const zone = record('zone', id)
    return zone ? { title: zone.name, sub: named.value.levels[zone.level], icon: 'zone' } : null
  },
  exposure(id) {
    const one = record('exposure', id)
    return one ? { title: one.name, sub: `${named.value.kinds.exposure} · ${townshipName(one.township)}`, icon: 'no' } : null
  },
  township(code) {
    const one = county.value?.townships.find(township => township.code === code)
    return one ? { title: said({ zh: one.name, en: one.nameEn }), sub: county.value ? said({ zh: county.value.name, en: county.value.nameEn }) : '', icon: 'township' } : null
  },
  inspection(id) {
    const one = record('inspection', id)
    return one ? { title: one.title, sub: `${inspectionWords.value.modes[one.mode]} · ${townshipName(one.township)}`, icon: 'check' } : null
  },
  team(id) {
    const team = record('team', id)
    return team ? { title: team.name, sub: team.townships.map(townshipName).join('、'), icon: 'people' } : null
  },
  announcement(id) {
    const one = record('announcement', id)
    return one ? { title: baseWords.value.announcements, sub: moment(one.at, minute.value), icon: 'announcement' } : null
  },
}

/** The head of `kind/id`, or null if the record is gone or not visible to this person. */
export function headOf(key: string): Head | null {
  const [kind = '', id = ''] = key.split('/')
  return Object.hasOwn(heads, kind) ? heads[kind]?.(id) ?? null : null
}
