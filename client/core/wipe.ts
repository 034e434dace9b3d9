import type { Cleared } from '../../shared/core/devices.ts'
import { wipeVaults } from '../sync/wipe-vault.ts'
import { ask } from './http.ts'
import { draftPrefix, ending, remembered } from './kept.ts'
import { forget } from './session.ts'

/** What was cleared and is not yet told to the server, which asks again until it is. */
const told = 'yixian:cleared'

/** Whether this storage key is one of this person's own, of any incident: `yixian:draft:PERSON.INCIDENT:FORM`. Others may name the person after that. */
const isOwn = (key: string, person: string): boolean => /^(?:yixian:held:)?yixian:[^:]+:([^:.]+)/.exec(key)?.[1] === person

/**
 * Clears what this device keeps, if it was signed out from elsewhere as lost: unsent work, photos, drafts, boards, names and files.
 * Answers what was cleared; null if there is nothing to clear. Throws without a network, and if something could not be cleared:
 * the server then asks again.
 */
export async function wipeIfLost(): Promise<Cleared | null> {
  const { person } = await ask<{ person: string | null }>('/api/devices/wipe')
  if (person === null) return null
  let cleared = JSON.parse(localStorage.getItem(told) ?? '{"work":0,"photos":0,"drafts":0}') as Cleared
  function add({ work = 0, photos = 0, drafts = 0 }: Partial<Cleared>): void {
    cleared = { work: cleared.work + work, photos: cleared.photos + photos, drafts: cleared.drafts + drafts }
    localStorage.setItem(told, JSON.stringify(cleared))
  }
  try {
    await wipeVaults(person, add)
  } finally {
    const names = Object.keys(localStorage).filter(name => isOwn(name, person))
    add({ drafts: names.filter(name => name.startsWith(draftPrefix)).length })
    // Other open pages of this person close when the first of these is gone.
    for (const name of [remembered, ending, 'yixian:help', ...names]) localStorage.removeItem(name)
    forget()
  }
  const { caches: files } = globalThis as { readonly caches?: CacheStorage }
  await Promise.all((await files?.keys() ?? []).map(name => files?.delete(name)))
  await ask('/api/devices/wiped', { method: 'POST', body: cleared })
  localStorage.removeItem(told)
  return cleared
}
