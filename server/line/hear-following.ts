import type { Actor } from '../../shared/core/actor.ts'
import type { ClientToServer } from '../../shared/core/protocol.ts'
import type { following } from './following.ts'
import * as v from 'valibot'
import { mayLead } from '../../shared/core/actor.ts'
import { MapNews, WholeMap } from '../../shared/core/following.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { company } from '../../shared/core/sight.ts'

type On = <S extends v.GenericSchema>(event: keyof ClientToServer, schema: S, run: (input: v.InferOutput<S>) => Promise<unknown>) => void
interface Sender { readonly page: string, readonly actor: Actor, readonly audience: string }

/** What a page says of following a map: headquarters lead, and people who learn who is here follow. */
export function hearFollowing(on: On, held: ReturnType<typeof following>, { page, actor, audience }: Sender): void {
  on('lead', v.nullable(WholeMap), async (all) => {
    if (!mayLead(actor)) throw new Rejection('forbidden')
    if (all) held.lead(page, all)
    else held.end(page)
    return { ok: true }
  })

  on('show', MapNews, async news => held.show(page, news))

  on('follow', v.boolean(), async (yes) => {
    if (company(audience) !== 'names') throw new Rejection('forbidden')
    if (!yes) held.leave(page)
    const shown = yes ? held.follow(page, { person: actor.id, audience }) : null
    if (yes && !shown) throw new Rejection('not_found')
    return { ok: true, shown }
  })
}
