import { spawn } from 'node:child_process'
import os from 'node:os'
import process from 'node:process'

/** In a process that `inBackground` has started: it ends when the board has gone, even by kill -9, so that the next start finds nothing held. */
export function endWithBoard(): void {
  process.once('disconnect', () => process.exit(1))
  process.channel?.unref()
}

/** Runs this program again with other arguments, as a process that gives way to the board if it `yields`. Rejects with what it said if it fails. It ends with the board. */
export function inBackground(script: string, args: readonly string[], yields: boolean): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const end = () => void child.kill()
  process.once('exit', end)
  let said = ''
  child.stderr?.on('data', (text) => {
    said = `${said}${text}`.slice(-2000)
  })
  // The note about a new key must reach the person who started the board.
  child.stdout?.pipe(process.stdout, { end: false })
  if (yields && child.pid) os.setPriority(child.pid, 10)
  return new Promise<void>((done, failed) => {
    child.once('error', failed)
    child.once('close', status => status === 0 ? done() : failed(new Error(said.trim() || `ended with ${status}`)))
  }).finally(() => process.off('exit', end))
}
