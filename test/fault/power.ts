import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Builds the disk that loses what was not synced, as a library for LD_PRELOAD; null where no C compiler is at hand. */
export function powerShim(folder: string): string | null {
  const library = path.join(folder, 'power.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, path.resolve('test/fault/power.c'), '-ldl'], { stdio: 'ignore' })
    return library
  } catch {
    return null
  }
}

/** What a power cut does to a file: everything written since its last sync is undone, newest first. Answers how many writes. */
export function cut(file: string, undo: string): number {
  if (!fs.existsSync(undo)) return 0
  const bytes = fs.readFileSync(undo)
  fs.rmSync(undo)
  const writes: { readonly at: number, readonly old: Uint8Array, readonly size: number }[] = []
  for (let here = 0; here + 24 <= bytes.length;) {
    const [at, count, size] = [0, 8, 16].map(more => Number(bytes.readBigUInt64LE(here + more))) as [number, number, number]
    writes.push({ at, old: bytes.subarray(here + 24, here + 24 + count), size })
    here += 24 + count
  }
  if (!fs.existsSync(file)) return 0
  const handle = fs.openSync(file, 'r+')
  for (const { at, old, size } of writes.reverse()) {
    if (old.length) fs.writeSync(handle, old, 0, old.length, at)
    fs.ftruncateSync(handle, size)
  }
  fs.closeSync(handle)
  return writes.length
}
