import type { Kind } from '../../shared/records.ts'
import type { Accounts } from '../accounts.ts'
import type { Authority } from '../authority.ts'
import type { Store } from '../store.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { Id, kinds, upgrade } from '../../shared/records.ts'
import { reject } from '../../shared/rejection.ts'
import { audienceOf, secret, visible } from '../../shared/sight.ts'
import { seenBy } from '../frames.ts'
import { parseOutside } from '../guard.ts'
import { snapshots } from '../snapshots.ts'
import { asker } from './answer.ts'

/** Of the arguments of a command about many records, those about this one: the others may be out of the reader's sight. */
function about(args: unknown, kind: Kind, id: string): unknown {
  const rows = (value: unknown) => Array.isArray(value) && value.some(row => (row as Record<string, unknown> | null)?.[kind] === id)
  return Object.fromEntries(Object.entries(args as object).map(([key, value]) =>
    [key, rows(value) ? (value as Record<string, unknown>[]).filter(row => row[kind] === id) : value]))
}

/** Commits in one answer of the log: few enough that nobody's live view waits for it. */
const pageOfLog = 250

/** The whole board as this person sees it, the newest commits, the whole log page by page, and the timeline of one record. */
export function boardRoutes(accounts: Accounts, authority: Authority, store: Store): Router {
  const packed = snapshots(authority)
  const From = v.object({ after: v.pipe(v.string(), v.regex(/^\d{1,12}$/)) })
  const Which = v.object({ kind: v.picklist(kinds), id: Id })

  return Router()
    .get('/board', async (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      const { seq, body } = packed(audience)
      const bytes = await body
      const tag = `"${authority.epoch}-${audience}-${seq}"`
      response.set({ 'cache-control': 'private, no-cache', 'etag': tag, 'vary': 'cookie' })
      if (request.headers['if-none-match'] === tag) return void response.status(304).end()
      response.set({ 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bytes)
    })
    .get('/recent', (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      const latest = authority.since(Math.max(0, authority.board.seq - 500)) ?? []
      response.set('cache-control', 'no-store').json(seenBy(audience, latest).slice(-50).reverse())
    })
    .get('/log', async (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      const { after } = parseOutside(From, { ...request.query })
      const from = Number(after)
      // The log keeps records as they were written; whoever reads it back needs them as they are written today.
      const commits = (await store.since(from, pageOfLog)).filter(({ seq }) => seq <= authority.board.seq).map(commit => ({ ...commit, changes: commit.changes.map(({ kind, id, value }) => ({ kind, id, value: value && upgrade(kind, value) })) }))
      const seen = seenBy(audience, commits.map(commit => ({ commit, before: 'unknown' as const })))
      response.set('cache-control', 'no-store').json({ from, to: commits.at(-1)?.seq ?? from, end: authority.board.seq, commits: seen.map(({ seq, at, changes }) => ({ seq, at, changes })) })
    })
    .get('/history/:kind/:id', async (request, response) => {
      const actor = asker(request, accounts)
      const { kind, id } = parseOutside(Which, { ...request.params })
      const record = authority.board.get(kind, id)
      if (!record || !visible(audienceOf(actor), kind, record)) reject('not_found')
      const commits = await store.history(kind, id, 200)
      // Of a plan the timeline begins when it was first told: who planned it, when, and what with, stays a secret.
      const told = commits.filter(({ changes }) => !changes.some(change => change.kind === kind && change.id === id && change.value && secret(audienceOf(actor), kind, change.value)))
      const steps = told.map(({ seq, id: command, name, args, actor: by, at }) => ({ seq, id: command, name, args: about(args, kind, id), actor: by, at }))
      response.set('cache-control', 'no-store').json(steps)
    })
}
