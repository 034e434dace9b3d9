import type { Request, RequestHandler } from 'express'
import type { AddressOf } from '../core/address.ts'
import type { Config } from '../core/config.ts'
import type { Counting } from '../metrics/counting.ts'
import { Registry } from 'prom-client'
import { reject } from '../../shared/core/rejection.ts'
import { digest } from '../core/seal.ts'
import { machine } from '../metrics/machine.ts'
import { guesses } from './guesses.ts'

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const ownName = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)(?::\d+)?$/

/** True for a request from this machine that no proxy passed on, and that names this machine, as a page of another site cannot. */
function fromHere({ socket, headers }: Request): boolean {
  const passedOn = headers['x-forwarded-for'] ?? headers['x-forwarded-host'] ?? headers.forwarded ?? headers.via
  return passedOn === undefined && loopback.test(socket.remoteAddress ?? '') && ownName.test(headers.host ?? '')
}

/** The metrics as Prometheus reads them: for a holder of `METRICS_TOKEN`, or, without a token, for this machine only. For others, and unless `METRICS` says so, there is no such page. Wrong tokens are limited: `slow_down`. */
export function metricsPage({ registry }: Pick<Counting, 'registry'>, { METRICS, METRICS_TOKEN }: Pick<Config, 'METRICS' | 'METRICS_TOKEN'>, addressOf: AddressOf): RequestHandler {
  const guarded = guesses(addressOf)
  const right = METRICS_TOKEN === undefined ? null : digest(METRICS_TOKEN)
  const all = METRICS ? Registry.merge([machine(), registry]) : null
  function admit(request: Request): void {
    const [, token = ''] = /^Bearer (\S{1,200})$/.exec(request.get('authorization') ?? '') ?? []
    if (right === null ? !fromHere(request) : digest(token) !== right) reject('not_found')
  }
  return async (request, response) => {
    if (!all) reject('not_found')
    await guarded(request, () => admit(request))
    response.set({ 'content-type': all.contentType, 'cache-control': 'no-store' }).send(await all.metrics())
  }
}
