import type { Fault } from './fault.ts'
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { beginBoard } from '../../server/beginning.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { readConfig } from '../../server/core/config.ts'
import { makeKey, openSeal } from '../../server/core/seal.ts'
import { openDatabase } from '../../server/database/database.ts'
import { accounts as openAccounts } from '../../server/people/accounts.ts'
import { brokenFolders, contents, overwrite, sql } from '../support/broken-folders.ts'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'

interface Case { readonly what: string, readonly status: number, readonly harm: (data: string, file: string) => void, readonly after?: (data: string) => void }

/** A disk mounted read-only, where this user may mount; otherwise a folder without write permission. */
function readOnly(data: string): () => void {
  try {
    execFileSync('mount', ['--bind', data, data], { stdio: 'ignore' })
    execFileSync('mount', ['-o', 'remount,ro,bind', data], { stdio: 'ignore' })
    return () => void execFileSync('umount', [data])
  } catch {
    fs.chmodSync(data, 0o500)
    return () => fs.chmodSync(data, 0o700)
  }
}

const cases: readonly Case[] = [
  ...brokenFolders.map(({ what, harm }) => ({ what, harm, status: 78 })),
  { what: 'the folder is of other files', status: 78, harm(data) {
    for (const name of fs.readdirSync(data)) fs.rmSync(path.join(data, name), { recursive: true })
    fs.writeFileSync(path.join(data, 'holiday.txt'), 'x')
  } },
]

/** A start without checks: opens what is there and creates what is missing. */
async function careless(data: string): Promise<void> {
  const database = openDatabase(path.join(data, 'board.db'))
  makeKey(path.join(data, 'key'))
  const store = sqliteStore(database)
  const { county } = await import('../support/county.ts')
  if (!(await store.since(0, 1)).length) await beginBoard(store, openAccounts(database, openSeal(path.join(data, 'key'))), { county }, readConfig({ START_WITH: 'empty' }), Date.now())
  console.log('http://127.0.0.1/in#careless\nCtrl-C')
}

/** Every broken data folder, given to the built server: it ends with its status and a sentence in both languages, and changes nothing. */
export const start: Fault = {
  size: { rounds: 3, some: 100 },
  // Every broken folder is also given to the server inside the tests of [DF1]; a process each takes a second.
  tiny: { rounds: 0, some: 3 },
  parts: { careless: async (data = '') => careless(data) },
  async run({ rounds = 0, some = 1 }, { seed, sabotage }) {
    const used = faultFolder()
    const first = builtBoard(used)
    const began = await first.serving()
    const second = builtBoard(used)
    const wrong: string[] = []
    const secondEnd = await Promise.race([second.serving().then(it => it && 'serves'), second.ended])
    if (secondEnd !== 1 || !bilingual(second.said())) wrong.push(`a second process: ${secondEnd}`)
    if (!began || !await fetch(`${began.origin}/health`).then(answer => answer.ok, () => false)) wrong.push('the first went away')
    await second.kill('SIGKILL')
    await first.kill('SIGTERM')

    const script = sabotage ? [process.argv[1] ?? '', 'part', 'start', 'careless'] : ['dist/server/main.js']
    const luck = chance(seed)
    const order = cases.map(one => [luck.below(1000), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one)
    const tried = order.slice(0, some)
    for (const { what, status, harm } of tried) {
      const data = faultFolder()
      fs.cpSync(used, data, { recursive: true })
      harm(data, path.join(data, 'board.db'))
      const before = JSON.stringify(contents(data))
      const board = builtBoard(data, sabotage ? [...script, data] : script)
      const end = await Promise.race([board.serving().then(it => it && 'serves'), board.ended])
      await board.kill('SIGKILL')
      if (end !== status || !bilingual(board.said())) wrong.push(`${what}: ended with ${end}`)
      if (JSON.stringify(contents(data)) !== before) wrong.push(`${what}: something was changed`)
    }

    const data = faultFolder()
    fs.cpSync(used, data, { recursive: true })
    const mounted = readOnly(data)
    const board = builtBoard(data, sabotage ? [...script, data] : script)
    const end = await Promise.race([board.serving().then(it => it && 'serves'), board.ended])
    await board.kill('SIGKILL')
    mounted()
    if (end !== 78) wrong.push(`read-only: ended with ${end}`)

    // Too large to check before serving: the server serves, and ends once it finds the damage.
    const large = faultFolder()
    fs.cpSync(used, large, { recursive: true })
    sql(path.join(large, 'board.db'), 'create table filler (bytes blob); insert into filler values (zeroblob(70000000))')
    overwrite(path.join(large, 'board.db'), 40_000_000, Buffer.alloc(4096, 255))
    const served = builtBoard(large, sabotage ? [...script, large] : script)
    const came = await served.serving()
    const left = await served.ended
    if (!came || left !== 78 || !bilingual(served.said())) wrong.push(`a large one: ${came ? 'served, and' : 'did not serve, and'} ended with ${left}`)

    // The lock ends with the process.
    let slowest = 0
    for (let round = 0; round < Math.max(1, rounds); round++) {
      const killed = builtBoard(used)
      await killed.serving()
      await killed.kill('SIGKILL')
      const from = performance.now()
      const again = builtBoard(used)
      if (!await again.serving()) wrong.push(`after kill -9: ${again.said().slice(0, 200)}`)
      slowest = Math.max(slowest, performance.now() - from)
      await again.kill('SIGTERM')
    }
    return { ok: wrong.length === 0, cases: tried.length + 3, wrong: wrong.length, first: wrong[0] ?? null, restartMs: Math.round(slowest) }
  },
}

const bilingual = (said: string): boolean => /\p{Script=Han}[^\n]*\n[^\n]*[a-z]{3}/u.test(said)
