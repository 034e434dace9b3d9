import type { Actor } from '../../shared/core/actor.ts'
import type { Shift } from '../../shared/records.ts'
import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { planners } from '../../shared/core/actor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { mayCertify, serviceOf, serviceTotals } from '../../shared/duty/service-hours.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id } from '../../shared/records.ts'
import { hasLeft } from '../../shared/settled.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

/** Service on shifts that have left the live boards, of one person or, for planners, the totals of each, as far as the reader may see those shifts. The reader's own board has the others. */
export function serviceRoutes(accounts: Accounts, authority: Authority): Router {
  const Whose = v.object({ person: Id })
  function seen(reader: Actor, shifts: Iterable<Shift>): Shift[] {
    const { board } = authority
    const incident = board.get('incident', 'incident')
    return [...shifts].flatMap((shift) => {
      const value = hasLeft(incident, 'shift', shift) ? seenBy(board, reader, 'shift', shift) : null
      return value ? [value as Shift] : []
    })
  }
  return Router()
    .get('/service', (request, response) => {
      const reader = asker(request, accounts)
      if (!planners.includes(reader.role)) reject('forbidden')
      response.set('cache-control', 'no-store').json(serviceTotals(seen(reader, authority.board.all('shift')), authority.now()))
    })
    .get('/service/:person', (request, response) => {
      const reader = asker(request, accounts)
      const { person } = parseOutside(Whose, { ...request.params })
      if (!mayCertify(reader, person)) reject('forbidden')
      response.set('cache-control', 'no-store').json(serviceOf(person, seen(reader, authority.board.by('shift', 'concerns', person)), authority.now()).served)
    })
}
