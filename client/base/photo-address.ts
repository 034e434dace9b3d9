import { maskable, masksOf } from '../../shared/core/masking.ts'
import { record } from '../core/board.ts'
import { photoUrl } from '../core/photos.ts'

const evicted = new Set<string>()

/** The address of a photo as it is now. It says how much of it is covered, so that no cache answers with what it showed before. */
export function photoAddress(subject: string, photo: string, thumb = false): string {
  const covered = masksOf({ get: record }, subject, photo).length
  const url = photoUrl(subject, photo, thumb)
  if (!covered || url.startsWith('blob:')) return url
  for (let former = 0; former < covered; former++) void evict(numbered(url, former))
  return numbered(url, covered)
}

/** Of the records that a page shows, the one that names photos and may be covered, with its kind. */
export function nameOfPhotos(subject: string) {
  for (const of of maskable) {
    const found = record(of, subject)
    if (found) return { of, record: found }
  }
  return null
}

const numbered = (url: string, covered: number) => covered ? `${url}${url.includes('?') ? '&' : '?'}masks=${covered}` : url

/** Removes from this browser's cache what a photo showed before: the server's answer for a former address is kept by nobody. */
async function evict(url: string): Promise<void> {
  if (evicted.has(url)) return
  evicted.add(url)
  try {
    const kept = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' })
    if (kept.ok) await fetch(url, { cache: 'reload' })
  } catch {
    // It was not kept, or there is no network: then the next page looks again.
  }
}
