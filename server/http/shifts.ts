import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { mayRing } from '../../shared/duty/contacts.ts'
import { asker } from './answer.ts'

/** Whom a holder of a shift can ring: the leader of its post, and its planner. Null for each who has no phone number. */
export function shiftRoutes(accounts: Accounts, authority: Authority): Router {
  return Router().get('/:id/contacts', (request, response) => {
    const reader = asker(request, accounts)
    const { board } = authority
    const shift = board.get('shift', request.params.id)
    if (!shift || !visible(audienceOf(reader), 'shift', shift)) return reject('not_found')
    if (!mayRing(reader, shift, authority.now())) reject('forbidden')
    const leader = shift.post === null ? null : board.get('post', shift.post)?.leader ?? null
    response.set('cache-control', 'no-store').json({
      leader: leader === null ? null : accounts.firstReachable(reader, [leader]),
      planner: accounts.firstReachable(reader, accounts.plannersOf(shift.township)),
    })
  })
}
