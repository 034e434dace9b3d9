import type { Server } from 'socket.io'
import type { Actor } from '../../shared/core/actor.ts'
import type { ClientToServer, ServerToClient } from '../../shared/core/protocol.ts'
import type { Company } from '../cluster/company.ts'
import type { IncidentBoard } from '../incidents.ts'
import { mayKnowLook } from '../../shared/core/looks.ts'
import { answersWithin, following } from './following.ts'
import { publish } from './frames.ts'
import { presence } from './presence.ts'

/** All connections, each with who is at its other end, until when, and which board it has open. */
export type Lines = Server<ClientToServer, ServerToClient, Record<string, never>, { actor: Actor, endsAt: number, board: IncidentBoard }>

interface Options {
  readonly gather?: number
  readonly onBug: (error: unknown) => void
  /** Who is at the other servers, if there are any. */
  readonly company?: Company
  /** Called with each frame: how many pages receive it. */
  readonly onFrame?: (receivers: number) => void
}

/** Frames, presence and the followed map of one incident, begun when the first person connects to it. A room is an audience of the incident. */
export function incidentLine(io: Lines, { id, authority }: Pick<IncidentBoard, 'id' | 'authority'>, options: Options) {
  const sees = `${id}/sees:`
  const heres = `${id}/here:`
  const of = (prefix: string) => [...io.of('/').adapter.rooms.keys()].filter(room => room.startsWith(prefix)).map(room => room.slice(prefix.length))
  const own = `${id}/own:`
  const stop = publish(authority, {
    audiences: () => of(sees),
    person(who) {
      const [page] = io.of('/').adapter.rooms.get(own + who) ?? []
      return page === undefined ? undefined : io.of('/').sockets.get(page)?.data.actor
    },
    frame(audience, frame) {
      options.onFrame?.(io.of('/').adapter.rooms.get(sees + audience)?.size ?? 0)
      io.to(sees + audience).emit('frame', frame)
    },
    own: (who, news) => void io.to(own + who).emit('own', news),
    gather: options.gather,
    onBug: options.onBug,
  })
  const people = presence({
    audiences: () => of(heres),
    knows: (audience, { role, looking }) => mayKnowLook(authority.board, audience, role, looking),
    tell: (audience, news, but) => void io.to(heres + audience).except([...but]).emit('presence', news),
    // A page is a room of its own.
    greet: (pages, all) => void (pages.length && io.to([...pages]).emit('presence', all)),
    onOwn: (page, one) => options.company?.changed(id, page, one),
    onBug: options.onBug,
  })
  options.company?.join(id, people.elsewhere)
  const held = following({
    knows: (audience, open) => mayKnowLook(authority.board, audience, 'coordinator', open),
    // To no page means to every page of the server.
    tell: (pages, news) => void (pages.length && io.to([...pages]).emit('shown', news)),
    count: async (page, number) => await io.of('/').sockets.get(page)?.timeout(answersWithin).emitWithAck('followed', number).then(() => true, () => false) ?? false,
    onLeader: people.lead,
    onBug: options.onBug,
  })
  return { sees, own, stop, people, held }
}
