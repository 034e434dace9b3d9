import type { Line } from './table.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { rows, ways } from './rows.ts'
import { head, rowOf } from './table.ts'

/**
 * Runs every fault with these options, one after the other, each in a process of its own, and prints them as the table that the README shows. The lines
 * of each go to stderr. The exit status is 0 only if each printed what it must: `ok`, or with `--sabotage` the opposite. One that breaks off prints no line, one that takes too long says so (`late`), and both count as wrong.
 */
export async function all(options: readonly string[]): Promise<void> {
  const wanted = !options.includes('--sabotage')
  const wrong: string[] = []
  console.log(head)
  for (const way of await ways()) {
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...way, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', part => text += part)
    await once(child, 'close')
    process.stderr.write(text)
    const line = text ? JSON.parse(text) as Line : null
    console.log(rowOf(way, line, Object.keys((await rows[way[0]]!()).size)))
    if (line?.ok !== wanted || line.late) wrong.push(way.join(' '))
  }
  if (wrong.length) console.error(`ended otherwise: ${wrong.join(', ')}`)
  process.exit(wrong.length ? 1 : 0)
}
