import type { Cell, SheetHead } from './write-sheet.ts'
import { writeSheet } from './write-sheet.ts'

/** Rows arrive in parts. The head must come last, because it starts the making of the file. */
export type ToWriter = { readonly rows: readonly (readonly Cell[])[] } | { readonly head: SheetHead }
export type FromWriter = { readonly file: Blob } | { readonly failed: string }

const rows: (readonly Cell[])[] = []
globalThis.onmessage = async ({ data }: MessageEvent<ToWriter>) => {
  if ('rows' in data) return void rows.push(...data.rows)
  try {
    postMessage({ file: await writeSheet(data.head, rows) } satisfies FromWriter)
  } catch (error) {
    postMessage({ failed: String(error) } satisfies FromWriter)
  }
}
