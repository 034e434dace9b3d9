import type { Router } from 'express'

interface Layer { readonly route?: { readonly path: string, readonly methods: Readonly<Record<string, boolean>> }, readonly handle?: { readonly stack?: readonly Layer[] } }

/** Every route that an express app answers, as `METHOD path`, the path as its own router names it. */
export function routesOf({ router }: { readonly router: Router }): string[] {
  const walk = (layers: readonly Layer[]): string[] => layers.flatMap(({ route, handle }) => route
    ? Object.keys(route.methods).map(method => `${method.toUpperCase()} ${route.path}`)
    : walk(handle?.stack ?? []))
  return walk(router.stack as unknown as readonly Layer[])
}

/**
 * The ways in which the server could tell a reader too much. Each has a test in `test/sight`, except `nothing` (answers no more than
 * that it is done), `own` (what the asker made) and `register` (the administrators').
 */
export const ways = ['snapshot', 'frame', 'resume', 'log', 'recent', 'history', 'settled', 'rows', 'paper', 'photo', 'presence', 'refusal', 'count', 'calendar', 'names', 'care', 'key', 'own', 'public', 'register', 'nothing'] as const
export type Way = (typeof ways)[number]

export interface Route { readonly leaf: string, readonly at: string, readonly way: Way, readonly body?: boolean, readonly open?: boolean }

