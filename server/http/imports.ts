import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { ListTable } from '../papers/list-table.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Newcomers } from '../people/newcomers.ts'
import { Buffer } from 'node:buffer'
import express, { Router } from 'express'
import * as v from 'valibot'
import { planners } from '../../shared/core/actor.ts'
import { factsOf } from '../../shared/core/county.ts'
import { lineOf } from '../../shared/core/fields.ts'
import { reject } from '../../shared/core/rejection.ts'
import { importPlaces } from '../../shared/register/place-commands.ts'
import { importStock } from '../../shared/supplies/stock-commands.ts'
import { placeList, rosterList, stockList } from '../board/import-list.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

export type Enrol = (by: Actor, rows: Parameters<Newcomers['enrol']>[1]) => ReturnType<Newcomers['enrol']>
interface Options { readonly county: County, readonly room: Pick<DiskRoom, 'needed'>, readonly enrol: Enrol, readonly board: Pick<IncidentBoard, 'authority' | 'papers'> }

/** Bytes; the pages read larger files on the device of their sender. */
const most = 4 * 2 ** 20
const who = { places: importPlaces.roles, stock: importStock.roles, roster: planners } as const
const List = v.picklist(['places', 'stock', 'roster'])
const Wanted = v.object({
  /** The name of the file. A stock list is recognised by it when it comes again. */
  name: v.pipe(lineOf(120), v.minLength(1)),
  take: v.optional(v.picklist(['yes', 'no']), 'no'),
  datum: v.optional(v.picklist(['WGS-84', 'GCJ-02', 'BD-09']), 'WGS-84'),
})

/**
 * Takes a list file from other systems, read and sorted as the pages do. `?take=yes` writes its good rows; without it the answer
 * only counts. The same file again adds nothing. Rejects with `unreadable_list`, `too_large`, `forbidden` and `storage_low`.
 */
export function importRoutes(accounts: Accounts, { county, room, enrol, board: { authority, papers } }: Options): Router {
  const facts = factsOf(county)

  return Router().put('/:list', express.raw({ type: '*/*', limit: most }), async (request, response) => {
    const list = parseOutside(List, request.params.list)
    const actor = asker(request, accounts, who[list])
    const { name, take, datum } = parseOutside(Wanted, { ...request.query })
    if (!Buffer.isBuffer(request.body) || !request.body.length) reject('unreadable_list', 'empty')
    if (take === 'yes') await room.needed()
    const table = JSON.parse(Buffer.from(await papers({ kind: 'list', list, name, file: request.body })).toString()) as ListTable
    const about = { sheet: table.sheet, head: table.head, aside: table.aside }
    const taking = { county, authority, actor }
    response.set('cache-control', 'no-store')
    if (list === 'roster') {
      const { people, ...rest } = rosterList(table, taking)
      if (take === 'no') return void response.json({ ...about, good: people.length, ...rest })
      if (people.some(one => !facts.townships.has(one.township))) reject('invalid', 'township')
      const { added, known } = enrol(actor, people.map(({ line: _, ...one }) => ({ ...one, role: 'volunteer' as const })))
      return void response.status(201).json({ ...about, good: people.length, ...rest, known, written: added.length, links: added.map(({ row, token }) => ({ line: people[row]?.line, token })) })
    }
    const { write, ...sorted } = list === 'places' ? placeList(table, { ...taking, datum }) : stockList(table, name, taking)
    if (take === 'no') return void response.json({ ...about, ...sorted })
    response.status(201).json({ ...about, ...sorted, ...await write() })
  })
}
