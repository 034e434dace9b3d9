import type { Request, Response } from 'express'
import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { WaitingRoom } from '../api/waiting-room.ts'
import type { IncidentBoard, Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Bearer } from './bearer.ts'
import { createHash } from 'node:crypto'
import { Router } from 'express'
import * as v from 'valibot'
import { overviewOf } from '../../shared/api/overview.ts'
import { ChangesQuery, Given, RecordsQuery } from '../../shared/api/requests.ts'
import { apiReaders, readsRecords } from '../../shared/api/tokens.ts'
import { factsOf } from '../../shared/core/county.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id, recordVersion } from '../../shared/records.ts'
import { changesAfter } from '../api/changes.ts'
import { openApi } from '../api/openapi.ts'
import { recordPage } from '../api/record-page.ts'
import { timelineOf } from '../board/timeline.ts'
import { cookieOf } from '../core/cookie.ts'
import { Envelope, parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'
import { summary } from './incidents.ts'

interface Options { readonly accounts: Pick<Accounts, 'actor'>, readonly county: County, readonly incidents: Pick<Incidents, 'find' | 'all'>, readonly bearer: Bearer, readonly waiting: WaitingRoom }

const OfKind = v.object({ kind: v.picklist(kinds) })
const OfRecord = v.object({ kind: v.picklist(kinds), id: Id })

/** Wakes when the client hangs up, so that nothing waits for it any longer. */
const hungUp = (response: Response) => (wake: () => void) => {
  response.once('close', wake)
  return () => void response.off('close', wake)
}

/** The API for other systems, version 1. It says what it can do in its OpenAPI document, which is made from the commands and the kinds. */
export function v1Routes({ accounts, county, incidents, bearer, waiting }: Options): Router {
  const { code, name, nameEn, townships } = county
  const facts = factsOf(county)
  const townshipNames = new Map(townships.map(one => [one.code, one.name]))
  /** The system behind a request, if it may read records. */
  async function reader(request: Request): Promise<Actor> {
    const actor = await bearer.of(request)
    if (!readsRecords(actor.role)) reject('forbidden')
    return actor
  }
  const boardOf = (request: Request<{ incident: string }>): IncidentBoard => incidents.find(request.params.incident) ?? reject('not_found')

  /** True if the sender has this state of the board already: then the answer is sent, without a body. */
  function unchanged({ authority: { epoch, board } }: IncidentBoard, actor: Actor, request: Request, response: Response): boolean {
    const tag = `"${epoch}-${recordVersion}-${audienceOf(actor)}-${board.seq}"`
    response.set({ 'cache-control': 'private, no-cache', 'etag': tag, 'vary': 'authorization' })
    if (request.get('if-none-match') !== tag) return false
    response.status(304).end()
    return true
  }

  return Router()
    .get('/openapi.json', async (request, response) => {
      // The page that explains the API reads it with a session.
      if (cookieOf(request)) asker(request, accounts, apiReaders)
      else await bearer.of(request)
      response.set('cache-control', 'private, no-cache').type('json').send(openApi())
    })
    .get('/summary', async (request, response) => {
      // It counts the whole board, so it is for those who see the whole board.
      if (audienceOf(await bearer.of(request)) !== 'staff') reject('forbidden')
      const overviews = incidents.all().flatMap(({ id, authority }) => {
        const one = overviewOf(authority.board, id, facts, authority.now())
        return one ? [{ county: { code, name, nameEn }, ...one, late: one.late.map(issue => ({ ...issue, township: townshipNames.get(issue.township) ?? issue.township })) }] : []
      })
      const body = JSON.stringify(overviews)
      const tag = `"${createHash('sha256').update(body).digest('base64url')}"`
      response.set({ 'cache-control': 'private, no-cache', 'etag': tag, 'vary': 'authorization' })
      if (request.get('if-none-match') === tag) return void response.status(304).end()
      response.type('json').send(body)
    })
    .get('/incidents', async (request, response) => {
      const audience = audienceOf(await reader(request))
      response.set('cache-control', 'no-store').json(incidents.all().flatMap(one => summary(one, audience)))
    })
    .get('/incidents/:incident/records/:kind', async (request, response) => {
      const actor = await reader(request)
      const one = boardOf(request)
      const { kind } = parseOutside(OfKind, { ...request.params })
      const wanted = parseOutside(RecordsQuery, { ...request.query })
      const { seq } = one.authority.board
      if (unchanged(one, actor, request, response)) return
      response.json({ epoch: one.authority.epoch, seq, ...await recordPage(one.authority, one.store, actor, kind, wanted) })
    })
    .get('/incidents/:incident/records/:kind/:id', async (request, response) => {
      const actor = await reader(request)
      const one = boardOf(request)
      const { kind, id } = parseOutside(OfRecord, { ...request.params })
      const { board, epoch } = one.authority
      const whole = board.get(kind, id)
      const record = whole && seenBy(board, actor, kind, whole)
      if (!record) reject('not_found')
      if (!unchanged(one, actor, request, response)) response.json({ epoch, seq: board.seq, record })
    })
    .get('/incidents/:incident/records/:kind/:id/history', async (request, response) => {
      const actor = await reader(request)
      const one = boardOf(request)
      const { kind, id } = parseOutside(OfRecord, { ...request.params })
      response.set('cache-control', 'no-store').json(await timelineOf(one.authority, one.store, audienceOf(actor), kind, id))
    })
    .get('/incidents/:incident/changes', async (request, response) => {
      const actor = await reader(request)
      const { authority, store } = boardOf(request)
      const { after, epoch, wait } = parseOutside(ChangesQuery, { ...request.query })
      if ((epoch !== undefined && epoch !== authority.epoch) || after > authority.board.seq) reject('conflict', 'epoch')
      const audience = audienceOf(actor)
      const until = performance.now() + wait * 1000
      let changes = await changesAfter(authority, store, audience, after)
      while (!changes.commits.length && changes.to === changes.end) {
        const left = until - performance.now()
        if (left <= 0 || response.destroyed) break
        // A commit may have come while the changes were read.
        if (changes.end === authority.board.seq) await waiting.wait(actor.id, left, wake => authority.onApplied(wake), hungUp(response))
        bearer.still(request)
        changes = { ...await changesAfter(authority, store, audience, changes.to), from: after }
      }
      response.set('cache-control', 'no-store').json(changes)
    })
    .post('/incidents/:incident/commands/:command', async (request, response) => {
      const actor = await reader(request)
      const { authority } = boardOf(request)
      const { id, args } = parseOutside(Given, request.body)
      const answer = await authority.submit(parseOutside(Envelope, { id, name: request.params.command, args }), actor)
      if (!answer.ok) throw new Rejection(answer.code, answer.detail, answer.clashes, answer.retryAfter)
      response.status(201).json(answer)
    })
}
