import type { Row } from './row.ts'
import process from 'node:process'
import { say } from './row.ts'

/** Every measured promise by name. A serving child loads none of them, so that its start is a server's, without a browser driver. */
const all: Readonly<Record<string, () => Promise<Row[]>>> = {
  P1: async () => (await import('./p1.ts')).p1(),
  P2C: async () => (await import('./p2c.ts')).p2c(),
  P3: async () => (await import('./p3.ts')).p3(),
  P4: async () => (await import('./p4.ts')).p4(),
  P5: async () => (await import('./p5.ts')).p5(),
  P6: async () => (await import('./p6.ts')).p6(),
  P7: async () => (await import('./p7.ts')).p7(),
  P8: async () => (await import('./p8.ts')).p8(),
  P9: async () => (await import('./p9.ts')).p9(),
  P24: async () => (await import('./p24.ts')).p24(),
  BULLETIN: async () => (await import('./bulletin.ts')).bulletin(),
  CLOCK: async () => (await import('./clock.ts')).clock(),
  IMPORT: async () => (await import('./import.ts')).importing(),
  RULES: async () => (await import('./rules.ts')).rules(),
  UI: async () => (await import('./ui.ts')).ui(),
}

async function main([first, ...rest]: readonly string[]): Promise<void> {
  if (first === 'serve') return (await import('./serve.ts')).serve(rest)
  if (first === 'scale') return console.log(JSON.stringify((await import('./scale.ts')).scale(rest)))
  const wanted = first ? [first, ...rest] : Object.keys(all)
  for (const name of wanted) {
    const measure = all[name]
    if (!measure) throw new Error(`There is no ${name}; there is ${Object.keys(all).join(', ')}.`)
    say(`${name} …`)
    for (const row of await measure()) console.log(JSON.stringify(row))
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
