import type { Request } from 'express'
import type { Accounts } from '../people/accounts.ts'
import type { Part, Wanted } from '../trail/stretch.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { auditBounds, auditKinds, auditLogs } from '../../shared/audit/entries.ts'
import { logReaders } from '../../shared/core/actor.ts'
import { lineOf } from '../../shared/core/fields.ts'
import { reject } from '../../shared/core/rejection.ts'
import { kinds } from '../../shared/kinds.ts'
import { Id } from '../../shared/records.ts'
import { parseOutside } from '../core/guard.ts'
import { trailPage } from '../trail/trail.ts'
import { asker, freshly } from './answer.ts'

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const kindsNamed = [...kinds, 'person', 'register', 'token', 'sign_up'].join('|')
const Sought = v.strictObject({
  who: v.optional(Id),
  kind: v.optional(v.picklist(auditKinds)),
  act: v.optional(v.strictObject({ log: v.picklist(auditLogs), name: v.pipe(v.string(), v.regex(/^\w{1,60}$/)) })),
  record: v.optional(v.pipe(v.string(), v.maxLength(200), v.regex(new RegExp(`^(?:${kindsNamed})/[^/]+$`)))),
  township: v.optional(Id),
  from: v.optional(Whole),
  to: v.optional(Whole),
  text: v.optional(v.pipe(lineOf(60), v.minLength(1))),
})
const Page = v.strictObject({ wanted: Sought, next: v.optional(v.nullable(v.strictObject({ board: Whole, accounts: Whole, care: Whole })), null) })

/** The logs as one list, for who reads them. What is looked for is in the body, since a text may be about somebody. Taking them out needs a proof of who asks, and is recorded. */
export function auditRoutes(accounts: Accounts, { id, parts }: { readonly id: string, readonly parts: readonly Part[] }): Router {
  const asked = (request: Request) => {
    const by = asker(request, accounts, logReaders)
    const { wanted, next } = parseOutside(Page, request.body)
    // What people wrote may be about somebody: who may not read it does not find it by guessing either.
    if (wanted.text !== undefined && by.role === 'auditor') reject('forbidden')
    return { by, wanted: wanted as Wanted, next }
  }
  /** How far each reader's last export has come. What does not go on with it is an export of its own, and so is what comes after its last row. */
  const taken = new Map<string, { readonly search: string, readonly next: string, readonly rows: number }>()
  return Router()
    .post('/', async (request, response) => {
      const { wanted, next } = asked(request)
      response.set('cache-control', 'no-store').json(await trailPage(parts, wanted, next))
    })
    .post('/export', async (request, response) => {
      const { by, wanted, next } = asked(request)
      freshly(request, accounts)
      const search = JSON.stringify(wanted)
      const before = taken.get(by.id)
      const goesOn = next !== null && before?.search === search && before.next === JSON.stringify(next) && before.rows < auditBounds.export
      if (!goesOn) accounts.note(by.id, 'take_audit', [`incident/${id}`])
      const page = await trailPage(parts, wanted, next)
      taken.set(by.id, { search, next: JSON.stringify(page.next), rows: (goesOn ? before.rows : 0) + page.entries.length })
      response.set('cache-control', 'no-store').json(page)
    })
}
