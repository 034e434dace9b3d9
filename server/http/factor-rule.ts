import type { Request } from 'express'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { lineOf } from '../../shared/core/fields.ts'
import { graceDays } from '../../shared/people/second-factor.ts'
import { parseOutside } from '../core/guard.ts'
import { asker, freshly } from './answer.ts'

const Rule = v.strictObject({ days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(graceDays.least), v.maxValue(graceDays.most))) })
const Reset = v.strictObject({ reason: v.pipe(lineOf(200), v.minLength(4)) })

/** Whether second factors are required, as an administrator decides, and removing those of somebody who lost theirs. */
export function factorRuleRoutes(accounts: Accounts, { onReset, onSooner }: { /** Called with the person, whose sessions have ended. */ readonly onReset: (person: string) => void, /** Called with each person whose sessions end sooner now. */ readonly onSooner: (person: string) => void }): Router {
  const admin = (request: Request) => asker(request, accounts, ['admin'])
  return Router()
    .get('/', (request, response) => {
      admin(request)
      response.set('cache-control', 'no-store').json({ days: accounts.factors.required(), ...accounts.factors.figures() })
    })
    .post('/', (request, response) => {
      const by = admin(request)
      const { days } = parseOutside(Rule, request.body)
      freshly(request, accounts)
      accounts.factors.require(by.id, days).forEach(onSooner)
      response.status(204).end()
    })
    .post('/of/:person/reset', (request, response) => {
      const by = admin(request)
      const { reason } = parseOutside(Reset, request.body)
      freshly(request, accounts)
      accounts.factors.reset(by.id, request.params.person, reason)
      onReset(request.params.person)
      response.status(204).end()
    })
}
