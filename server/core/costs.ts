import type { Actor } from '../../shared/core/actor.ts'
import type { ClientToServer, Refusal } from '../../shared/core/protocol.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { audienceOf } from '../../shared/core/sight.ts'
import { allowance } from './guard.ts'

/** What each event of a live connection costs its person, in points; a command is 1, also each of several in one message. `connect` costs more because all others are told. */
export const eventCosts: Readonly<Record<keyof ClientToServer | 'connect', number>> = { command: 1, commands: 1, resume: 2, looking: 1, lead: 5, show: 1, follow: 3, connect: 3 }

/** What each route under /api costs its person, in points. A route that is not listed is not found. Signing in and out is free, so that it always works. */
export const routeCosts: Readonly<Record<string, number>> = {
  'POST /session': 0,
  'POST /session/confirm': 2,
  'GET /session': 1,
  'DELETE /session': 0,
  'GET /session/with': 0,
  'POST /session/with/:provider': 0,
  'GET /session/with/:provider/back': 0,
  'GET /session/factor': 1,
  'POST /session/factor': 2,
  'POST /session/factor/app': 2,
  'POST /session/factor/app/confirm': 2,
  'DELETE /session/factor/app': 2,
  'POST /session/factor/recovery': 2,
  'POST /session/factor/passkey/offer': 2,
  'POST /session/factor/passkey': 2,
  'POST /session/factor/passkey/ask': 2,
  'POST /session/factor/passkey/use': 2,
  'DELETE /session/factor/passkey/:id': 2,
  'GET /second-factor': 5,
  'POST /second-factor': 5,
  'POST /second-factor/of/:person/reset': 2,
  'GET /county': 1,
  'GET /county/traditional': 1,
  'GET /county/outline.svg': 1,
  'GET /incidents': 3,
  'POST /incidents': 20,
  'GET /i/:incident/board': 10,
  'GET /i/:incident/recent': 5,
  'GET /i/:incident/log': 3,
  'GET /i/:incident/history/:kind/:id': 3,
  'GET /i/:incident/settled': 5,
  'GET /i/:incident/record/:kind/:id': 1,
  'GET /i/:incident/service': 5,
  'GET /i/:incident/service/:person': 2,
  'GET /i/:incident/aside': 2,
  'GET /i/:incident/ending': 10,
  'GET /i/:incident/line/:place': 1,
  'POST /i/:incident/commands': 1,
  'PUT /i/:incident/photos/:issue/:photo': 8,
  'POST /i/:incident/photos/zip': 60,
  'GET /i/:incident/photos/:issue/:photo': 1,
  'GET /i/:incident/photos/:issue': 2,
  'PUT /i/:incident/photos/:issue/:photo/evidence': 2,
  'GET /i/:incident/photos/:issue/:photo/parts': 1,
  'PUT /i/:incident/photos/:issue/:photo/parts': 2,
  'GET /i/:incident/posts/:id/key': 2,
  'GET /i/:incident/shifts/:id/contacts': 2,
  'POST /i/:incident/places/codes': 5,
  'GET /i/:incident/letters/:id/word': 15,
  'PUT /i/:incident/plans/:hash': 40,
  'GET /i/:incident/plans/:id/file': 5,
  'PUT /i/:incident/imports/:list': 60,
  'GET /i/:incident/bulletins/template': 15,
  'PUT /i/:incident/bulletins/template': 30,
  'DELETE /i/:incident/bulletins/template': 2,
  'GET /i/:incident/bulletins/:day/rows': 5,
  'GET /i/:incident/bulletins/:day/word': 30,
  'GET /i/:incident/bulletins/:day/excel': 30,
  'GET /i/:incident/care': 1,
  'GET /i/:incident/care/people': 5,
  'POST /i/:incident/care/people': 20,
  'POST /i/:incident/care/find': 5,
  'POST /i/:incident/care/people/:id/open': 2,
  'POST /i/:incident/care/people/:id': 2,
  'POST /i/:incident/care/merge': 5,
  'GET /i/:incident/care/needs': 5,
  'POST /i/:incident/care/people/:id/needs': 2,
  'POST /i/:incident/care/people/:id/needs/:need/end': 2,
  'POST /i/:incident/care/done': 5,
  'POST /i/:incident/care/export': 60,
  'POST /i/:incident/care/people/:id/copy': 5,
  'POST /i/:incident/care/people/:id/delete': 10,
  'GET /i/:incident/care/plans': 2,
  'POST /i/:incident/care/plans': 2,
  'POST /i/:incident/care/plans/:id/hold': 2,
  'GET /i/:incident/care/log': 5,
  'GET /i/:incident/care/workers': 2,
  'GET /i/:incident/care/rights': 2,
  'POST /i/:incident/care/rights': 2,
  'GET /i/:incident/tables': 2,
  'POST /i/:incident/tables/:id/key': 2,
  'DELETE /i/:incident/tables/:id/key': 2,
  'GET /tables/:incident/:table': 0,
  'GET /tokens': 2,
  'POST /tokens': 2,
  'POST /tokens/:id/end': 2,
  'POST /i/:incident/audit': 5,
  'POST /i/:incident/audit/export': 5,
  'GET /system': 5,
  'GET /system/doctor': 20,
  'POST /system/backup': 40,
  'GET /system/verify': 1,
  'POST /system/verify': 40,
  'GET /v1/openapi.json': 5,
  'GET /city': 5,
  'GET /v1/summary': 20,
  'GET /v1/incidents': 3,
  'GET /v1/incidents/:incident/records/:kind': 5,
  'GET /v1/incidents/:incident/records/:kind/:id': 1,
  'GET /v1/incidents/:incident/records/:kind/:id/history': 3,
  'GET /v1/incidents/:incident/changes': 3,
  'POST /v1/incidents/:incident/commands/:command': 1,
  'POST /screens/pairing': 2,
  'POST /screens/pairing/session': 1,
  'GET /screens/mine': 1,
  'GET /screens': 5,
  'POST /screens': 2,
  'POST /screens/:id': 2,
  'POST /screens/:id/revoke': 2,
  'GET /i/:incident/exposed': 1,
  'GET /i/:incident/help': 1,
  'POST /i/:incident/help': 5,
  'POST /i/:incident/help/status': 1,
  'GET /i/:incident/help/list': 5,
  'POST /i/:incident/help/of/:id/open': 2,
  'POST /i/:incident/help/of/:id': 2,
  'GET /names': 2,
  'GET /names/helpers': 5,
  'GET /names/inspectors': 5,
  'GET /people': 5,
  'POST /people': 2,
  'POST /people/roster': 20,
  'POST /people/roster/undo': 20,
  'POST /people/:id': 2,
  'POST /people/:id/link': 2,
  'POST /people/:id/disable': 2,
  'POST /people/:id/enable': 2,
  'GET /telling': 2,
  'POST /telling': 2,
  'POST /telling/push': 2,
  'DELETE /telling/push': 2,
  'POST /telling/mail': 40,
  'POST /telling/mail/confirm': 10,
  'POST /telling/try': 40,
  'POST /people/:id/copy': 5,
  'POST /people/:id/forget': 10,
  'GET /devices/of/:person': 2,
  'GET /devices/all': 5,
  'POST /devices/code': 2,
  'POST /devices/of/:person/:id/end': 2,
  'GET /devices/wipe': 1,
  'POST /devices/wiped': 1,
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
  'GET /volunteers/register': 10,
  'POST /volunteers/register/:id': 2,
  'POST /volunteers/register/:id/stop': 2,
  'POST /volunteers/register/:id/return': 2,
  'POST /volunteers/roster': 20,
  'POST /volunteers/roster/undo': 20,
}

