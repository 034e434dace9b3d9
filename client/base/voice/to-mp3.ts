import { longestVoice, voiceRate } from '../../../shared/core/voices.ts'

/** Milliseconds after which a worker that does not answer counts as failed. */
const patience = 60_000
/** Below this loudest sample (of 1) nothing was heard: a microphone that is covered or switched off gives zeros or faint noise. */
const silence = 0.004

/** The microphone gave no sound. */
export class Silent extends Error {}

/** What a browser recorded, in whatever format it records, as MP3. Made away from the page's own thread where the browser can. Throws `Silent`, or if it cannot be read. */
export async function toMp3(recorded: Blob): Promise<Blob> {
  const sound = oneChannel(await new OfflineAudioContext(1, 1, voiceRate).decodeAudioData(await recorded.arrayBuffer()))
  if (!sound.some(one => Math.abs(one) > silence)) throw new Silent()
  return await inWorker(sound) ?? (await import('./encode-mp3.ts')).encodeMp3(sound)
}

function oneChannel(sound: AudioBuffer): Float32Array {
  const length = Math.min(sound.length, longestVoice * voiceRate)
  const all = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i))
  return Float32Array.from({ length }, (_, i) => all.reduce((sum, one) => sum + (one[i] ?? 0), 0) / all.length)
}

/** Null where the page has to do it: the browser has no such workers, or its script did not come. */
function inWorker(sound: Float32Array): Promise<Blob | null> {
  let worker: Worker | undefined
  return new Promise<Blob | null>((done) => {
    try {
      worker = new Worker(new URL('./mp3.worker.ts', import.meta.url), { type: 'module' })
    } catch {
      return done(null)
    }
    worker.onmessage = ({ data }: MessageEvent<Blob>) => done(data)
    worker.onerror = worker.onmessageerror = () => done(null)
    setTimeout(done, patience, null)
    worker.postMessage(sound)
  }).finally(() => worker?.terminate())
}
