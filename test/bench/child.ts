import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

export interface Ready { readonly port: number, readonly cookies: readonly string[], readonly seq: number, readonly epoch: string }

/** A server in its own process, which ends with ours. */
export async function child(...args: readonly string[]) {
  const server: ChildProcess = fork(process.argv[1] ?? '', ['serve', ...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [ready] = await once(server, 'message') as [Ready]
  return {
    ...ready,
    /** Processor time so far in microseconds, and memory in bytes. */
    async usage(): Promise<{ cpu: number, rss: number }> {
      server.send('usage')
      const [{ cpu, rss }] = await once(server, 'message') as [{ cpu: { user: number, system: number }, rss: number }]
      return { cpu: cpu.user + cpu.system, rss }
    },
    async kill(): Promise<void> {
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}
