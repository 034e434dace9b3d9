import type { Request } from 'express'
import type { IssueFilter } from '../../shared/bulletins/rows-behind.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { Bulletin } from '../../shared/records.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Buffer } from 'node:buffer'
import express, { Router } from 'express'
import * as v from 'valibot'
import { rowKinds, rowsBehind } from '../../shared/bulletins/rows-behind.ts'
import { factsOf } from '../../shared/core/county.ts'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, shown, visible } from '../../shared/core/sight.ts'
import { Day } from '../../shared/records.ts'
import { parseOutside } from '../core/guard.ts'
import { cutOffs, paperDay } from '../papers/bulletin-day.ts'
import { listsOf } from '../papers/bulletin-source.ts'
import { asker } from './answer.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const most = 2 * 2 ** 20
const text = v.optional(v.pipe(v.string(), v.maxLength(200)))
const Wanted = v.object({ kind: v.optional(v.picklist(rowKinds), 'issue'), state: text, township: text, aspect: text, severity: text, unit: text, late: text, when: text, from: text })

/** A day's bulletin: the rows behind its figures as they were at the cut-off, its Word and Excel files, and the office's template. */
export function bulletinRoutes(accounts: Accounts, county: County, { authority, store, papers, template }: IncidentBoard, room: Pick<DiskRoom, 'needed'>): Router {
  const facts = factsOf(county)
  const lists = listsOf(county)
  const boardAt = cutOffs(store)

  /** The caller, and that day's bulletin if they may see it. The Word and Excel files hold figures of the whole county, so they need `wholeCounty`. Rejects with `not_found` or `forbidden`. */
  function wanted(request: Request, wholeCounty: boolean): { readonly actor: Actor, readonly bulletin: Bulletin } {
    const actor = asker(request, accounts)
    const audience = audienceOf(actor)
    const bulletin = authority.board.get('bulletin', parseOutside(Day, request.params.day))
    if (!bulletin || !visible(audience, 'bulletin', bulletin)) return reject('not_found')
    if (wholeCounty && audience !== 'staff' && audience !== 'viewer') reject('forbidden')
    return { actor, bulletin }
  }

  async function paper(request: Request, kind: 'word' | 'excel'): Promise<{ readonly name: string, readonly file: Uint8Array }> {
    const { bulletin } = wanted(request, true)
    const { day, issues } = await paperDay(await boardAt(bulletin), authority.board, bulletin, county)
    const file = await papers(kind === 'word' ? { kind, day, template: await template.read() } : { kind, day }, issues)
    return { name: `${county.office.bulletin.title}${bulletin.day}`, file }
  }

  return Router()
    .get('/template', async (request, response) => {
      asker(request, accounts, ['coordinator', 'admin'])
      const file = await template.read() ?? await papers({ kind: 'template', lists })
      response.attachment(`${county.office.bulletin.title}.docx`).set({ 'cache-control': 'no-store', 'content-type': word }).end(file)
    })
    .put('/template', express.raw({ type: '*/*', limit: most }), async (request, response) => {
      asker(request, accounts, ['coordinator', 'admin'])
      if (!Buffer.isBuffer(request.body) || !request.body.length) reject('not_docx')
      await room.needed()
      await papers({ kind: 'check', lists, template: request.body })
      await template.keep(request.body)
      response.json({ ok: true })
    })
    .delete('/template', async (request, response) => {
      asker(request, accounts, ['coordinator', 'admin'])
      await template.drop()
      response.json({ ok: true })
    })
    .get('/:day/rows', async (request, response) => {
      const { actor, bulletin } = wanted(request, false)
      const { kind, ...filter } = parseOutside(Wanted, { ...request.query })
      const board = await boardAt(bulletin)
      const audience = audienceOf(actor)
      const rows = rowsBehind(board, kind, filter as IssueFilter, bulletin.until, facts).flatMap(row => shown(audience, kind, row) ?? [])
      response.set('cache-control', 'no-store').json({ until: bulletin.until, rows: rows.slice(0, 5000), count: rows.length })
    })
    .get('/:day/word', async (request, response) => {
      const { name, file } = await paper(request, 'word')
      response.attachment(`${name}.docx`).set({ 'cache-control': 'no-store', 'content-type': word }).end(file)
    })
    .get('/:day/excel', async (request, response) => {
      const { name, file } = await paper(request, 'excel')
      response.attachment(`${name}.xlsx`).set({ 'cache-control': 'no-store', 'content-type': excel }).end(file)
    })
}
