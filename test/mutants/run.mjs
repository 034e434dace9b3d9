import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { ensureInstalled, root } from '../../server/install.mjs'

// `npm run mutants`: plants one bug at a time in a copy of the sources; each must be found by the tests that its entry names in `by`
// (files or folders of the unit tests and those of screens, separated by spaces), or, where it names none, by the fuzz or the tests of the rules.
// `npm run mutants -- gap no-removal` plants only those. Last come the `faults`, each with its defence switched off.

ensureInstalled()
const rooms = fs.readdirSync(path.join(root, 'test/mutants')).filter(file => file.endsWith('.mjs') && file !== 'run.mjs').sort()
const lists = await Promise.all(rooms.map(async file => Object.values(await import(`./${file}`)).flat()))
const bugs = lists.flat()
const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => name !== 'faults' && !bugs.some(bug => bug.name === name))
if (unknown.length) throw new Error(`There is no ${unknown.join(', ')}.`)

const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-mutants-'))
process.on('exit', () => fs.rmSync(copy, { recursive: true, force: true }))
for (const part of ['build', 'shared', 'server', 'client', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts']) fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))

/** Runs these tests on the copy: the first line of their complaint, or null if they pass. */
function complaint(...which) {
  return new Promise((done) => {
    const seeds = process.env.FUZZ_SEEDS ?? '200'
    const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...which], { cwd: copy, env: { ...process.env, FUZZ_SEEDS: seeds, NO_COLOR: '1' } })
    let said = ''
    for (const stream of [run.stdout, run.stderr]) stream.on('data', text => said += text)
    run.on('exit', status => done(status === 0 ? null : /Error: (.*)/.exec(said)?.[1] ?? said.slice(-400)))
  })
}

let missed = 0
for (const { name, file, from, to, by } of bugs) {
  if (wanted.length && !wanted.includes(name)) continue
  const target = path.join(copy, file)
  const text = fs.readFileSync(target, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${name}: its place in ${file} is not there once any more`)
  fs.writeFileSync(target, text.replace(from, () => to))
  const found = by ? await complaint('--project', 'unit', '--project', 'screens', ...by.split(' ')) : await complaint('--project', 'fuzz') ?? await complaint('--project', 'unit', 'test/rules')
  fs.writeFileSync(target, text)
  if (!found) missed++
  console.log(JSON.stringify({ bug: name, file, found: Boolean(found), by: by ?? 'fuzz or rules', said: found?.slice(0, 120) }))
}
if (!wanted.length || wanted.includes('faults')) {
  const run = spawn(process.execPath, ['test/fault/run.mjs', 'all', '--tiny', '--sabotage'], { cwd: root, stdio: 'inherit' })
  if (await new Promise(done => run.on('exit', done))) missed++
}
process.exit(missed ? 1 : 0)
