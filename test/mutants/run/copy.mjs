import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { createVitest } from 'vitest/node'
import { root } from '../../../server/install.mjs'

// A process that holds one copy of the sources and a Vitest that stays open: a planted bug costs its tests, not their start. Its parent
// sends the bugs of one `by` after the other, and gets a message for each. It runs until its parent closes the channel.

const [copy] = process.argv.slice(2)
const parts = ['build', 'deploy', 'docs', 'shared', 'server', 'client', 'test', 'package.json', 'tsconfig.json', 'vite.config.ts', 'vitest.config.ts']
for (const part of parts) fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
process.chdir(copy)

const vitest = await createVitest('test', { root: copy, watch: false, maxWorkers: 1, bail: 1, project: ['unit', 'screens', 'fuzz'], reporters: [{}] })

/** Errors outside of tests, which each run tells again. */
const told = new Set()

/** The first complaint of these tests, or null if they pass. */
async function complaint(...which) {
  const tests = await vitest.globTestSpecifications(which)
  if (!tests.length) throw new Error(`there are no tests in ${which.join(' ')}`)
  const run = await vitest.runTestSpecifications(tests)
  // What earlier runs found is told again.
  const files = run.testModules.filter(file => tests.some(({ moduleId }) => moduleId === file.moduleId))
  const failed = files.flatMap(file => [...file.errors(), ...[...file.children.allTests('failed')].flatMap(test => test.result().errors)])
  const stray = run.unhandledErrors.filter(error => !told.has(error))
  for (const error of stray) told.add(error)
  const [first] = [...failed, ...stray]
  return first ? String(first.message) : files.length === tests.length && files.every(file => file.ok()) ? null : 'a file did not run'
}

/** A bug without `by` is found by the fuzz, or by the tests of the rules. */
const judge = async by => by ? complaint(...by.split(' ')) : await complaint('test/fuzz/') ?? complaint('test/rules/')

process.on('message', async ({ bug: { file, from, to }, by, clean }) => {
  const target = path.join(copy, file)
  const text = fs.readFileSync(target, 'utf8')
  if (!clean) fs.writeFileSync(target, text.replace(from, () => to))
  vitest.invalidateFile(target)
  const said = await judge(by).catch(String)
  fs.writeFileSync(target, text)
  vitest.invalidateFile(target)
  process.send(said)
})
process.on('disconnect', () => process.exit())
process.send('ready')
