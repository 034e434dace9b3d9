import fs from 'node:fs'
import { expect, it } from 'vitest'
import { phoneScreen } from '../../client/core/phone-screen.ts'
import { sources } from '../support/sources.ts'

it('[LD9] styles and scripts mean the same windows by a phone', () => {
  const named = sources('client').filter(file => /\.(?:vue|css|ts)$/.test(file)).flatMap(file => [...fs.readFileSync(file, 'utf8').matchAll(/\(width[^)]*48rem\)[^{']*/g)].map(([query]) => `${file}: ${query.trim()}`))
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter(one => !one.endsWith(`: ${phoneScreen}`))).toEqual([])
})
