import { shrinkHere } from './shrink-here.ts'

globalThis.onmessage = async ({ data }: MessageEvent<Blob>) =>
  postMessage(await shrinkHere(data, (width, height) => new OffscreenCanvas(width, height)).catch(() => null))