const known = Object.entries(routeCosts).map(([route, cost]) => {
  const [method, path = ''] = route.split(' ')
  return { method, parts: path.split('/'), cost }
})

/** The cost of a request; `path` is the part after /api. Undefined if there is no such route. */
export function costOf(method: string, path: string): number | undefined {
  const asked = path.replace(/\/$/, '').split('/')
  const reads = method === 'HEAD' ? 'GET' : method
  return known.find(one => one.method === reads && one.parts.length === asked.length && one.parts.every((part, i) => part.startsWith(':') || part === asked[i]))?.cost
}

/** What one reading of a calendar feed, or of a table by another system, costs their own budgets. */
const calendarCost = 20
const keyCost = 40

/** A person may spend 20 points a second, and 240 at once, to open a page or send work done offline. */
export const usual = { points: 240, seconds: 12 }

/**
 * One budget per person, for all routes, events and open pages together. What waited on a device has a further one, of 600 commands a minute, so
 * that three days of work are not told to slow down; beyond it these commands cost as much as any.
 */
export function budgets({ points, seconds } = usual) {
  const spent = new RateLimiterMemory({ points, duration: seconds })
  const backlog = new RateLimiterMemory({ points: 2.5 * points, duration: 5 * seconds })
  const priceFor = (actor: Actor, cost: number) => audienceOf(actor) === 'newcomer' ? cost * 3 : cost
  const spend = (actor: Actor, cost: number) => take(actor.id, priceFor(actor, cost))
  const take = async (id: string, cost: number): Promise<Refusal | null> => cost === 0 ? null : allowance(spent, { id }, cost)
  return {
    /** Takes the cost, or refuses with `slow_down` and the time to wait (ms). A person without approval has a third of the budget. */
    spend,
    /** The same for a command that waited on its device with others. */
    spendOnBacklog: async (actor: Actor, cost: number) => await allowance(backlog, actor, priceFor(actor, cost)) && spend(actor, cost),
    /** Gives back what was spent for commands of a message that were left. */
    async payBack(actor: Actor, cost: number): Promise<void> {
      await backlog.reward(actor.id, priceFor(actor, cost))
    },
    /** True if the person keeps asking beyond four times the budget. Our own pages wait when told to. */
    floods: async ({ id }: Pick<Actor, 'id'>): Promise<boolean> => ((await spent.get(id))?.consumedPoints ?? 0) > 4 * points,
    /** A calendar's secret address may have reached others, so it has its own budget and cannot use up its person's. */
    spendOnCalendar: (person: string) => take(`calendar/${person}`, calendarCost),
    /** Likewise the systems that read a person's tables. */
    spendOnKey: (person: string) => take(`key/${person}`, keyCost),
  }
}

export type Budgets = ReturnType<typeof budgets>
