import { Problem } from './problem.ts'
import { readList } from './read-list.ts'

globalThis.onmessage = async ({ data }: MessageEvent<{ name: string, bytes: Uint8Array<ArrayBuffer> }>) => {
  try {
    postMessage({ rows: await readList(data.name, data.bytes) })
  } catch (error) {
    postMessage({ problem: error instanceof Problem ? error.code : 'damaged' })
  }
}
