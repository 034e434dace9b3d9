import type { Fault } from './fault.ts'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import SQLite from 'better-sqlite3'
import sharp from 'sharp'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'
import { fillDisk } from '../support/full-disk.ts'
import { builtBoard, faultFolder, leftovers } from './built-board.ts'

/** A small disk, where this user may mount one; else a limit on the size of files, which fails the same writes. */
function smallDisk(folder: string, megabytes: number, forced: boolean) {
  const filler = path.join(folder, 'lost+found')
  try {
    if (forced) throw new Error('no mount is wanted')
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return {
      kind: 'tmpfs',
      fill: () => void fullTo(filler),
      free: () => fs.rmSync(filler, { force: true }),
      end: () => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }),
    }
  } catch {
    let disk: ReturnType<typeof fillDisk> | null = null
    return {
      kind: 'limit',
      fill: (pid: number) => disk = fillDisk(pid),
      free: () => disk?.room(),
      // The limit ends with the process.
      end() {},
    }
  }
}

/** To the last byte. */
function fullTo(file: string): void {
  const handle = fs.openSync(file, 'w')
  const block = new Uint8Array(2 ** 20)
  try {
    for (let size = block.length; size >= 1;) {
      try {
        if (fs.writeSync(handle, block, 0, size) < size) size = Math.floor(size / 2)
      } catch {
        size = Math.floor(size / 2)
      }
    }
  } finally {
    fs.closeSync(handle)
  }
}

/** The planted fault, only in this harness: it acknowledges what could not be written. */
async function promising(data: string): Promise<void> {
  const { authority, links, port } = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: { county } })
  const honest = authority.submit.bind(authority)
  authority.submit = async (command, actor) => {
    const answer = await honest(command, actor)
    return !answer.ok && answer.code === 'storage_full' ? { ok: true, id: command.id, seq: authority.board.seq, epoch: authority.epoch } : answer
  }
  process.on('SIGTERM', () => process.exit(0))
  console.log(`http://127.0.0.1:${port}/in#${links[0]?.token}\nCtrl-C`)
}

/** The disk fills while people work, and then has room again: nothing acknowledged is lost, nothing is half written, every refusal says why, and the server continues without a restart. */
export const enospc: Fault = {
  size: { megabytes: 400, commands: 2000 },
  tiny: { megabytes: 260, commands: 30 },
  switches: ['limit'],
  parts: { promising: async (data = '') => promising(data) },
  async run({ megabytes = 260, commands = 1 }, { sabotage, switches }) {
    const folder = faultFolder()
    const disk = smallDisk(folder, megabytes, switches.has('limit'))
    leftovers.push(() => disk.end())
    const wrong: string[] = []
    const acknowledged: string[] = []
    const board = sabotage ? builtBoard(folder, [process.argv[1] ?? '', 'part', 'enospc', 'promising', folder]) : builtBoard(folder)
    const serving = await board.serving()
    if (!serving) throw new Error(board.said())
    const { origin, token } = serving
    const entered = await fetch(`${origin}/api/session`, { method: 'POST', body: JSON.stringify({ token }), headers: { origin, 'content-type': 'application/json' } })
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const ask = async (method: string, at: string, body?: unknown) => {
      const raw = body instanceof Uint8Array
      const answer = await fetch(origin + at, { method, body: raw ? body as never : body === undefined ? undefined : JSON.stringify(body), headers: { origin, cookie, 'content-type': raw ? 'image/jpeg' : 'application/json' } })
      const { code = '' } = await answer.json().catch(() => ({})) as { code?: string }
      return `${answer.status} ${code}`.trim()
    }
    const announce = async (): Promise<string> => {
      const id = randomUUID()
      for (;;) {
        const answer = await ask('POST', '/api/i/first/commands', { id, name: 'announce', args: { announcement: id, text: 'x'.repeat(400) } })
        if (answer === '201') acknowledged.push(id)
        if (answer !== '429 slow_down') return answer
        await new Promise(later => setTimeout(later, 500))
      }
    }
    const expected = (what: string, got: string, wanted: string) => got === wanted || wrong.push(`${what}: ${got} instead of ${wanted}`)

    for (let i = 0; i < commands / 2; i++) expected('a command', await announce(), '201')
    disk.fill(board.pid)
    // SQLite first uses the free space in its own files.
    let refusedMs = Infinity
    for (let i = 0; i < 150; i++) {
      const from = performance.now()
      const answer = await announce()
      refusedMs = performance.now() - from
      if (answer === '507 storage_full') break
      expected('a command on the full disk', answer, '201')
    }
    expected('a command once it is full', await announce(), '507 storage_full')
    const picture = await sharp({ create: { width: 900, height: 900, channels: 3, background: 'red' } }).jpeg().toBuffer()
    expected('a photo', await ask('PUT', '/api/i/first/photos/i1/f1', new Uint8Array(picture)), '507 storage_full')
    for (let i = 0, answer = ''; answer !== '507 storage_full'; i++) {
      answer = await ask('POST', '/api/people', { name: 'x'.repeat(40), role: 'viewer' })
      if (i > 150 || (answer !== '201' && answer !== '507 storage_full')) {
        wrong.push(`adding somebody: ${answer}`)
        break
      }
    }
    expected('reading the board', await ask('GET', '/api/i/first/board'), '200')
    expected('reading who I am', await ask('GET', '/api/session'), '200')
    const halves = fs.existsSync(path.join(folder, 'photos')) ? fs.readdirSync(path.join(folder, 'photos')).length : 0
    if (halves) wrong.push(`${halves} files of a photo that was refused`)

    disk.free()
    const from = performance.now()
    let recovered = ''
    while (recovered !== '201' && performance.now() - from < 60_000) recovered = await announce()
    const recoverMs = performance.now() - from
    for (let i = 0; i < commands / 2; i++) expected('a command with room again', await announce(), '201')
    if (board.said().includes('internal')) wrong.push('a full disk was called a bug')
    const end = await board.kill('SIGTERM')
    if (end !== 0) wrong.push(`the process ended with ${end}`)

    const raw = new SQLite(path.join(folder, 'board.db'), { readonly: true })
    const kept = new Set(raw.prepare('select id from log').pluck().all() as string[])
    const [head, count] = raw.prepare('select max(seq), count(*) from log').raw().get() as [number, number]
    const sound = raw.pragma('integrity_check', { simple: true }) === 'ok'
    raw.close()
    const lost = acknowledged.filter(id => !kept.has(id)).length
    if (lost) wrong.push(`${lost} acknowledged commands are lost`)
    if (head !== count || !sound) wrong.push('the log has gaps, or the database is damaged')
    const inTime = refusedMs < 1000 && recoverMs < 10_000
    return { ok: wrong.length === 0 && recovered === '201', disk: disk.kind, acknowledged: acknowledged.length, lost, refusedMs: Math.round(refusedMs), recoverMs: Math.round(recoverMs), inTime, wrong: wrong.length, first: wrong[0] ?? null }
  },
}
