import fs from 'node:fs'
import { expect, it } from 'vitest'
import { codes } from '../../shared/core/rejection.ts'
import { sources } from '../support/sources.ts'

const rules = [...fs.readFileSync('shared/SPEC.md', 'utf8').matchAll(/^\* \*\*([A-Z]+\d+)\*\*/gm)].map(([, number]) => number ?? '')
const tests = sources('test').filter(file => /\.test\.ts$/.test(file))
const shown = new Set<string>()
for (const file of tests) {
  for (const line of fs.readFileSync(file, 'utf8').split('\n').filter(line => /\b(?:it|test|describe)\b/.test(line))) {
    for (const [, number = ''] of line.matchAll(/\[([A-Z]+\d+)\]/g)) shown.add(number)
  }
}

it('every numbered rule has a test with its number in the title', () => {
  expect(new Set(rules).size).toBe(rules.length)
  expect(rules.filter(number => !shown.has(number))).toEqual([])
})

it('every number in a test title is a rule or a feature', () => {
  // F01 to F99 are features, which docs.test.ts compares; the rest must be in SPEC.md.
  expect([...shown].filter(number => !rules.includes(number) && !/^F\d\d$/.test(number))).toEqual([])
})

it('every listed refusal code is used, and every used code is listed', () => {
  const program = sources('shared', 'server', 'client').filter(file => /\.ts$/.test(file) && !file.includes('/text/') && file !== 'shared/core/rejection.ts').map(file => fs.readFileSync(file, 'utf8')).join('\n')
  for (const code of codes) expect(program.includes(`'${code}'`), code).toBe(true)
  for (const [, code] of program.matchAll(/\breject\('(\w+)'/g)) expect(codes).toContain(code)
})
