import type { Answer, Frame } from '../../shared/core/protocol.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { chance } from '../support/random.ts'
import { heard } from './fault.ts'
import { pollingServer } from './polling-server.ts'
import { stranger } from './polling-stranger.ts'

/** People who can only poll, and strangers who request the same path in any order: the server keeps running, and nobody misses anything. */
export const polling: Fault = {
  size: { clients: 100, commands: 10, strangers: 400 },
  tiny: { clients: 4, commands: 3, strangers: 40 },
  parts: { server: async (people = '', sabotage) => pollingServer(Number(people), sabotage === 'sabotage') },
  async run({ clients = 1, commands = 1, strangers = 1 }, { seed, sabotage, spawnPart }) {
    const server = spawnPart('server', String(clients), sabotage ? 'sabotage' : '')
    const ended = once(server, 'exit').then(() => null)
    const { port, cookies } = await heard<{ port: number, cookies: string[] }>(server)
    const origin = `http://127.0.0.1:${port}`
    const people = cookies.map(cookie => poller(origin, cookie))
    const luck = chance(seed)
    const storm = (async () => {
      for (let i = 0; i < strangers && server.exitCode === null; i++) await stranger(origin, luck, cookies)
    })()
    const work = Promise.all(people.map(person => person.work(commands)))
    const answers = await Promise.race([Promise.all([work, storm]).then(([all]) => all.flat()), ended])
    // A request may just have been answered twice, which ends the process at the next tick.
    await Promise.race([wait(1500), ended])
    const lives = server.exitCode === null && await fetch(`${origin}/health`).then(answer => answer.ok, () => false)
    const seq = lives ? await seqOf(server) : -1
    if (lives) {
      for (let i = 0; i < 600 && !people.every(person => person.reached(seq)); i++) await wait(100)
    }
    const wrong = people.flatMap(person => person.wrong(seq))
    for (const person of people) person.leave()
    const granted = answers?.filter(answer => answer.ok).length ?? 0
    return { ok: lives && wrong.length === 0 && granted === clients * commands, lives, granted, of: clients * commands, seq, wrong: wrong.length, first: wrong[0] ?? null }
  },
}

async function seqOf(server: Parameters<typeof heard>[0]): Promise<number> {
  server.send('seq')
  return heard<number>(server)
}

/** One signed-in connection that stays on long polling, and what it received. */
function poller(origin: string, cookie: string) {
  const line = io(origin, { forceNew: true, reconnection: false, transports: ['polling'], upgrade: false, auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
  const wrong: string[] = []
  let seq = -1
  line.on('connect_error', error => wrong.push(`no line: ${error.message}`))
  line.on('disconnect', reason => reason !== 'io client disconnect' && wrong.push(`cut: ${reason}`))

  function take({ from, to }: Frame): void {
    if (from > seq) wrong.push(`a frame from ${from} after ${seq}`)
    seq = Math.max(seq, to)
  }

  return {
    /** Connects, sends one command after the other, and returns the answers. */
    async work(commands: number): Promise<Answer[]> {
      const answers: Answer[] = []
      try {
        await new Promise<void>((ready, failed) => line.once('connect', ready).once('connect_error', failed))
        const early: Frame[] = []
        line.on('frame', frame => seq < 0 ? early.push(frame) : take(frame))
        const { epoch } = await (await fetch(`${origin}/api/i/first/board`, { headers: { cookie } })).json() as Frame
        let missed: { readonly frame: Frame, readonly more?: boolean } | null = null
        while (!missed || missed.more) missed = await line.timeout(60_000).emitWithAck('resume', { epoch, seq: missed?.frame.to ?? 0 }) as { readonly frame: Frame, readonly more?: boolean }
        seq = missed.frame.to
        early.filter(one => one.to > seq).forEach(take)
        for (let i = 0; i < commands; i++) {
          answers.push(await line.timeout(60_000).emitWithAck('command', { id: randomUUID(), name: 'announce', args: { announcement: randomUUID(), text: `${i}` } }) as Answer)
        }
      } catch (error) {
        wrong.push(String(error))
      }
      return answers
    },
    /** Has received everything up to this seq. */
    reached: (head: number) => seq >= head,
    wrong: (head: number) => seq === head ? wrong : [...wrong, `at ${seq} of ${head}`],
    leave: () => void line.disconnect(),
  }
}
