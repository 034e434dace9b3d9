import type { Fault } from './fault.ts'
import type { Job, Told } from './offline-device.ts'
import { once } from 'node:events'
import process from 'node:process'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'
import { lossyLine } from './lossy-line.ts'
import { commandId, offlineDevice } from './offline-device.ts'

/**
 * Three days without a network on a device whose clock is two days wrong and whose app is killed again and again, also while it sends over a slow
 * line that loses packets: everything arrives once, in order. A photo of 2 MB leaves the app with about 400 kB. The seconds count from when there is a network.
 */
export const offline72: Fault = {
  minutes: 30,
  size: { commands: 500, photos: 100, kills: 10, kilobytes: 400, kbits: 1000, loss: 5 },
  tiny: { commands: 24, photos: 3, kills: 2, kilobytes: 20, kbits: 8000, loss: 5 },
  parts: { device: async () => void process.once('message', job => void offlineDevice(job as Job)) },
  async run({ commands = 1, photos = 1, kills = 1, kilobytes = 1, kbits = 1, loss = 0 }, { seed, sabotage, spawnPart }) {
    const luck = chance(seed)
    // Here only: an app does not load the server.
    const { fieldBoard } = await import('./field-board.ts')
    const board = await fieldBoard()
    const line = await lossyLine(board.port, { kbits, loss }, luck)
    const job = { ...board.come('inspector'), folder: faultFolder(), port: line.port, kilobytes, off: -48 * 3_600_000, commands, photos, forgets: sabotage }
    let [kept, arrived, lives, refused] = [0, 0, 0, 0]
    let textAt = 0

    /** One life of the app: it ends by itself, or after this many things that it told. */
    async function live(online: boolean, until: number): Promise<boolean> {
      const child = spawnPart('device')
      child.send({ ...job, online } satisfies Job)
      lives++
      let heard = 0
      const whole = await new Promise<boolean>((end) => {
        child.once('exit', () => end(false))
        child.on('message', (told: Told) => {
          if ('kept' in told) {
            kept = Math.max(kept, told.kept + 1)
          } else if ('arrived' in told) {
            arrived++
            if (told.arrived.startsWith('work-')) textAt = performance.now()
          } else {
            refused = told.refused
          }
          if ('done' in told || (!online && kept === commands)) end(true)
          else if (++heard === until) end(false)
        })
      })
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await gone
      return whole
    }

    const offline = Math.ceil(kills / 2)
    // Each life captures again what is kept already in no time; it is killed a part further on.
    for (let n = 1; n <= offline; n++) await live(false, Math.floor(commands * n / (offline + 1)) + luck.below(3))
    if (!await live(false, Infinity)) throw new Error('the device ended while it captured')
    const sends = kills - offline
    const began = performance.now()
    for (let n = 0; n < sends; n++) await live(true, Math.max(1, Math.floor(commands / (sends + 1)) - luck.below(5)))
    const whole = await live(true, Infinity)
    const seconds = (at: number) => Math.round((at - began) / 100) / 10
    const [text_s, photos_s] = [seconds(textAt), seconds(performance.now())]
    line.end()

    const ids = Array.from({ length: commands }, (_, n) => commandId(n))
    const log = (await board.log()).map(({ id }) => id).filter(id => id.startsWith('work-'))
    const reported = [...board.authority.board.all('issue')]
    const pictures = await Promise.all(reported.flatMap(issue => issue.photos.map(async photo => (await fetch(`http://127.0.0.1:${board.port}/api/i/first/photos/${issue.id}/${photo}`, { headers: { cookie: job.cookie } })).headers.get('content-type') === 'image/jpeg')))
    await board.close()
    const here = new Set(log)
    const lost = ids.slice(0, kept).filter(id => !here.has(id)).length + photos - pictures.filter(Boolean).length
    return { ok: whole && lost === 0 && refused === 0 && kept === commands && log.join() === ids.join(), kept, lost, doubled: log.length - here.size, refused, in_order: log.join() === ids.join(), photos_here: pictures.filter(Boolean).length, lives, receipts: arrived, text_s, photos_s }
  },
}
