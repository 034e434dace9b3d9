import type { Request, Response } from 'express'
import type { County } from '../../shared/core/county.ts'
import type { TableSheet } from '../../shared/tables/sheet.ts'
import type { AddressOf } from '../core/address.ts'
import type { Budgets } from '../core/costs.ts'
import type { IncidentBoard, Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { TableKeys } from '../tables/keys.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { headquarters } from '../../shared/core/actor.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id } from '../../shared/records.ts'
import { parseOutside } from '../core/guard.ts'
import { readAs } from '../tables/read-as.ts'
import { excel } from '../tables/receivers.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'

const Which = v.object({ id: Id })
const Wanted = v.object({ as: v.optional(v.picklist(['json', 'excel']), 'json'), lang: v.optional(v.picklist(['zh', 'en']), 'zh') })

/** A person's own keys for tables that they see, and, for headquarters, the names of the receivers to which tables can be sent. Rejects with `not_found`. */
export function tableRoutes(accounts: Accounts, keys: TableKeys, receivers: readonly string[], { id: incident, authority: { board } }: Pick<IncidentBoard, 'id' | 'authority'>): Router {
  const own = (request: Request) => {
    const actor = asker(request, accounts)
    const { id } = parseOutside(Which, { ...request.params })
    const table = board.get('table', id)
    if (!table || !seenBy(board, actor, 'table', table)) reject('not_found')
    return { person: actor.id, incident, table: id }
  }
  return Router()
    .get('/', (request, response) => {
      const actor = asker(request, accounts)
      response.set('cache-control', 'no-store').json({ keys: keys.list(actor.id, incident), receivers: headquarters.includes(actor.role) ? receivers : [] })
    })
    .post('/:id/key', (request, response) => {
      response.status(201).set('cache-control', 'no-store').json({ secret: keys.make(own(request)) })
    })
    .delete('/:id/key', (request, response) => {
      keys.end({ person: asker(request, accounts).id, incident, table: parseOutside(Which, { ...request.params }).id })
      response.status(204).end()
    })
}

interface Options { readonly keys: TableKeys, readonly incidents: Pick<Incidents, 'find'>, readonly county: County, readonly addressOf: AddressOf, readonly budgets: Budgets }

/** Reads a table with a key (`Authorization: Bearer …`), as the person who made it sees it at this moment. Wrong keys are limited for each client: `slow_down`. */
export function tableReading({ keys, incidents, county, addressOf, budgets }: Options): Router {
  const guarded = guesses(addressOf)
  async function send(sheet: TableSheet, board: IncidentBoard, as: 'json' | 'excel', response: Response): Promise<void> {
    response.set('cache-control', 'no-store')
    if (as === 'json') return void response.json({ name: sheet.name, at: sheet.at, drill: sheet.drill, columns: sheet.columns, rows: sheet.lines.filter(one => !one.sums).map(one => one.cells), sums: sheet.lines.filter(one => one.sums).map(one => one.cells), left: sheet.left })
    const file = await board.papers({ kind: 'table', sheet, mark: county.office.drillMark })
    response.attachment(`${sheet.name}.xlsx`).set('content-type', excel).end(file)
  }
  return Router().get('/:incident/:table', async (request, response) => {
    const { incident, table } = request.params
    const { as, lang } = parseOutside(Wanted, { ...request.query })
    const key = await guarded(request, () => {
      const found = keys.holder(/^Bearer ([\w-]{1,100})$/.exec(request.get('authorization') ?? '')?.[1] ?? '')
      return found && found.incident === incident && found.table === table ? found : reject('not_found')
    })
    const no = await budgets.spendOnKey(key.actor.id)
    if (no) throw new Rejection(no.code, undefined, undefined, no.retryAfter)
    const board = incidents.find(incident) ?? reject('not_found')
    await send(readAs(board.authority, key.actor, table, county, lang) ?? reject('not_found'), board, as, response)
  })
}
