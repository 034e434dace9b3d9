import { computed, onScopeDispose, shallowRef } from 'vue'
import { longestVoice } from '../../../shared/core/voices.ts'
import { enders, whileTaking } from '../../core/taking.ts'
import { Silent, toMp3 } from './to-mp3.ts'

/** Why there is no voice note: the person or browser gave no microphone, there is none, another app has it, nothing was heard, the browser could not record, or this device cannot keep it. */
export type VoiceProblem = 'denied' | 'absent' | 'busy' | 'silent' | 'failed' | 'unkept'
const refusals: Readonly<Record<string, VoiceProblem>> = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'absent', NotReadableError: 'busy', AbortError: 'busy' }

/** Records one voice note at a time, for two minutes at most. `keep` is given each as MP3, also when the screen was closed meanwhile. */
export function useRecorder(keep: (voice: Blob) => Promise<unknown>) {
  const state = shallowRef<'idle' | 'asking' | 'on' | 'making'>('idle')
  const seconds = shallowRef(0)
  const problem = shallowRef<VoiceProblem | null>(null)
  /** Ends the recording. What was recorded is kept. */
  let stop = () => {}

  /** What the microphone hears until `stop`, or until it is taken away. */
  async function recorded(stream: MediaStream): Promise<Blob> {
    const recorder = new MediaRecorder(stream)
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const whole = new Promise<Blob>((done) => {
      recorder.onstop = () => done(new Blob(parts, { type: recorder.mimeType }))
    })
    stop = () => recorder.state === 'recording' && recorder.stop()
    recorder.start()
    state.value = 'on'
    const begun = performance.now()
    const tick = setInterval(() => {
      seconds.value = Math.min(longestVoice, Math.floor((performance.now() - begun) / 1000))
      if (performance.now() - begun >= longestVoice * 1000) stop()
    }, 200)
    return await whole.finally(() => clearInterval(tick))
  }

  async function once(): Promise<void> {
    let ended = false
    stop = () => ended = true
    const end = () => stop()
    enders.add(end)
    let stream: MediaStream | undefined
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } })
      if (ended) return
      const sound = await recorded(stream)
      stream.getTracks().forEach(track => track.stop())
      state.value = 'making'
      const voice = await toMp3(sound)
      await keep(voice).catch(() => problem.value = 'unkept')
    } catch (error) {
      problem.value = error instanceof Silent ? 'silent' : refusals[(error as Error).name] ?? 'failed'
    } finally {
      enders.delete(end)
      stream?.getTracks().forEach(track => track.stop())
      state.value = 'idle'
    }
  }

  async function start(): Promise<void> {
    if (state.value !== 'idle') return
    problem.value = null
    seconds.value = 0
    state.value = 'asking'
    await whileTaking(once)
  }
  onScopeDispose(() => stop())
  return { state, seconds, problem, start, stop: () => stop(), left: computed(() => longestVoice - seconds.value) }
}
