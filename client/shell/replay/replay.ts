import type { LogPage } from '../../../shared/core/protocol.ts'
import type { Key } from '../../sync/confirmed.ts'
import type { Marked } from './past-figures.ts'
import { computed, shallowRef } from 'vue'
import { spanAt } from '../../../shared/core/cut-off.ts'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'
import { inUrl } from '../../core/selection.ts'
import { county } from '../../core/session.ts'
import { createPast } from '../../sync/past.ts'
import { figuresOf, mark } from './past-figures.ts'

/** A replay of the incident on a separate, read-only board. It must not touch the live board or the queue. */
export function useReplay() {
  if (!county.value) throw new Error('the county is not here yet')
  const clock = county.value
  const rules = clock.rules.duty
  const past = createPast()
  const listeners = new Set<(keys: readonly Key[]) => void>()
  const at = shallowRef(0)
  const loaded = shallowRef(0)
  const end = shallowRef<number | null>(null)
  const failed = shallowRef(false)
  const playing = shallowRef(false)
  const speed = shallowRef('60')
  const compared = shallowRef<Marked | null>(null)
  const inAddress = inUrl('at')
  const ready = computed(() => end.value !== null && loaded.value >= end.value)
  const from = computed(() => ready.value ? past.first ?? 0 : 0)
  const to = computed(() => ready.value ? past.last ?? 0 : 0)
  const figures = computed(() => figuresOf(past.board, at.value, rules))
  /** The cut-offs of the county's days in the incident (epoch ms): a step ends on the figures of that day's bulletin. */
  const days = computed(() => {
    const ends: number[] = []
    if (!to.value) return ends
    for (let span = spanAt(from.value, clock); span.until <= to.value; span = spanAt(span.until + 1, clock)) ends.push(span.until)
    return ends
  })

  /** Loads the whole log, page by page. Loaded pages stay when the connection breaks. */
  async function load(): Promise<void> {
    failed.value = false
    try {
      do {
        const page = await ask<LogPage>(within(`/log?after=${loaded.value}`))
        past.add(page.commits)
        // Commits made after the replay was opened are left out; on a busy board, loading would never end.
        end.value ??= page.end
        if (page.to === loaded.value) end.value = page.to
        loaded.value = page.to
      } while (!ready.value)
    } catch {
      failed.value = true
      return
    }
    goTo(Number(inAddress.value) || to.value)
  }

  function goTo(moment: number): void {
    at.value = Math.min(Math.max(moment, from.value), to.value)
    const keys = past.goTo(at.value)
    for (const listener of listeners) listener(keys)
  }

  /** A jump is written to the address; a step of playback is not. */
  function jump(moment: number): void {
    goTo(moment)
    inAddress.value = at.value === to.value ? '' : String(at.value)
  }

  /** To the cut-off before this moment or after it; beyond the last one, to the end of the log. */
  const dayBack = () => jump(days.value.findLast(end => end < at.value) ?? from.value)
  const dayOn = () => jump(days.value.find(end => end > at.value) ?? to.value)

  let last = 0
  function frame(time: number): void {
    if (!playing.value) return
    // A tab that was hidden continues from where it was.
    const passed = last ? Math.min(time - last, 500) : 0
    last = time
    goTo(at.value + passed * (to.value - from.value) / (Number(speed.value) * 1000))
    if (at.value >= to.value) return pause()
    requestAnimationFrame(frame)
  }
  function play(): void {
    if (at.value >= to.value) goTo(from.value)
    last = 0
    playing.value = true
    requestAnimationFrame(frame)
  }
  function pause(): void {
    playing.value = false
    jump(at.value)
  }

  return {
    board: past.board,
    at,
    from,
    to,
    days,
    ready,
    loaded,
    end,
    failed,
    figures,
    playing,
    speed,
    compared,
    load,
    play,
    pause,
    jump,
    dayBack,
    dayOn,
    /** Keeps this moment to compare others with. */
    mark: () => compared.value = mark(past.board, at.value, rules),
    marked: () => mark(past.board, at.value, rules),
    onMoved(listener: (keys: readonly Key[]) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Replay = ReturnType<typeof useReplay>
