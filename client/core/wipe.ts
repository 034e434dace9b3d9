import type { Cleared } from '../../shared/core/devices.ts'
import { wipeVaults } from '../sync/wipe-vault.ts'
import { ask } from './http.ts'
import { draftPrefix, ending, remembered } from './kept.ts'
import { forget } from './session.ts'

/** What was cleared and is not yet told to the server, which asks again until it is. */
const told = 'yixian:cleared'

/**
 * Clears what this device keeps, if it was signed out from elsewhere as lost: unsent work, photos, drafts, boards, names and files.
 * Answers what was cleared; null if there is nothing to clear. Throws without a network.
 */
export async function wipeIfLost(): Promise<Cleared | null> {
  const { person } = await ask<{ person: string | null }>('/api/devices/wipe')
  if (person === null) return null
  const before = JSON.parse(localStorage.getItem(told) ?? '{"work":0,"photos":0,"drafts":0}') as Cleared
  const names = Object.keys(localStorage).filter(name => name.includes(person))
  const drafts = names.filter(name => name.startsWith(draftPrefix)).length
  const { work, photos } = await wipeVaults(person)
  const cleared = { work: before.work + work, photos: before.photos + photos, drafts: before.drafts + drafts }
  localStorage.setItem(told, JSON.stringify(cleared))
  // Other open pages of this person close when the first of these is gone.
  for (const name of [remembered, ending, 'yixian:help', ...names]) localStorage.removeItem(name)
  forget()
  const { caches: files } = globalThis as { readonly caches?: CacheStorage }
  await Promise.all((await files?.keys() ?? []).map(name => files?.delete(name)))
  await ask('/api/devices/wiped', { method: 'POST', body: cleared })
  localStorage.removeItem(told)
  return cleared
}
