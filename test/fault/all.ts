import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { ways } from './rows.ts'

/** Runs every fault with these options, one after the other, each in a process of its own. The exit status is 0 only if each printed what it must: `ok`, or with `--sabotage` the opposite. One that breaks off prints no line, and counts as wrong. */
export async function all(options: readonly string[]): Promise<void> {
  const wanted = !options.includes('--sabotage')
  const wrong: string[] = []
  for (const way of await ways()) {
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...way, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
    let line = ''
    child.stdout.on('data', text => line += text)
    await once(child, 'close')
    process.stdout.write(line)
    if (!line || (JSON.parse(line) as { readonly ok: boolean }).ok !== wanted) wrong.push(way.join(' '))
  }
  if (wrong.length) console.error(`ended otherwise: ${wrong.join(', ')}`)
  process.exit(wrong.length ? 1 : 0)
}
