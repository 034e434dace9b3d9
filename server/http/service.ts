import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { reject } from '../../shared/core/rejection.ts'
import { mayCertify, serviceOf } from '../../shared/duty/service-hours.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id } from '../../shared/records.ts'
import { hasLeft } from '../../shared/settled.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

/** A person's service on shifts that have left the live boards, as far as the reader may see those shifts. The reader's own board has the others. */
export function serviceRoutes(accounts: Accounts, authority: Authority): Router {
  const Whose = v.object({ person: Id })
  return Router().get('/service/:person', (request, response) => {
    const reader = asker(request, accounts)
    const { person } = parseOutside(Whose, { ...request.params })
    if (!mayCertify(reader, person)) reject('forbidden')
    const { board } = authority
    const incident = board.get('incident', 'incident')
    const seen = [...board.by('shift', 'concerns', person)].flatMap((shift) => {
      const value = hasLeft(incident, 'shift', shift) ? seenBy(board, reader, 'shift', shift) : null
      return value ? [value as typeof shift] : []
    })
    response.set('cache-control', 'no-store').json(serviceOf(person, seen, authority.now()).served)
  })
}
