import type { PagePath } from '../../../shared/pages.ts'
import { mayGoTo } from '../../core/may.ts'
import { titles } from '../../core/page-titles.ts'
import { named } from '../../core/record-words.ts'
import { hasCity, me } from '../../core/session.ts'
import { waits } from './waits.ts'
import { pageWords } from './words.ts'

/** The groups of the navigation in their order, each with its icon. The last one stands apart, at the foot of the rail. */
export const groups = { map: 'map', issues: 'issue', inspections: 'eye', duty: 'shift', testing: 'samplingSite', supplies: 'box', bulletins: 'bulletin', places: 'pin', care: 'people', manage: 'gear' } as const
export type Group = keyof typeof groups

export interface Page {
  /** Its path in the router, which says who may open it. */
  readonly path: PagePath
  /** The address, if it is not the path. */
  readonly to?: string
  readonly group: Group
  readonly icon: string
  /** Opens the page after `g`. Pages that few people open often have none, and are found by search. */
  readonly key?: string
  readonly title: () => string
  /** How many items wait there for this person. */
  readonly waiting?: () => number
}

/** Every page that one can go to, in the order of the tabs. The rail, the tabs, the search, the keys and the phone's list come from here. */
export const pages: readonly Page[] = [
  { path: '/', group: 'map', icon: 'map', key: 'm', title: () => pageWords.value.groups.map },
  { path: '/device', group: 'map', icon: 'box', key: '3', title: () => titles.value['/device'] },
  { path: '/inbox', group: 'issues', icon: 'list', key: 'i', title: () => titles.value['/inbox'], waiting: () => waits.inbox.value },
  { path: '/rechecks', group: 'issues', icon: 'eye', key: 'f', title: () => titles.value['/rechecks'], waiting: () => waits.rechecks.value },
  { path: '/letters', group: 'issues', icon: 'mail', key: 'l', title: () => named.value.kinds.letter },
  { path: '/samples', group: 'issues', icon: 'swap', key: 'k', title: () => titles.value['/samples'], waiting: () => waits.samples.value },
  { path: '/settled', group: 'issues', icon: 'check', key: 'h', title: () => titles.value['/settled'] },
  { path: '/meeting', group: 'inspections', icon: 'people', key: 'd', title: () => titles.value['/meeting'] },
  { path: '/routes', group: 'inspections', icon: 'map', key: '1', title: () => titles.value['/routes'] },
  { path: '/coverage', group: 'inspections', icon: 'layers', key: 'c', title: () => titles.value['/coverage'] },
  { path: '/checklists', group: 'inspections', icon: 'check', key: 'x', title: () => named.value.kinds.checklist },
  { path: '/posters', group: 'inspections', icon: 'code', key: 'q', title: () => titles.value['/posters'] },
  { path: '/posts', group: 'duty', icon: 'shift', key: 's', title: () => titles.value['/posts'], waiting: () => waits.gaps.value },
  { path: '/volunteers', group: 'duty', icon: 'people', key: 'v', title: () => titles.value['/volunteers'], waiting: () => waits.volunteers.value },
  { path: '/crews', group: 'duty', icon: 'team', key: '2', title: () => titles.value['/crews'] },
  { path: '/calendar', group: 'duty', icon: 'clock', key: 'a', title: () => titles.value['/calendar'] },
  { path: '/certificate/:person', to: '/certificate/me', group: 'duty', icon: 'bulletin', key: 'z', title: () => titles.value['/certificate/:person'] },
  { path: '/rounds', group: 'testing', icon: 'samplingSite', title: () => titles.value['/rounds'], waiting: () => waits.behind.value },
  { path: '/quarantine', group: 'testing', icon: 'quarantineSite', title: () => titles.value['/quarantine'], waiting: () => waits.quarantine.value },
  { path: '/exposures', group: 'testing', icon: 'no', key: '4', title: () => titles.value['/exposures'] },
  { path: '/supplies', group: 'supplies', icon: 'shortage', key: 'w', title: () => pageWords.value.groups.supplies, waiting: () => waits.shortages.value },
  { path: '/bulletins', group: 'bulletins', icon: 'bulletin', key: 'b', title: () => named.value.kinds.bulletin, waiting: () => waits.bulletins.value },
  { path: '/tables', group: 'bulletins', icon: 'list', title: () => titles.value['/tables'] },
  { path: '/replay', group: 'bulletins', icon: 'play', key: 'r', title: () => titles.value['/replay'] },
  { path: '/register', group: 'places', icon: 'list', key: 'j', title: () => titles.value['/register'] },
  { path: '/due', group: 'places', icon: 'clock', key: 'o', title: () => titles.value['/due'] },
  { path: '/recovery', group: 'places', icon: 'school', title: () => titles.value['/recovery'] },
  { path: '/address', group: 'places', icon: 'zone', key: 't', title: () => titles.value['/address'] },
  { path: '/reconcile', group: 'places', icon: 'list', key: 'n', title: () => titles.value['/reconcile'] },
  { path: '/import', group: 'places', icon: 'upload', key: 'u', title: () => titles.value['/import'] },
  { path: '/needs', group: 'care', icon: 'clock', title: () => titles.value['/needs'] },
  { path: '/help', group: 'care', icon: 'bell', title: () => titles.value['/help'], waiting: () => waits.help.value },
  { path: '/care', group: 'care', icon: 'people', title: () => titles.value['/care'] },
  { path: '/care/log', group: 'care', icon: 'list', title: () => titles.value['/care/log'] },
  { path: '/city', group: 'map', icon: 'layers', title: () => titles.value['/city'] },
  { path: '/people', group: 'manage', icon: 'people', key: 'p', title: () => titles.value['/people'] },
  { path: '/incidents', group: 'manage', icon: 'flag', key: 'e', title: () => titles.value['/incidents'] },
  { path: '/requirements', group: 'manage', icon: 'check', title: () => titles.value['/requirements'] },
  { path: '/rules', group: 'manage', icon: 'list', key: 'y', title: () => titles.value['/rules'] },
  { path: '/screens', group: 'manage', icon: 'map', title: () => titles.value['/screens'] },
  { path: '/tokens', group: 'manage', icon: 'code', title: () => titles.value['/tokens'] },
  { path: '/admin', group: 'manage', icon: 'gear', title: () => titles.value['/admin'] },
  { path: '/audit', group: 'manage', icon: 'check', title: () => titles.value['/audit'] },
  { path: '/reference', group: 'manage', icon: 'list', title: () => titles.value['/reference'] },
]

