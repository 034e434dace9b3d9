import type { Fault } from './fault.ts'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { sendInParts } from '../../client/sync/send-parts.ts'
import { partBytes } from '../../shared/core/parts.ts'
import { photoId } from '../../shared/core/photos.ts'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { cutLine } from './cut-line.ts'
import { noise } from './noise.ts'

const all = 10_000_000

/** The line is cut and the server killed at random points while photos are sent: each arrives once and whole, and no break repeats more than one part. */
export const uploadKill: Fault = {
  size: { photos: 20, kilobytes: 1500, kills: 100 },
  tiny: { photos: 2, kilobytes: 500, kills: 3 },
  async run({ photos = 1, kilobytes = 500, kills = 0 }, { seed, sabotage }) {
    const luck = chance(seed)
    const folder = faultFolder()
    const line = await cutLine(4 * partBytes, luck)
    const wrong: string[] = []
    let killed = 0
    let server = builtBoard(folder)
    async function served() {
      const at = await server.serving()
      if (!at) throw new Error(server.said())
      line.lead(Number(new URL(at.origin).port))
      return at
    }
    const { origin, token } = await served()
    const entered = await fetch(`${origin}/api/session`, { method: 'POST', body: JSON.stringify({ token }), headers: { origin, 'content-type': 'application/json' } })
    const headers = { cookie: entered.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: line.address }
    const command = { id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: '440881001', lng: 110.2, lat: 21.6 } }
    const reported = await fetch(`${origin}/api/i/first/commands`, { method: 'POST', body: JSON.stringify(command), headers: { ...headers, origin, 'content-type': 'application/json' } })
    if (reported.status !== 201) throw new Error(await reported.text())

    /** Kills the server at a random moment, and starts it again; how many times are left is shared by all photos. */
    const ended = new AbortController()
    const killing = (async () => {
      while (!ended.signal.aborted && killed < kills) {
        await wait(luck.below(300))
        if (ended.signal.aborted) break
        await server.kill('SIGKILL')
        killed++
        const torn = await tornIn(path.join(folder, 'photos'))
        if (torn) wrong.push(`${torn} files are half written`)
        server = builtBoard(folder)
        await served()
      }
    })()

    let [worst, breaks, sent, bytes] = [0, 0, 0, 0]
    const pending = Array.from({ length: photos }, () => noise(kilobytes))
    for (const [i, made] of pending.entries()) {
      const whole = await made
      const id = photoId(whole, i.toString(16).padStart(12, '0'))
      const at = `${line.address}/api/i/first/photos/i1/${id}`
      const asked = async (address: string, body?: Blob) => {
        const answer = await fetch(address, { headers: { ...headers, 'content-type': 'image/jpeg' }, ...body && { method: 'PUT', body }, signal: AbortSignal.timeout(5000) })
        const said = await answer.json() as { code?: string, retryAfter?: number }
        if (said.code === 'slow_down') await wait(said.retryAfter)
        if (!answer.ok) throw new Error(said.code)
        return said
      }
      const blob = new Blob([new Uint8Array(whole)], { type: 'image/jpeg' })
      bytes += blob.size
      /** Up to which byte something of this photo has been sent. */
      let reached = 0
      const send = (from: number, part: Blob, address: string) => {
        worst = Math.max(worst, reached - from)
        reached = Math.max(reached, from + part.size)
        sent += part.size
        return asked(address, part)
      }
      for (let tries = 0; ; tries++) {
        try {
          // The planted fault: a device that sends the whole photo in one piece, again and again.
          if (sabotage) await send(0, blob, at)
          else await sendInParts(id, blob, { ask: () => asked(`${at}/parts`), send: (from, part) => send(from, part, `${at}/parts?from=${from}&of=${blob.size}`) })
          break
        } catch {
          breaks++
          if (tries > (sabotage ? 40 : all)) {
            wrong.push('a photo never arrived')
            break
          }
          await wait(30)
        }
      }
    }
    ended.abort()
    await killing
    const named = (at: string) => fs.existsSync(path.join(folder, at)) ? fs.readdirSync(path.join(folder, at)) : []
    const kept = named('photos').filter(name => name.endsWith('.full.jpg')).length
    const halves = named('photos/halves').length
    if (kept !== photos) wrong.push(`${kept} photos of ${photos} are here`)
    if (halves) wrong.push(`${halves} halves are left`)
    if (await tornIn(path.join(folder, 'photos'))) wrong.push('a photo is not whole')
    if (worst > partBytes) wrong.push(`a break repeated ${worst} bytes`)
    if (line.cuts() === 0 || killed === 0) wrong.push('nothing broke')
    await server.kill('SIGKILL')
    line.end()
    return { ok: wrong.length === 0, arrived: kept, killed, cut: line.cuts(), breaks, repeated_at_most: worst, part: partBytes, sent_of: Math.round(sent / bytes * 100) / 100, wrong: wrong.length, first: wrong[0] ?? null }
  },
}

/** How many of the photos that are served cannot be read to their end. */
async function tornIn(folder: string): Promise<number> {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => name.endsWith('.jpg')) : []
  const read = await Promise.all(names.map(name => sharp(path.join(folder, name), { failOn: 'truncated' }).raw().toBuffer().then(() => true, () => false)))
  return read.filter(whole => !whole).length
}
