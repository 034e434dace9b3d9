import { Problem } from '../../../shared/transfer/problem.ts'
import { readSheets } from '../../../shared/transfer/read-file.ts'

globalThis.onmessage = ({ data }: MessageEvent<{ name: string, bytes: Uint8Array<ArrayBuffer> }>) => {
  try {
    postMessage({ sheets: readSheets(data.name, data.bytes) })
  } catch (error) {
    postMessage({ problem: error instanceof Problem ? error.code : 'damaged' })
  }
}