/** Volunteers alone print their own hours; other people find those of a volunteer in the shift. The city's page is for servers that have counties to look at. */
const offered = (page: Page): boolean => page.path === '/city' ? hasCity.value : page.to !== '/certificate/me' || me.value?.role === 'volunteer'

export const addressOf = ({ to, path }: Page): string => to ?? path
export const myPages = (): readonly Page[] => pages.filter(page => offered(page) && mayGoTo(page.path))

/** Who has no map finds this device with the last group. */
export const groupOf = ({ group }: Page): Group => group === 'map' && !mayGoTo('/') ? 'manage' : group

/** The groups of which this person may open a page, each with those pages. */
export const myGroups = (): readonly { readonly group: Group, readonly pages: readonly Page[] }[] => {
  const mine = myPages()
  return (Object.keys(groups) as Group[]).map(group => ({ group, pages: mine.filter(page => groupOf(page) === group) })).filter(one => one.pages.length)
}

export const waitingIn = (some: readonly Page[]): number => some.reduce((sum, page) => sum + (page.waiting?.() ?? 0), 0)

/** The pages that are opened from a listed one. */
const parents: Readonly<Record<string, PagePath>> = { '/issue/:id': '/inbox', '/slip/:id': '/inbox', '/people/links': '/volunteers', '/help/poster': '/help', '/care/import': '/care', '/care/plan/:id': '/care', '/incidents/destroyed': '/incidents', '/posts/roster': '/posts', '/bulletin/:day': '/bulletins', '/bulletin/:day/rows': '/bulletins' }

/** The listed page that a path of the router is, or belongs to. */
export const pageAt = (path: string): Page | undefined => pages.find(page => page.path === (parents[path] ?? path))
