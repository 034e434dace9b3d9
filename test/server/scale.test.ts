import fs from 'node:fs'
import { expect, it } from 'vitest'
import { scale } from '../bench/scale.ts'

it('[F99] the page on scale says what its own costs and formula give', () => {
  const page = fs.readFileSync('docs/scale.md', 'utf8')
  const { cores, servers, gigabytes } = scale([])
  expect(page).toContain(`this gives ${cores} cores, ${servers} servers and ${gigabytes} GB.`)
  expect(scale(['--watchers', '100000']).cores).toBeGreaterThan(cores)
})
