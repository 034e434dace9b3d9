import { Buffer } from 'node:buffer'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { deflateRawSync } from 'node:zlib'
import PizZip from 'pizzip'
import { describe, expect, it, onTestFinished } from 'vitest'
import { childArgs } from '../../server/apart/child-args.ts'
import { Ended, pool } from '../../server/apart/pool.ts'
import { unzip } from '../../server/papers/unzip.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

/** The reason for a refusal. */
function code(act: () => unknown): string {
  try {
    return String(act())
  } catch (error) {
    return error instanceof Rejection ? error.code : String(error)
  }
}

/** A zip with one part, whose directory claims that it unpacks to `says` bytes. */
function lying(part: Buffer, says: number): Buffer {
  const zip = Buffer.from(new PizZip().file('word/document.xml', new Uint8Array(part)).generate({ type: 'uint8array', compression: 'DEFLATE' }))
  for (const [mark, at] of [['PK\x01\x02', 24], ['PK\x03\x04', 22]] as const) {
    for (let from = zip.indexOf(mark, 0, 'latin1'); from >= 0; from = zip.indexOf(mark, from + 1, 'latin1')) zip.writeUInt32LE(says, from + at)
  }
  return zip
}

describe('[Q6] a Word file is counted while it is unpacked', () => {
  it('even if its directory claims a smaller size', () => {
    const bomb = Buffer.alloc(60 * 2 ** 20)
    expect(deflateRawSync(bomb).length).toBeLessThan(100_000)
    for (const says of [0, 100, 1_000_000]) expect(code(() => unzip(lying(bomb, says)))).toBe('zip_bomb')
    expect([...unzip(lying(Buffer.from('<w:p/>'), 3))].map(([name, part]) => [name, Buffer.from(part).toString()])).toContainEqual(['word/document.xml', '<w:p/>'])
  })

  it('many parts that share the same bytes count each time', () => {
    const zip = new PizZip()
    for (let i = 0; i < 30; i++) zip.file(`word/p${i}.xml`, new Uint8Array(Buffer.alloc(1_000_000)))
    expect(code(() => unzip(zip.generate({ type: 'uint8array', compression: 'DEFLATE' })))).toBe('zip_bomb')
  })

  it.each(['__proto__', 'toString'])('a part named %s is refused, and so is a file that is no zip', (name) => {
    const zip = Buffer.from(new PizZip().file('x'.repeat(name.length), 'x').generate({ type: 'uint8array' }))
    expect(code(() => unzip(Buffer.from(zip.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1')))).toBe('not_docx')
    expect(code(() => unzip(Buffer.from('PK nothing')))).toBe('not_docx')
  })
})

/** A child process that runs the jobs it is given. */
function script(): string {
  const file = path.join(tempFolder(), 'child.mjs')
  fs.writeFileSync(file, `
    const held = []
    let job
    process.on('message', (message) => {
      if (message !== 'go') return void (job = message.part)
      if (job === 'hold') setInterval(() => held.push(Buffer.alloc(20_000_000, 1)), 5)
      else if (job === 'loop') for (;;);
      else if (job === 'say and loop') for (process.send(process.pid);;);
      else if (job === 'die') process.exit(3)
      else if (job === 'no') process.send({ no: { ok: false, code: 'not_docx' }, bug: null })
      else setTimeout(() => process.send({ done: [job, process.pid] }), 50)
    })
    process.on('disconnect', () => process.exit(0))`)
  return file
}
const limits = { atOnce: 2, waiting: 2, mb: 300, heap: 64, ms: 60_000 }
const none = async () => async (): Promise<[string, number]> => ['here', 0]

it('[Q6] a job that takes too much memory, too long, or ends its process is answered, and the next one is done', async () => {
  const run = pool<[string, number]>(script(), none, limits)
  await expect(run(['hold'])).rejects.toThrow(Ended)
  await expect(run(['die'])).rejects.toThrow(Ended)
  await expect(run(['no'])).rejects.toThrow('not_docx')
  const [what, pid] = await run(['x'])
  expect(what).toBe('x')
  expect(pid).not.toBe(process.pid)
  const hurried = pool<[string, number]>(script(), none, { ...limits, ms: 1000 })
  await expect(hurried(['loop'])).rejects.toThrow(Ended)
}, 60_000)

it('[Q6] a limited number of jobs run at once, a limited number wait, and the rest are told to try again', async () => {
  const run = pool<[string, number]>(script(), none, limits)
  const all = await Promise.allSettled(Array.from({ length: 7 }, (_, i) => run([`${i}`])))
  expect(all.map(one => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'])
  expect(all.at(-1)).toMatchObject({ reason: { code: 'busy', retryAfter: 5000 } })
  expect(new Set(all.flatMap(one => one.status === 'fulfilled' ? [one.value[1]] : [])).size).toBe(2)
}, 60_000)

it('[Q6] a job that never ends dies when the server is killed', async () => {
  const parent = path.join(tempFolder(), 'parent.mjs')
  fs.writeFileSync(parent, `
    import { fork } from 'node:child_process'
    const child = fork(${JSON.stringify(script())}, [], { execArgv: ${JSON.stringify(childArgs(64))} })
    child.on('message', pid => process.send(pid))
    child.send({ part: 'say and loop' })
    child.send('go')`)
  const server = fork(parent)
  const [pid] = await once(server, 'message') as [number]
  onTestFinished(() => void (alive(pid) && process.kill(pid, 'SIGKILL')))
  expect(alive(pid)).toBe(true)
  server.kill('SIGKILL')
  await until(() => !alive(pid), 50_000)
}, 60_000)

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
