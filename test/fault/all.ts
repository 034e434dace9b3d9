import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { ways } from './rows.ts'

/** Runs every fault with these options, one after the other, each in a process of its own. The exit status is 0 only if each ended as it must: with `--sabotage`, its check failed. */
export async function all(options: readonly string[]): Promise<void> {
  const wanted = options.includes('--sabotage') ? 1 : 0
  const wrong: string[] = []
  for (const way of await ways()) {
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...way, ...options], { stdio: ['ignore', 'inherit', 'inherit'] })
    const [status] = await once(child, 'exit') as [number | null]
    if (status !== wanted) wrong.push(way.join(' '))
  }
  if (wrong.length) console.error(`ended otherwise: ${wrong.join(', ')}`)
  process.exit(wrong.length ? 1 : 0)
}
