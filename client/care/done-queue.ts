import type { CareDone } from '../../shared/care/people.ts'
import type { Code } from '../../shared/core/rejection.ts'
import { uuidv7 } from 'uuidv7'
import { effectScope, shallowRef, watch } from 'vue'
import { linkState } from '../core/board.ts'
import { nowExactly } from '../core/clock.ts'
import { ask, RefusedRequest } from '../core/http.ts'
import { notesKey as key } from '../core/unsent-notes.ts'
import { care } from './register.ts'

/** What was noted and is not yet answered. It is kept on the device and holds ids and times, nothing about a person. */
export const queued = shallowRef<readonly CareDone[]>([])
/** How many notes the server did not accept since this page began. */
export const refusedNotes = shallowRef(0)
let sending: Promise<void> | null = null
let started = false

function keep(acts: readonly CareDone[]): void {
  queued.value = acts
  if (acts.length) localStorage.setItem(key(), JSON.stringify(acts))
  else localStorage.removeItem(key())
}

/** Reads what this person noted here before, and sends it whenever the board is live. */
export function startQueue(): void {
  if (started) return
  started = true
  queued.value = JSON.parse(localStorage.getItem(key()) ?? '[]') as CareDone[]
  // It outlives the page that began it.
  effectScope(true).run(() => watch(linkState, () => void sendNotes(), { immediate: true }))
}

/** Sends what waits, fifty at a time, in order. What the server has answered leaves the device. */
export function sendNotes(): Promise<void> {
  return sending ??= send().finally(() => sending = null)
}

async function send(): Promise<void> {
  while (queued.value.length && linkState.value === 'live') {
    try {
      const answers = await ask<readonly { id: string, code: Code | null }[]>(care('/done'), { method: 'POST', body: { acts: queued.value.slice(0, 50) } })
      refusedNotes.value += answers.filter(({ code }) => code !== null).length
      const answered = new Set(answers.map(({ id }) => id))
      keep(queued.value.filter(({ id }) => !answered.has(id)))
    } catch (error) {
      // Without an answer of the server, or when it asks to wait, the notes stay for the next time.
      if (error instanceof RefusedRequest && error.refusal.code === 'forbidden') keep([])
      return
    }
  }
}

/** Notes that a need was met, or that nobody was reached. */
export function noteDone(need: string, how: CareDone['how']): void {
  keep([...queued.value, { id: uuidv7(), need, at: Math.floor(nowExactly()), how }])
  void sendNotes()
}
