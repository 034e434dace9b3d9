import { nextTick, shallowRef } from 'vue'

const works = new Set<Promise<unknown>>()
/** How many pictures are being shrunk and kept on this device now. */
export const taking = shallowRef(0)

/** Runs the work from the moment a picture is picked or drawn until its form knows its id. */
export async function whileTaking<T>(work: () => Promise<T>): Promise<T> {
  const begun = work()
  works.add(begun)
  taking.value = works.size
  try {
    return await begun
  } finally {
    works.delete(begun)
    taking.value = works.size
  }
}

/** What ends work that goes on until somebody stops it: a recording. */
export const enders = new Set<() => void>()

/** Resolves when every picture that was picked or drawn, and every voice note, is kept, and named by its form. A form awaits this before it sends, or it would be left out. */
export async function picturesTaken(): Promise<void> {
  enders.forEach(end => end())
  while (works.size) await Promise.allSettled(works)
  await nextTick()
}
