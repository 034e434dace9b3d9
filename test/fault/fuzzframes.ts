import type { Fault } from './fault.ts'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { nasty } from '../support/nasty.ts'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { writer } from './writer.ts'

/** The planted fault, only in this harness: a handler as one writes it without a wrapper, which trusts what comes. */
async function plain(): Promise<void> {
  const server = new Server(0, { transports: ['websocket'] })
  server.on('connection', socket => socket.onAny((_event, body, ack) => ack(body.args.text.length)))
  const { port } = server.httpServer.address() as { port: number }
  console.log(`http://127.0.0.1:${port}/in#none\nCtrl-C`)
}

const events = ['command', 'commands', 'resume', 'looking', 'lead', 'show', 'follow', 'frame', '__proto__', 'nothing', '']

/** Frames that no honest client sends, through many connections of a signed-in person: the built server goes on, and does the work of others. */
export const fuzzframes: Fault = {
  size: { n: 100_000 },
  tiny: { n: 1500 },
  parts: { plain },
  async run({ n = 1 }, { seed, sabotage }) {
    const data = faultFolder()
    const board = sabotage ? builtBoard(data, [process.argv[1] ?? '', 'part', 'fuzzframes', 'plain']) : builtBoard(data)
    const served = await board.serving()
    if (!served) throw new Error(board.said())
    const { origin, token } = served
    const person = sabotage ? null : await writer(() => origin, token, { lanes: 1, pause: 1000 })
    const writing = person?.begin().then(() => null, String)
    const luck = chance(seed)
    let [sent, lines] = [0, 0]
    const server = { ended: false }
    void board.ended.then(() => server.ended = true)
    const text = () => Array.from({ length: luck.below(60) }, () => String.fromCharCode(luck.below(300))).join('')
    while (sent < n && !server.ended) {
      const socket = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { ...person && { cookie: person.cookie }, origin } })
      lines++
      const open = await new Promise<boolean>((done) => {
        socket.once('connect', () => done(true))
        socket.once('connect_error', () => done(false))
      })
      // The board lets a flooder wait; its work is not what is measured here.
      if (!open) await wait(200)
      if (open) {
        for (let i = 0; i < 200 && sent < n && socket.connected; i++, sent++) {
          const [, body] = luck.one(nasty)
          if (luck.maybe(0.2)) (socket.io.engine as unknown as { write: (text: string) => void }).write(`${luck.below(10)}${text()}`)
          else socket.emit(luck.one(events), ...Array.from({ length: luck.below(3) }, () => luck.maybe(0.5) ? body : text()))
          if (i % 20 === 0) await wait(1)
        }
      }
      socket.disconnect()
    }
    person?.end()
    const broke = await writing
    const lost = person && !server.ended && !broke ? await person.lost() : []
    const crashed = server.ended || !await fetch(`${origin}/health`).then(answer => answer.ok, () => false)
    await board.kill('SIGKILL')
    return { ok: !crashed && !broke && lost.length === 0 && sent >= n, sent, lines, crashed, others_acknowledged: person?.acknowledged() ?? 0, lost: lost.length }
  },
}
