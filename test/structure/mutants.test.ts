import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

interface Bug { readonly name: string, readonly file: string, readonly from: string, readonly to: string, readonly by?: string }

it('every planted bug matches exactly one place in the sources, and the tests that find it exist', async () => {
  const rooms = fs.readdirSync('test/mutants').filter(file => file.endsWith('.mjs') && file !== 'run.mjs')
  const bugs = (await Promise.all(rooms.map(async file => Object.values(await import(path.resolve('test/mutants', file)) as Record<string, readonly Bug[]>).flat()))).flat()
  expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length)
  for (const { name, file, from, to, by } of bugs) {
    expect(fs.readFileSync(file, 'utf8').split(from).length, `${name} in ${file}`).toBe(2)
    expect(to, name).not.toBe(from)
    for (const test of by?.split(' ') ?? []) {
      expect(fs.existsSync(test), `${name}: ${test}`).toBe(true)
      // The run of planted bugs starts no browser: a test in one would count as one that finds them.
      expect(test.startsWith('test/browser'), `${name}: ${test}`).toBe(false)
    }
  }
})