/** Every route: its name in the router, its path, and the way it tells something. */
export const routes: readonly Route[] = [
  { leaf: 'GET /health', at: '/health', way: 'nothing', open: true },
  { leaf: 'PUT /:issue/:photo', at: '/api/i/first/photos/i1/f1', way: 'nothing' },
  { leaf: 'GET /:issue/:photo', at: '/api/i/first/photos/i1/f1', way: 'photo' },
  { leaf: 'POST /', at: '/api/session', way: 'nothing', body: true, open: true },
  { leaf: 'GET /', at: '/api/session', way: 'own' },
  { leaf: 'DELETE /', at: '/api/session', way: 'nothing' },
  { leaf: 'GET /county', at: '/api/county', way: 'public', open: true },
  { leaf: 'GET /county/traditional', at: '/api/county/traditional', way: 'public', open: true },
  { leaf: 'GET /county/outline.svg', at: '/api/county/outline.svg', way: 'public', open: true },
  { leaf: 'GET /', at: '/api/incidents', way: 'count' },
  { leaf: 'POST /', at: '/api/incidents', way: 'nothing', body: true },
  { leaf: 'GET /board', at: '/api/i/first/board', way: 'snapshot' },
  { leaf: 'GET /recent', at: '/api/i/first/recent', way: 'recent' },
  { leaf: 'GET /:incident/line/:place', at: '/api/i/first/line/nothing', way: 'public', open: true },
  { leaf: 'POST /', at: '/api/i/first/commands', way: 'refusal', body: true },
  { leaf: 'GET /log', at: '/api/i/first/log?after=0', way: 'log' },
  { leaf: 'GET /settled', at: '/api/i/first/settled?kind=inspection', way: 'settled' },
  { leaf: 'GET /record/:kind/:id', at: '/api/i/first/record/issue/i1', way: 'settled' },
  { leaf: 'GET /service', at: '/api/i/first/service', way: 'settled' },
  { leaf: 'GET /service/:person', at: '/api/i/first/service/a', way: 'settled' },
  { leaf: 'GET /aside', at: '/api/i/first/aside', way: 'register' },
  { leaf: 'GET /history/:kind/:id', at: '/api/i/first/history/issue/i1', way: 'history' },
  { leaf: 'POST /codes', at: '/api/i/first/places/codes', way: 'key', body: true },
  { leaf: 'GET /:id/key', at: '/api/i/first/posts/g1/key', way: 'key' },
  { leaf: 'GET /:id/contacts', at: '/api/i/first/shifts/s1/contacts', way: 'names' },
  { leaf: 'GET /:id/word', at: '/api/i/first/letters/l1/word', way: 'paper' },
  { leaf: 'PUT /:list', at: '/api/i/first/imports/places', way: 'own', body: true },
  { leaf: 'GET /template', at: '/api/i/first/bulletins/template', way: 'paper' },
  { leaf: 'PUT /template', at: '/api/i/first/bulletins/template', way: 'nothing' },
  { leaf: 'DELETE /template', at: '/api/i/first/bulletins/template', way: 'nothing' },
  { leaf: 'GET /:day/rows', at: '/api/i/first/bulletins/2030-05-06/rows', way: 'rows' },
  { leaf: 'GET /:day/word', at: '/api/i/first/bulletins/2030-05-06/word', way: 'paper' },
  { leaf: 'GET /:day/excel', at: '/api/i/first/bulletins/2030-05-06/excel', way: 'paper' },
  { leaf: 'GET /', at: '/api/i/first/care', way: 'own' },
  { leaf: 'GET /people', at: '/api/i/first/care/people', way: 'care' },
  { leaf: 'POST /people', at: '/api/i/first/care/people', way: 'care', body: true },
  { leaf: 'POST /find', at: '/api/i/first/care/find', way: 'care', body: true },
  { leaf: 'POST /people/:id/open', at: '/api/i/first/care/people/x/open', way: 'care', body: true },
  { leaf: 'POST /people/:id', at: '/api/i/first/care/people/x', way: 'care', body: true },
  { leaf: 'POST /merge', at: '/api/i/first/care/merge', way: 'care', body: true },
  { leaf: 'GET /needs', at: '/api/i/first/care/needs?before=1', way: 'care' },
  { leaf: 'POST /people/:id/needs', at: '/api/i/first/care/people/x/needs', way: 'care', body: true },
  { leaf: 'POST /people/:id/needs/:need/end', at: '/api/i/first/care/people/x/needs/y/end', way: 'care' },
  { leaf: 'POST /done', at: '/api/i/first/care/done', way: 'care', body: true },
  { leaf: 'POST /people/:id/copy', at: '/api/i/first/care/people/x/copy', way: 'care', body: true },
  { leaf: 'POST /people/:id/delete', at: '/api/i/first/care/people/x/delete', way: 'care', body: true },
  { leaf: 'GET /plans', at: '/api/i/first/care/plans', way: 'care' },
  { leaf: 'POST /plans', at: '/api/i/first/care/plans', way: 'care' },
  { leaf: 'POST /plans/:id/hold', at: '/api/i/first/care/plans/x/hold', way: 'care', body: true },
  { leaf: 'POST /export', at: '/api/i/first/care/export', way: 'care', body: true },
  { leaf: 'GET /log', at: '/api/i/first/care/log', way: 'care' },
  { leaf: 'GET /rights', at: '/api/i/first/care/rights', way: 'care' },
  { leaf: 'POST /rights', at: '/api/i/first/care/rights', way: 'care', body: true },
  { leaf: 'GET /', at: '/api/i/first/tables', way: 'own' },
  { leaf: 'POST /:id/key', at: '/api/i/first/tables/b1/key', way: 'own', body: true },
  { leaf: 'DELETE /:id/key', at: '/api/i/first/tables/b1/key', way: 'nothing' },
  { leaf: 'GET /:incident/:table', at: '/api/tables/first/b1', way: 'rows', open: true },
  { leaf: 'GET /:incident/help', at: '/api/i/first/help', way: 'public', open: true },
  { leaf: 'POST /:incident/help', at: '/api/i/first/help', way: 'own', body: true, open: true },
  { leaf: 'POST /:incident/help/status', at: '/api/i/first/help/status', way: 'care', body: true, open: true },
  { leaf: 'GET /list', at: '/api/i/first/help/list', way: 'care' },
  { leaf: 'POST /of/:id/open', at: '/api/i/first/help/of/x/open', way: 'care', body: true },
  { leaf: 'POST /of/:id', at: '/api/i/first/help/of/x', way: 'care', body: true },
  { leaf: 'GET /names', at: '/api/names?ids=a', way: 'names' },
  { leaf: 'GET /names/helpers', at: '/api/names/helpers', way: 'names' },
  { leaf: 'GET /names/inspectors', at: '/api/names/inspectors', way: 'names' },
  { leaf: 'GET /', at: '/api/people', way: 'register' },
  { leaf: 'POST /', at: '/api/people', way: 'register', body: true },
  { leaf: 'POST /roster', at: '/api/people/roster', way: 'register', body: true },
  { leaf: 'POST /roster/undo', at: '/api/people/roster/undo', way: 'register', body: true },
  { leaf: 'POST /:id', at: '/api/people/x', way: 'register', body: true },
  { leaf: 'POST /:id/link', at: '/api/people/x/link', way: 'register', body: true },
  { leaf: 'POST /:id/disable', at: '/api/people/x/disable', way: 'register', body: true },
  { leaf: 'POST /:id/enable', at: '/api/people/x/enable', way: 'register', body: true },
  { leaf: 'GET /', at: '/api/calendar', way: 'own' },
  { leaf: 'POST /', at: '/api/calendar', way: 'own' },
  { leaf: 'DELETE /', at: '/api/calendar', way: 'own' },
  { leaf: 'GET /:secret.ics', at: '/api/calendar/x.ics', way: 'calendar', open: true },
  { leaf: 'POST /pairing', at: '/api/screens/pairing', way: 'nothing', open: true },
  { leaf: 'POST /pairing/session', at: '/api/screens/pairing/session', way: 'nothing', body: true, open: true },
  { leaf: 'GET /mine', at: '/api/screens/mine', way: 'own' },
  { leaf: 'GET /', at: '/api/screens', way: 'nothing' },
  { leaf: 'POST /', at: '/api/screens', way: 'nothing', body: true },
  { leaf: 'POST /:id', at: '/api/screens/x', way: 'nothing', body: true },
  { leaf: 'POST /:id/revoke', at: '/api/screens/x/revoke', way: 'nothing' },
  { leaf: 'POST /join/look', at: '/api/volunteers/join/look', way: 'nothing', body: true, open: true },
  { leaf: 'POST /join', at: '/api/volunteers/join', way: 'nothing', body: true, open: true },
  { leaf: 'GET /links', at: '/api/volunteers/links', way: 'own' },
  { leaf: 'POST /links', at: '/api/volunteers/links', way: 'nothing', body: true },
  { leaf: 'POST /links/:id/revoke', at: '/api/volunteers/links/x/revoke', way: 'nothing', body: true },
  { leaf: 'GET /waiting', at: '/api/volunteers/waiting', way: 'names' },
  { leaf: 'GET /waiting/count', at: '/api/volunteers/waiting/count', way: 'names' },
  { leaf: 'POST /waiting/:id/approve', at: '/api/volunteers/waiting/x/approve', way: 'nothing', body: true },
  { leaf: 'POST /waiting/:id/decline', at: '/api/volunteers/waiting/x/decline', way: 'nothing', body: true },
  { leaf: 'GET /register', at: '/api/volunteers/register', way: 'names' },
  { leaf: 'POST /register/:id', at: '/api/volunteers/register/x', way: 'nothing', body: true },
  { leaf: 'POST /register/:id/stop', at: '/api/volunteers/register/x/stop', way: 'nothing' },
  { leaf: 'POST /register/:id/return', at: '/api/volunteers/register/x/return', way: 'own' },
  { leaf: 'POST /roster', at: '/api/volunteers/roster', way: 'nothing', body: true },
  { leaf: 'POST /roster/undo', at: '/api/volunteers/roster/undo', way: 'own', body: true },
]
