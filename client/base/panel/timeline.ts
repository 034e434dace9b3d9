import type { Told } from '../../../shared/core/protocol.ts'
import type { Kind } from '../../../shared/records.ts'
import { computed, onUnmounted, shallowRef, watch } from 'vue'
import { linkState, onChanged, pendingFor } from '../../core/board.ts'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'
import { onceABurst } from '../../core/once-a-burst.ts'
import { me } from '../../core/session.ts'
import { stepsOf } from './steps.ts'

/** Timelines fetched on this page, kept so that they can be opened again without a network. */
const read = new Map<string, readonly Told[]>()

/** The timeline of one record. It is fetched again when the record changes or the connection returns; this device's waiting commands come last. */
export function useTimeline(kind: Kind, id: string) {
  const key = `${kind}/${id}` as const
  const history = shallowRef(read.get(key))
  /** `partial`: the server did not answer, so only what this device knows is shown. */
  const state = shallowRef<'loading' | 'whole' | 'partial'>('loading')
  const steps = computed(() => stepsOf(history.value ?? [], pendingFor(key), kind, id, me.value?.id ?? ''))

  async function load(): Promise<void> {
    try {
      const told = await ask<Told[]>(within(`/history/${kind}/${id}`))
      read.set(key, told)
      history.value = told
      state.value = 'whole'
    } catch {
      // A record that was made on this device and not sent yet has no history on the server.
      state.value = pendingFor(key).some(one => made.has(one.command.name)) ? 'whole' : 'partial'
    }
  }

  const story = onceABurst(load)
  story.ask(0)
  onUnmounted(story.stop)
  onUnmounted(onChanged(keys => keys.includes(key) && story.ask()))
  watch(linkState, link => link === 'live' && story.ask())
  return { steps, state }
}

const made: ReadonlySet<string> = new Set(['reportIssue', 'addPlace', 'openShift', 'postShortage', 'drawZone', 'announce'])
