import type { ProblemCode } from '../../../shared/transfer/problem.ts'
import type { Sheet } from '../../../shared/transfer/sheet.ts'
import { Problem } from '../../../shared/transfer/problem.ts'
import { readSheets } from '../../../shared/transfer/read-file.ts'

export type FromReader = { readonly rows: number } | { readonly sheets: readonly Sheet[] } | { readonly problem: ProblemCode }
const say = (message: FromReader): void => postMessage(message)

globalThis.onmessage = ({ data }: MessageEvent<{ name: string, bytes: Uint8Array<ArrayBuffer> }>) => {
  try {
    say({ sheets: readSheets(data.name, data.bytes, rows => say({ rows })) })
  } catch (error) {
    say({ problem: error instanceof Problem ? error.code : 'damaged' })
  }
}
