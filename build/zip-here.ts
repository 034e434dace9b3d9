import type { Unzipped, Zippable } from 'fflate/browser'
import { unzipSync, zipSync } from 'fflate/browser'

// Stands for fflate in the pages. Its own `zip` and `unzip` start a worker from a `blob:` address once a file is large. Our
// content policy forbids that worker, and then they never answer. These work where they are called: in our own worker.
export * from 'fflate/browser'

type Done<T> = (error: unknown, result: T | null) => void

export function zip(files: Zippable, done: Done<Uint8Array>): void {
  answer(() => zipSync(files), done)
}
export function unzip(bytes: Uint8Array, done: Done<Unzipped>): void {
  answer(() => unzipSync(bytes), done)
}

function answer<T>(work: () => T, done: Done<T>): void {
  let result: T
  try {
    result = work()
  } catch (error) {
    return done(error, null)
  }
  done(null, result)
}
