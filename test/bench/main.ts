import type { Row } from './row.ts'
import process from 'node:process'
import { bulletin } from './bulletin.ts'
import { p1 } from './p1.ts'
import { p3 } from './p3.ts'
import { p4 } from './p4.ts'
import { p5 } from './p5.ts'
import { p6 } from './p6.ts'
import { p7 } from './p7.ts'
import { p8 } from './p8.ts'
import { say } from './row.ts'
import { rules } from './rules.ts'
import { serve } from './serve.ts'

/** Every promise that is measured, by its name. */
const all: Readonly<Record<string, () => Promise<Row[]>>> = { P1: p1, P3: p3, P4: p4, P5: p5, P6: p6, P7: p7, P8: p8, BULLETIN: bulletin, RULES: rules }

async function main([first, ...rest]: readonly string[]): Promise<void> {
  if (first === 'serve') return serve(rest)
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
