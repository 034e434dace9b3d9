import { expect, it } from 'vitest'
import { ways } from '../fault/rows.ts'
import { postgresPrograms } from '../postgres.mjs'
import { harmless, onPostgres, timeout, titled } from './fault-row.ts'

it('every row on PostgreSQL is there', async () => {
  expect((await ways()).map(way => way.join(' '))).toEqual(expect.arrayContaining(onPostgres))
})

it.skipIf(!postgresPrograms()).each(onPostgres.map(titled))('%s the fault %s on PostgreSQL does no harm', { timeout }, async (_, row) => harmless(row))
