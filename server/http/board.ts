import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { audienceOf } from '../../shared/core/sight.ts'
import { asLines, isNews } from '../../shared/core/telling.ts'
import { kinds } from '../../shared/kinds.ts'
import { Id, recordVersion } from '../../shared/records.ts'
import { logPage } from '../board/log-page.ts'
import { snapshots } from '../board/snapshots.ts'
import { timelineOf } from '../board/timeline.ts'
import { parseOutside } from '../core/guard.ts'
import { commitsFor } from '../line/frames.ts'
import { asker } from './answer.ts'

/** The whole board as this person sees it, the newest commits, the log page by page, the records set aside (administrators only), and the timeline of one record. */
export function boardRoutes(accounts: Accounts, authority: Authority, store: Store): Router {
  const packed = snapshots(authority)
  const From = v.object({ after: v.pipe(v.string(), v.regex(/^\d{1,12}$/)) })
  const Which = v.object({ kind: v.picklist(kinds), id: Id })

  return Router()
    .get('/board', async (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      const coding = request.acceptsEncodings('br') ? 'br' : 'gzip'
      const { seq, body } = packed(audience, coding)
      const bytes = await body
      const tag = `"${authority.epoch}-${recordVersion}-${audience}-${seq}-${coding}"`
      response.set({ 'cache-control': 'private, no-cache', 'etag': tag, 'vary': 'cookie, accept-encoding' })
      if (request.headers['if-none-match'] === tag) return void response.status(304).end()
      response.set({ 'content-type': 'application/json', 'content-encoding': coding }).end(bytes)
    })
    .get('/recent', (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      response.set('cache-control', 'no-store').json(asLines(commitsFor(audience, authority.newest(500)).filter(isNews).reverse()).slice(0, 50))
    })
    .get('/log', async (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      const { after } = parseOutside(From, { ...request.query })
      const from = Number(after)
      const { applied, to } = await logPage(authority, store, from)
      const times = new Map(applied.map(({ commit: { seq, at } }) => [seq, at]))
      response.set('cache-control', 'no-store').json({ from, to, end: authority.board.seq, commits: commitsFor(audience, applied).map(({ seq, changes }) => ({ seq, at: times.get(seq), changes })) })
    })
    .get('/aside', (request, response) => {
      asker(request, accounts, ['admin'])
      response.set('cache-control', 'no-store').json(store.aside.list())
    })
    .get('/history/:kind/:id', async (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      const { kind, id } = parseOutside(Which, { ...request.params })
      response.set('cache-control', 'no-store').json(await timelineOf(authority, store, audience, kind, id))
    })
}
