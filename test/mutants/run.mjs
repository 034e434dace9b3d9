import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { ensureInstalled, root } from '../../server/install.mjs'

// `npm run mutants`: plants one bug at a time in a copy of the sources; each must be found by the tests that its entry names in `by`
// (files or folders of the unit tests and those of screens, separated by spaces), or, where it names none, by the fuzz or the tests of the rules.
// The same tests run first without a bug, and must pass. `npm run mutants -- gap no-removal` plants only those. Last come the `faults`, each with its defence switched off.

ensureInstalled()
/** Milliseconds that the tests of one bug may take: a bug that makes them run for ever is found. They begin with `most`; without a bug the same tests took `clean`. */
const most = 600_000
const patience = clean => Math.min(most, 60_000 + 5 * clean)
const rooms = fs.readdirSync(path.join(root, 'test/mutants')).filter(file => file.endsWith('.mjs') && file !== 'run.mjs').sort()
const lists = await Promise.all(rooms.map(async file => Object.values(await import(`./${file}`)).flat()))
const bugs = lists.flat()
const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => name !== 'faults' && !bugs.some(bug => bug.name === name))
if (unknown.length) throw new Error(`There is no ${unknown.join(', ')}.`)

/** The bugs that the same tests find. */
const groups = new Map()
for (const bug of bugs) {
  if (!wanted.length || wanted.includes(bug.name)) groups.set(bug.by, [...groups.get(bug.by) ?? [], bug])
}
const seeds = process.env.FUZZ_SEEDS ?? '200'

/** A process with a copy of the sources, which plants what it is sent. */
async function openCopy() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-mutants-'))
  const copy = fork(path.join(root, 'test/mutants/run/copy.mjs'), [folder], { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, FUZZ_SEEDS: seeds, NO_COLOR: '1' } })
  const gone = once(copy, 'exit').then(() => null)
  await Promise.race([once(copy, 'message'), gone])
  return {
    /** What the tests complain of: null if they pass, undefined if they did not end within so many milliseconds. */
    async ask(order, within) {
      copy.send(order)
      let timer
      const late = new Promise(done => timer = setTimeout(done, within))
      const answer = await Promise.race([once(copy, 'message').then(([said]) => said), gone.then(() => 'the tests ended the process'), late])
      clearTimeout(timer)
      return answer
    },
    async close() {
      // With the workers of its tests.
      if (copy.exitCode === null) process.kill(-copy.pid, 'SIGKILL')
      await gone
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

let missed = 0
const waiting = [...groups]
async function work() {
  let copy = await openCopy()
  while (waiting.length) {
    const [by, group] = waiting.shift()
    const began = Date.now()
    const broken = await copy.ask({ bug: group[0], by, clean: true }, most)
    const within = patience(Date.now() - began)
    if (broken !== null) {
      missed += group.length
      console.log(JSON.stringify({ by: by ?? 'fuzz or rules', bugs: group.length, broken: broken ?? 'they did not end', found: false }))
      continue
    }
    for (const bug of group) {
      const said = await copy.ask({ bug, by }, within)
      if (said === null) missed++
      console.log(JSON.stringify({ bug: bug.name, file: bug.file, found: said !== null, by: by ?? 'fuzz or rules', said: said === undefined ? 'the tests did not end' : said?.slice(0, 120) }))
      if (said !== undefined) continue
      await copy.close()
      copy = await openCopy()
    }
  }
  await copy.close()
}
await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), groups.size) }, work))
if (!wanted.length || wanted.includes('faults')) {
  const run = spawn(process.execPath, ['test/fault/run.mjs', 'all', '--tiny', '--sabotage'], { cwd: root, stdio: 'inherit' })
  if (await new Promise(done => run.on('exit', done))) missed++
}
process.exit(missed ? 1 : 0)
