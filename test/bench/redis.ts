import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import process from 'node:process'
import { freePort } from '../support/free-port.ts'
import { wait } from './row.ts'

const answers = (port: number) => new Promise<boolean>((done) => {
  const line = net.connect(port, '127.0.0.1').once('connect', () => done(true)).once('error', () => done(false))
  line.once('close', () => line.destroy()).setTimeout(1000, () => line.destroy())
  setTimeout(() => line.destroy(), 200)
})

/** A Redis of our own that keeps nothing on disk; null where none is installed. */
export async function ownRedis(): Promise<{ readonly url: string, readonly stop: () => Promise<void> } | null> {
  if (spawnSync('which', ['redis-server']).status !== 0) return null
  const port = await freePort()
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
  const atOnce = () => void child.kill('SIGKILL')
  process.once('exit', atOnce)
  while (!await answers(port)) await wait(20)
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', atOnce)
      atOnce()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
