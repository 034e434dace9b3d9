import type { ChildProcess } from 'node:child_process'
import type { FromChild } from './child.ts'
import { fork } from 'node:child_process'
import fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Rejection } from '../../shared/core/rejection.ts'
import { childArgs } from './child-args.ts'

interface Limits {
  /** How many jobs run at a time, each in its own process. */
  readonly atOnce: number
  /** How many more jobs may wait. */
  readonly waiting: number
  /** Megabytes of memory for one process. */
  readonly mb: number
  /** Megabytes of them for JavaScript. */
  readonly heap: number
  /** Milliseconds for one job. */
  readonly ms: number
}
type Work<Done> = (parts: readonly unknown[]) => Promise<Done>

/** A job was ended because it used too much memory or time. */
export class Ended extends Error {}

const rest = 30_000

/** How many megabytes of memory a process uses; 0 if the system does not say. Then only the limit on its JavaScript memory applies. */
function held(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/**
 * Runs work on files from outside in separate processes, so that a bad file can only end its own process; the next is started
 * when it is needed. Rejects with `Ended`, or with `busy` if too many jobs wait. Without a script, as when the server runs from
 * its sources, the work runs in this process.
 */
export function pool<Done>(script: string | undefined, here: () => Promise<Work<Done>>, { atOnce, waiting, mb, heap, ms }: Limits) {
  const idle = new Set<ChildProcess>()
  const turns: (() => void)[] = []
  let busy = 0

  function start(): ChildProcess {
    const child = fork(script ?? '', [], { serialization: 'advanced', execArgv: childArgs(heap), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child.on('error', () => child.kill('SIGKILL')).on('exit', () => idle.delete(child))
    return child
  }
  /** Keeps a process for the next job for a while, without keeping the server alive. One that has grown is ended, because the next job could exceed its memory. */
  function lay(child: ChildProcess): void {
    if (held(child.pid) > mb / 2) return void child.kill('SIGKILL')
    idle.add(child)
    child.unref()
    child.channel?.unref()
    setTimeout(() => idle.has(child) && child.kill(), rest).unref()
  }

  async function apart(parts: readonly unknown[]): Promise<Done> {
    const [child = start()] = idle
    idle.delete(child)
    child.ref()
    child.channel?.ref()
    const end = () => void child.kill('SIGKILL')
    const watch = setInterval(() => held(child.pid) > mb && end(), 20)
    const timer = setTimeout(end, ms)
    let gone = () => {}
    try {
      const answer = new Promise<FromChild<Done>>((done, failed) => {
        child.once('message', done).once('exit', gone = () => failed(new Ended('the process ended')))
      })
      answer.catch(() => {})
      for (const part of parts) {
        child.send({ part }, () => {})
        await setImmediate()
      }
      child.send('go', () => {})
      const result = await answer
      if ('done' in result) {
        lay(child)
        return result.done
      }
      end()
      if (result.bug) throw new Error(result.bug)
      throw new Rejection(result.no.code, result.no.detail)
    } finally {
      clearInterval(watch)
      clearTimeout(timer)
      child.off('exit', gone)
    }
  }

  return async (parts: readonly unknown[]): Promise<Done> => {
    if (busy >= atOnce && turns.length >= waiting) throw new Rejection('busy', undefined, undefined, 5000)
    if (busy >= atOnce) await new Promise<void>(ready => turns.push(ready))
    else busy++
    try {
      return await (script ? apart(parts) : (await here())(parts))
    } finally {
      const next = turns.shift()
      if (next) next()
      else busy--
    }
  }
}
