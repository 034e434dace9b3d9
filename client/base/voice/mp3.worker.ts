import { encodeMp3 } from './encode-mp3.ts'

globalThis.onmessage = ({ data }: MessageEvent<Float32Array>) => postMessage(encodeMp3(data))
