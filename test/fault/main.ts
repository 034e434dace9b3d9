import type { ChildProcess } from 'node:child_process'
import type { Asked } from './checker.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { faults } from './checker.ts'
import { claim } from './claim.ts'
import { places, serve } from './serve.ts'

const lines = 16
const shifts = 12
const spawn = (...args: string[]) => fork(process.argv[1] ?? '', args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

/** The next message of a child; its end before that is a failure. */
async function heard<T>(child: ChildProcess): Promise<T> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`a process ended early with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message'), gone]) as [T]
  return message
}

/** Racing claims from several processes on the real server. One JSON line; exit 0 only if nothing was oversold and every answer was right. */
async function main(): Promise<void> {
  const { values, positionals: [what = 'claim', ...rest] } = parseArgs({ allowPositionals: true, options: { procs: { type: 'string', default: '4' }, n: { type: 'string', default: '4000' }, seed: { type: 'string', default: '1' }, sabotage: { type: 'boolean', default: false } } })
  const [procs, n, seed] = [values.procs, values.n, values.seed].map(Number) as [number, number, number]
  if (what === 'serve') return serve(Number(rest[0]), shifts, values.sabotage)
  if (what === 'client') return void process.once('message', job => void claim(job as never))
  if (what !== 'claim' || !(procs > 0 && n > 0)) throw new Error('npm run fault -- claim [--procs 4] [--n 4000] [--seed 1] [--sabotage]')

  const children: ChildProcess[] = []
  const late = setTimeout(() => {
    console.error('took too long')
    for (const child of children) child.kill('SIGKILL')
    process.exit(1)
  }, 60_000 + n * 5)
  const server = spawn('serve', String(procs * lines), ...values.sabotage ? ['--sabotage'] : [])
  children.push(server)
  const { port, crowd, ids } = await heard<{ port: number, crowd: object[], ids: string[] }>(server)
  const began = performance.now()
  const histories = await Promise.all(Array.from({ length: procs }, async (_, i) => {
    const client = spawn('client')
    children.push(client)
    client.send({ port, ids, crowd: crowd.slice(i * lines, (i + 1) * lines), n: Math.ceil(n / procs), seed: seed * 100 + i })
    return heard<Asked[]>(client)
  }))
  const seconds = (performance.now() - began) / 1000
  server.send('holders')
  const held = await heard<Record<string, string[]>>(server)
  server.disconnect()
  clearTimeout(late)

  const asked = histories.flat()
  const wrong = ids.flatMap((id) => {
    const history = asked.filter(one => one.shift === id)
    // What the server ends with is what it said.
    const end = new Set<string>()
    for (const one of history.filter(each => typeof each.answer === 'number').sort((a, b) => Number(a.answer) - Number(b.answer))) end[one.name === 'claimShift' ? 'add' : 'delete'](one.person)
    const lost = [...end].filter(person => !held[id]?.includes(person)).map(person => `${id}: ${person} was granted a place and does not hold it`)
    return [...faults(history, places), ...lost]
  })
  const answers: Record<string, number> = {}
  for (const { answer } of asked) answers[typeof answer === 'number' ? 'granted' : answer] = (answers[typeof answer === 'number' ? 'granted' : answer] ?? 0) + 1
  const oversold = wrong.filter(line => line.includes('oversold')).length
  console.log(JSON.stringify({ fault: 'claim', ok: wrong.length === 0, procs, n, seed, sabotage: values.sabotage, asked: asked.length, seconds: Number(seconds.toFixed(1)), oversold, wrong: wrong.length, first: wrong[0] ?? null, answers }))
  process.exitCode = wrong.length === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
