import { may } from '../core/may.ts'
import { named } from '../core/record-words.ts'
import { me } from '../core/session.ts'
import { calendarWords } from '../duty/calendar/words.ts'
import { certificate } from '../duty/certificate/words.ts'
import { posts } from '../duty/posts/words.ts'
import { incidentWords } from '../incident/words.ts'
import { coverageWords } from '../inspections/coverage/words.ts'
import { meetingWords } from '../inspections/meeting/words.ts'
import { inboxCount } from '../issues/inbox/inbox.ts'
import { lifeWords } from '../issues/words.ts'
import { volunteerWords } from '../people/volunteer-words.ts'
import { waitingCount } from '../people/volunteers.ts'
import { posterWords } from '../register/codes/words.ts'
import { reconcileWords } from '../register/reconcile/words.ts'
import { desk } from './desk/words.ts'
import { replayWords } from './replay/words.ts'
import { settledWords } from './settled/words.ts'

interface Page { readonly to: string, readonly icon: string, readonly title: () => string, readonly shown: () => boolean, /** How many items wait there for this person; zero shows nothing. */ readonly waiting?: () => number }

const works = () => me.value?.role !== 'volunteer'
const acts = () => works() && me.value?.role !== 'viewer'

/** The pages other than the map, in the order of the menus. */
const all: readonly Page[] = [
  { to: '/bulletins', icon: 'bulletin', title: () => named.value.kinds.bulletin, shown: works },
  { to: '/inbox', icon: 'list', title: () => lifeWords.value.inbox, shown: acts, waiting: () => inboxCount.value },
  { to: '/meeting', icon: 'people', title: () => meetingWords.value.title, shown: () => ['coordinator', 'admin', 'inspector', 'overseer'].includes(me.value?.role ?? '') },
  { to: '/supplies', icon: 'shortage', title: () => named.value.kinds.shortage, shown: works },
  { to: '/letters', icon: 'mail', title: () => named.value.kinds.letter, shown: acts },
  { to: '/posts', icon: 'shift', title: () => posts.value.title, shown: () => may('openPost') },
  { to: '/volunteers', icon: 'people', title: () => volunteerWords.value.title, shown: () => may('openPost'), waiting: () => waitingCount.value },
  { to: '/calendar', icon: 'shift', title: () => calendarWords.value.title, shown: () => may('claimShift') },
  { to: '/certificate/me', icon: 'clock', title: () => certificate.value.mine, shown: () => me.value?.role === 'volunteer' },
  { to: '/replay', icon: 'clock', title: () => replayWords.value.title, shown: works },
  { to: '/settled', icon: 'check', title: () => settledWords.value.title, shown: () => me.value?.approved !== false },
  { to: '/coverage', icon: 'layers', title: () => coverageWords.value.title, shown: () => works() && me.value?.role !== 'unit' },
  { to: '/reconcile', icon: 'list', title: () => reconcileWords.value.title, shown: () => works() && me.value?.role !== 'unit' && me.value?.role !== 'viewer' },
  { to: '/checklists', icon: 'check', title: () => named.value.kinds.checklist, shown: () => ['coordinator', 'admin', 'inspector', 'overseer'].includes(me.value?.role ?? '') },
  { to: '/posters', icon: 'code', title: () => posterWords.value.title, shown: () => may('voidPlaceCode') },
  { to: '/incidents', icon: 'flag', title: () => incidentWords.value.title, shown: () => true },
  { to: '/rules', icon: 'list', title: () => incidentWords.value.rules, shown: works },
  { to: '/import', icon: 'upload', title: () => desk.value.importPlaces, shown: () => may('importPlaces') },
  { to: '/people', icon: 'people', title: () => desk.value.people, shown: () => me.value?.role === 'admin' },
]

export const myPages = () => all.filter(page => page.shown())

/** The items that wait for this person on all pages. */
export const waitingThere = () => myPages().reduce((sum, page) => sum + (page.waiting?.() ?? 0), 0)
