import { expect, it } from 'vitest'
import { rows, ways } from '../fault/rows.ts'
import { harmless, onPostgres, timeout, titled } from './fault-row.ts'
import { shows } from './shows.ts'

/** These rows mostly wait for a time limit, so they run side by side. The others run alone. */
const waits = ['slow', 'slow --forge-pong', 'slowloris', 'portal', 'crash']
const apart = [...waits, ...onPostgres]
const each = (await ways()).map(way => way.join(' ')).filter(row => !apart.includes(row))

it('every fault names the rules that it tests', () => {
  expect(Object.keys(shows).sort()).toEqual(Object.keys(rows).sort())
})

it.concurrent.each(waits.map(titled))('%s the fault %s does no harm', { timeout }, async (_, row) => harmless(row))
it.each(each.map(titled))('%s the fault %s does no harm', { timeout }, async (_, row) => harmless(row))
