import type { Outcome } from './fault.ts'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { all } from './all.ts'
import { starter } from './fault.ts'
import { nemeses } from './nemesis.ts'
import { rows } from './rows.ts'

const usage = () => `npm run fault -- NAME [--seed 1] [--sabotage] [--tiny] [--its-numbers N] [--nemesis kill,pause]; NAME is one of ${Object.keys(rows).join(', ')}, or all`

/** Runs one row and prints one JSON line; exit 0 only if every figure holds. */
async function main([name = '', ...rest]: readonly string[]): Promise<void> {
  if (name === 'part') return part(rest)
  if (name === 'all') return all(rest)
  const fault = await rows[name]?.()
  if (!fault) throw new Error(usage())
  // `--nemesis` alone is everything that there is.
  const [, named = nemeses.join()] = rest.filter((word, i) => word === '--nemesis' || (rest[i - 1] === '--nemesis' && !word.startsWith('--')))
  if (!named.split(',').every(one => (nemeses as readonly string[]).includes(one))) throw new Error(usage())
  const { values } = parseArgs({
    args: rest.filter((word, i) => rest[i - 1] !== '--nemesis' || word.startsWith('--')),
    options: {
      seed: { type: 'string', default: '1' },
      ...Object.fromEntries(['sabotage', 'tiny', ...fault.switches ?? []].map(one => [one, { type: 'boolean', default: false } as const])),
      ...Object.fromEntries(Object.keys(fault.size).map(one => [one, { type: 'string' } as const])),
    },
  }) as { values: Record<string, string | boolean | undefined> }
  const given = Object.entries(values).filter(([key, value]) => key in fault.size && value !== undefined).map(([key, value]) => [key, Number(value)] as const)
  if (given.some(([, value]) => !Number.isFinite(value) || value < 0)) throw new Error(usage())
  const size = { ...values.tiny ? fault.tiny : fault.size, ...Object.fromEntries(given) }
  const [seed, sabotage] = [Number(values.seed), values.sabotage === true]
  const switches = new Set((fault.switches ?? []).filter(one => values[one]))

  const nemesis = switches.has('nemesis') ? nemeses.filter(one => named.split(',').includes(one)) : []

  const line = (outcome: Outcome) => JSON.stringify({ fault: name, ...Object.fromEntries([...switches].map(one => [one, true])), ...size, seed, sabotage, ...outcome })
  const late = setTimeout(() => {
    console.log(line({ ok: false, late: true }))
    process.exit(1)
  }, (values.tiny ? 15 : fault.minutes ?? 15) * 60_000)
  const outcome = await fault.run(size, { seed, sabotage, switches, nemesis, spawnPart: starter(name) })
  clearTimeout(late)
  console.log(line(outcome))
  process.exit(outcome.ok ? 0 : 1)
}

/** A process that a fault started. It ends with the process that started it. */
async function part([name = '', which = '', ...args]: readonly string[]): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  await (await rows[name]?.())?.parts?.[which]?.(...args)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
