import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** What to remove when this process ends, newest first. */
export const leftovers: (() => void)[] = []
process.on('exit', () => {
  for (const end of leftovers.reverse()) end()
})

/** The built server as `npm start` runs it, in a separate process, on a free port. */
export function builtBoard(data: string, script: readonly string[] = ['dist/server/main.js'], more: NodeJS.ProcessEnv = {}) {
  const child: ChildProcess = spawn(process.execPath, [...script], { env: { ...process.env, PORT: '0', DATA_DIR: data, START_WITH: 'empty', ADMIN_LINK: 'yes', LOG_LEVEL: 'error', BACKUP_MINUTES: '0', ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
  leftovers.push(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', text => said += text)
  const ended = once(child, 'close').then(([status, signal]) => (status ?? signal) as number | string)
  return {
    pid: child.pid ?? 0,
    said: () => said,
    /** The exit status, or the signal. */
    ended,
    kill(signal: NodeJS.Signals) {
      child.kill(signal)
      return ended
    },
    /** Its address and the secret of its link, once it serves; null when it ended before that. */
    serving: async () => {
      const heard = new Promise<{ origin: string, token: string }>((done) => {
        const look = () => {
          const [, origin, token] = /(http:\/\/[\d.:]+)\/in#([\w-]+)/.exec(said) ?? []
          if (origin && token && said.includes('Ctrl-C')) done({ origin, token })
        }
        child.stdout?.on('data', look)
        look()
      })
      return Promise.race([heard, ended.then(() => null)])
    },
  }
}

/** A folder that is removed when this process ends. */
export function faultFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
  leftovers.push(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}
