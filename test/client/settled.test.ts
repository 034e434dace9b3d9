import { beforeEach, expect, it } from 'vitest'
import { county as current } from '../../client/core/session.ts'
import { queryOf } from '../../client/shell/settled/settled.ts'
import { county } from '../support/county.ts'

const search = { kind: 'inspection', township: '', from: '', to: '', text: '', narrow: {} } as const
beforeEach(() => {
  current.value = county
})

it('[SE4] a search covers whole days of the county, including the last, and sends only the filters that are set', () => {
  const start = Date.parse('2030-05-06T00:00:00Z')
  expect(queryOf(search, null)).toBe('kind=inspection')
  const query = new URLSearchParams(queryOf({ ...search, township: 'north', from: '2030-05-06', to: '2030-05-06', text: ' gloves ' }, '12~a'))
  expect(Object.fromEntries(query)).toEqual({ kind: 'inspection', township: 'north', from: String(start - 1), to: String(start + 86_400_000 - 1), text: 'gloves', after: '12~a' })
  expect(queryOf({ ...search, from: 'x', to: '2030-99-99' }, null)).toBe('kind=inspection')
})
