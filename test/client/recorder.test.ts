import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useRecorder } from '../../client/base/voice/recorder.ts'
import { picturesTaken, taking } from '../../client/core/taking.ts'
import { checkVoice } from '../../server/images/voice-check.ts'

/** A browser's microphone, recorder and decoder. What it hears has this loudness. */
const browser = { refuses: '', loudness: 0.3, open: 0 }
class Recorder {
  state = 'inactive'
  mimeType = 'audio/webm'
  ondataavailable = (_: { data: Blob }) => {}
  onstop = () => {}
  start(): void {
    this.state = 'recording'
  }

  stop(): void {
    this.state = 'inactive'
    this.ondataavailable({ data: new Blob(['sound']) })
    this.onstop()
  }
}
class Decoder {
  async decodeAudioData() {
    const channel = Float32Array.from({ length: 16_000 }, (_, i) => browser.loudness * Math.sin(i / 9))
    return { length: channel.length, numberOfChannels: 2, getChannelData: () => channel }
  }
}
beforeEach(() => {
  Object.assign(browser, { refuses: '', loudness: 0.3, open: 0 })
  vi.useFakeTimers()
  vi.stubGlobal('MediaRecorder', Recorder)
  vi.stubGlobal('OfflineAudioContext', Decoder)
  // The page does the work itself where there are no workers.
  vi.stubGlobal('Worker', undefined)
  vi.stubGlobal('navigator', { mediaDevices: { async getUserMedia() {
    if (browser.refuses) throw new DOMException('no', browser.refuses)
    browser.open++
    return { getTracks: () => [{ stop: () => browser.open = 0 }] }
  } } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function recorder(keep?: (voice: Blob) => Promise<unknown>) {
  const kept: Blob[] = []
  const scope = effectScope()
  const it = scope.run(() => useRecorder(keep ?? (async voice => kept.push(voice))))!
  return { ...it, kept, close: () => scope.stop() }
}

it('[F24] [VN5] a recording shows its time, ends by itself after two minutes, and is kept as MP3 that the server takes; the microphone is let go', async () => {
  const { start, state, seconds, kept } = recorder()
  const ended = start()
  await vi.advanceTimersByTimeAsync(61_400)
  expect([state.value, seconds.value, browser.open]).toEqual(['on', 61, 1])
  await vi.advanceTimersByTimeAsync(59_000)
  vi.useRealTimers()
  await ended
  expect([state.value, seconds.value, browser.open, kept.length]).toEqual(['idle', 120, 0, 1])
  checkVoice(Buffer.from(await kept[0]!.arrayBuffer()))
})

it('[F24] [VN5] a form that is sent or closed during a recording ends it, and waits for the voice note', async () => {
  for (const leave of [picturesTaken, async (one: ReturnType<typeof recorder>) => one.close()]) {
    const one = recorder()
    void one.start()
    await vi.advanceTimersByTimeAsync(3000)
    expect(one.state.value).toBe('on')
    await leave(one)
    vi.useRealTimers()
    await picturesTaken()
    expect([one.kept.length, taking.value, browser.open]).toEqual([1, 0, 0])
    vi.useFakeTimers()
  }
})

it('[F24] [VN5] without a microphone, without sound or without room a person is told why, and nothing is half kept', async () => {
  vi.useRealTimers()
  for (const [refuses, problem] of [['NotAllowedError', 'denied'], ['NotFoundError', 'absent'], ['NotReadableError', 'busy'], ['TypeError', 'failed']] as const) {
    browser.refuses = refuses
    const one = recorder()
    await one.start()
    expect([one.problem.value, one.state.value, one.kept]).toEqual([problem, 'idle', []])
  }
  browser.refuses = ''
  const said = async (one: ReturnType<typeof recorder>) => {
    const ended = one.start()
    await Promise.resolve()
    await vi.waitFor(() => expect(one.state.value).toBe('on'))
    one.stop()
    await ended
    return [one.problem.value, one.kept.length, browser.open]
  }
  browser.loudness = 0.0005
  expect(await said(recorder())).toEqual(['silent', 0, 0])
  browser.loudness = 0.3
  expect(await said(recorder(async () => Promise.reject(new DOMException('full', 'QuotaExceededError'))))).toEqual(['unkept', 0, 0])
})
