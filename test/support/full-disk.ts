import { execFileSync } from 'node:child_process'

/**
 * From now on no file of this process may grow: the kernel fails each write, as on a full disk. Only Linux can do this to a running
 * process, and it lasts until `room` is called.
 */
export function fillDisk(pid: number): { room: () => void } {
  const limit = (soft: string) => void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${soft}:unlimited`])
  limit('0')
  return { room: () => limit('unlimited') }
}
