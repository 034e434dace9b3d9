import type { PagePath } from '../../../shared/pages.ts'
import { mayOpen } from '../../../shared/pages.ts'
import { named } from '../../core/record-words.ts'
import { me } from '../../core/session.ts'
import { calendarWords } from '../../duty/calendar/words.ts'
import { certificate } from '../../duty/certificate/words.ts'
import { posts } from '../../duty/posts/words.ts'
import { incidentWords } from '../../incident/words.ts'
import { coverageWords } from '../../inspections/coverage/words.ts'
import { meetingWords } from '../../inspections/meeting/words.ts'
import { lifeWords } from '../../issues/words.ts'
import { volunteerWords } from '../../people/volunteer-words.ts'
import { posterWords } from '../../register/codes/words.ts'
import { reconcileWords } from '../../register/reconcile/words.ts'
import { addressWords } from '../../zones/address-words.ts'
import { desk } from '../desk/words.ts'
import { replayWords } from '../replay/words.ts'
import { settledWords } from '../settled/words.ts'
import { waits } from './waits.ts'
import { pageWords } from './words.ts'

/** The groups of the navigation in their order, each with its icon. The last one stands apart, at the foot of the rail. */
export const groups = { map: 'map', issues: 'issue', inspections: 'eye', duty: 'shift', supplies: 'box', bulletins: 'bulletin', places: 'pin', manage: 'gear' } as const
export type Group = keyof typeof groups

export interface Page {
  /** Its path in the router, which says who may open it. */
  readonly path: PagePath
  /** The address, if it is not the path. */
  readonly to?: string
  readonly group: Group
  readonly icon: string
  /** Opens the page after `g`. */
  readonly key: string
  readonly title: () => string
  /** How many items wait there for this person. */
  readonly waiting?: () => number
}

/** Every page that one can go to, in the order of the tabs. The rail, the tabs, the search, the keys and the phone's list come from here. */
export const pages: readonly Page[] = [
  { path: '/', group: 'map', icon: 'map', key: 'm', title: () => pageWords.value.groups.map },
  { path: '/inbox', group: 'issues', icon: 'list', key: 'i', title: () => lifeWords.value.inbox, waiting: () => waits.inbox.value },
  { path: '/letters', group: 'issues', icon: 'mail', key: 'l', title: () => named.value.kinds.letter },
  { path: '/settled', group: 'issues', icon: 'check', key: 'h', title: () => settledWords.value.title },
  { path: '/meeting', group: 'inspections', icon: 'people', key: 'd', title: () => meetingWords.value.title },
  { path: '/coverage', group: 'inspections', icon: 'layers', key: 'c', title: () => coverageWords.value.title },
  { path: '/checklists', group: 'inspections', icon: 'check', key: 'x', title: () => named.value.kinds.checklist },
  { path: '/posters', group: 'inspections', icon: 'code', key: 'q', title: () => posterWords.value.title },
  { path: '/posts', group: 'duty', icon: 'shift', key: 's', title: () => posts.value.title, waiting: () => waits.gaps.value },
  { path: '/volunteers', group: 'duty', icon: 'people', key: 'v', title: () => volunteerWords.value.title, waiting: () => waits.volunteers.value },
  { path: '/calendar', group: 'duty', icon: 'clock', key: 'a', title: () => calendarWords.value.title },
  { path: '/certificate/:person', to: '/certificate/me', group: 'duty', icon: 'bulletin', key: 'z', title: () => certificate.value.mine },
  { path: '/supplies', group: 'supplies', icon: 'shortage', key: 'w', title: () => pageWords.value.groups.supplies, waiting: () => waits.shortages.value },
  { path: '/bulletins', group: 'bulletins', icon: 'bulletin', key: 'b', title: () => named.value.kinds.bulletin, waiting: () => waits.bulletins.value },
  { path: '/replay', group: 'bulletins', icon: 'play', key: 'r', title: () => replayWords.value.title },
  { path: '/address', group: 'places', icon: 'zone', key: 't', title: () => addressWords.value.title },
  { path: '/reconcile', group: 'places', icon: 'list', key: 'n', title: () => reconcileWords.value.title },
  { path: '/import', group: 'places', icon: 'upload', key: 'u', title: () => desk.value.importPlaces },
  { path: '/people', group: 'manage', icon: 'people', key: 'p', title: () => desk.value.people },
  { path: '/incidents', group: 'manage', icon: 'flag', key: 'e', title: () => incidentWords.value.title },
  { path: '/rules', group: 'manage', icon: 'list', key: 'y', title: () => incidentWords.value.rules },
]

/** Volunteers alone print their own hours; other people find those of a volunteer in the shift. */
const offered = (page: Page): boolean => page.to !== '/certificate/me' || me.value?.role === 'volunteer'

export const addressOf = ({ to, path }: Page): string => to ?? path
export const myPages = (): readonly Page[] => pages.filter(page => me.value && offered(page) && mayOpen(me.value, page.path))

/** The groups of which this person may open a page, each with those pages. */
export const myGroups = (): readonly { readonly group: Group, readonly pages: readonly Page[] }[] => {
  const mine = myPages()
  return (Object.keys(groups) as Group[]).map(group => ({ group, pages: mine.filter(page => page.group === group) })).filter(one => one.pages.length)
}

export const waitingIn = (some: readonly Page[]): number => some.reduce((sum, page) => sum + (page.waiting?.() ?? 0), 0)

/** The pages that are opened from a listed one. */
const parents: Readonly<Record<string, PagePath>> = { '/issue/:id': '/inbox', '/slip/:id': '/inbox', '/people/links': '/volunteers', '/posts/roster': '/posts', '/bulletin/:day': '/bulletins', '/bulletin/:day/rows': '/bulletins' }

/** The listed page that a path of the router is, or belongs to. */
export const pageAt = (path: string): Page | undefined => pages.find(page => page.path === (parents[path] ?? path))
