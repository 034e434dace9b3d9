import type { Actor } from '../../shared/core/actor.ts'
import type { ClientToServer, Refusal } from '../../shared/core/protocol.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { audienceOf } from '../../shared/core/sight.ts'
import { allowance } from './guard.ts'

/** What each event of the live line costs its person; a command is 1. `connect`: to come onto the line, which all others are told. */
export const eventCosts: Readonly<Record<keyof ClientToServer | 'connect', number>> = { command: 1, resume: 2, looking: 1, connect: 3 }

/** What each route under /api costs its person. A route that is not here is not found. Signing in and out is never in the way. */
export const routeCosts: Readonly<Record<string, number>> = {
  'POST /session': 0,
  'GET /session': 1,
  'DELETE /session': 0,
  'GET /county': 1,
  'GET /county/outline.svg': 1,
  'GET /incidents': 3,
  'POST /incidents': 20,
  'GET /i/:incident/board': 10,
  'GET /i/:incident/recent': 5,
  'GET /i/:incident/log': 3,
  'GET /i/:incident/history/:kind/:id': 3,
  'GET /i/:incident/settled': 5,
  'GET /i/:incident/record/:kind/:id': 1,
  'GET /i/:incident/service/:person': 2,
  'GET /i/:incident/aside': 2,
  'GET /i/:incident/line/:place': 1,
  'POST /i/:incident/commands': 1,
  'PUT /i/:incident/photos/:issue/:photo': 8,
  'GET /i/:incident/photos/:issue/:photo': 1,
  'GET /i/:incident/posts/:id/key': 2,
  'POST /i/:incident/places/codes': 5,
  'GET /i/:incident/letters/:id/word': 15,
  'GET /i/:incident/bulletins/template': 15,
  'PUT /i/:incident/bulletins/template': 30,
  'DELETE /i/:incident/bulletins/template': 2,
  'GET /i/:incident/bulletins/:day/rows': 5,
  'GET /i/:incident/bulletins/:day/word': 30,
  'GET /i/:incident/bulletins/:day/excel': 30,
  'GET /names': 2,
  'GET /names/helpers': 5,
  'GET /people': 5,
  'POST /people': 2,
  'POST /people/:id/link': 2,
  'POST /people/:id/disable': 2,
  'POST /people/:id/enable': 2,
  'GET /calendar': 1,
  'POST /calendar': 2,
  'DELETE /calendar': 2,
  'GET /calendar/:secret': 0,
  'POST /volunteers/join/look': 1,
  'POST /volunteers/join': 5,
  'GET /volunteers/links': 2,
  'POST /volunteers/links': 2,
  'POST /volunteers/links/:id/revoke': 2,
  'GET /volunteers/waiting': 3,
  'GET /volunteers/waiting/count': 1,
  'POST /volunteers/waiting/:id/approve': 2,
  'POST /volunteers/waiting/:id/decline': 2,
  'POST /volunteers/roster': 20,
}

const known = Object.entries(routeCosts).map(([route, cost]) => {
  const [method, path = ''] = route.split(' ')
  return { method, parts: path.split('/'), cost }
})

/** The cost of a request under /api; `path` begins after that. Undefined: there is no such route. */
export function costOf(method: string, path: string): number | undefined {
  const asked = path.replace(/\/$/, '').split('/')
  const reads = method === 'HEAD' ? 'GET' : method
  return known.find(one => one.method === reads && one.parts.length === asked.length && one.parts.every((part, i) => part.startsWith(':') || part === asked[i]))?.cost
}

/** What one reading of a calendar costs its address. */
const calendarCost = 20

/** A person may spend 20 a second, and 240 at once: a page that opens, or what was done offline. */
const usual = { points: 240, seconds: 12 }

/** The one budget of each person, over all routes, events and open pages. */
export function budgets({ points, seconds } = usual) {
  const spent = new RateLimiterMemory({ points, duration: seconds })
  const take = async (id: string, cost: number): Promise<Refusal | null> => cost === 0 ? null : allowance(spent, { id }, cost)
  return {
    /** Takes the cost, or refuses `slow_down` with the time to wait. A person who is not approved yet has a third. */
    spend: (actor: Actor, cost: number) => take(actor.id, audienceOf(actor) === 'newcomer' ? cost * 3 : cost),
    /** True if they go on asking at four times the budget. Our own devices wait as told. */
    floods: async ({ id }: Pick<Actor, 'id'>): Promise<boolean> => ((await spent.get(id))?.consumedPoints ?? 0) > 4 * points,
    /** A secret address may be in other hands than its person's, so it has a budget beside theirs: nobody is locked out by it. */
    spendOnCalendar: (person: string) => take(`calendar/${person}`, calendarCost),
  }
}

export type Budgets = ReturnType<typeof budgets>
