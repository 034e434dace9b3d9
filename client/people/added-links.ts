import type { ListColumn } from '../base/transfer/write-list.ts'
import { shallowRef } from 'vue'
import { listOut, saveList } from '../base/transfer/write-list.ts'
import { volunteerWords as words } from './volunteer-words.ts'

export interface AddedLink { readonly name: string, readonly phone: string, readonly address: string }

/**
 * The links of everybody added on this device since the page was loaded, from all imports together. The server keeps only their
 * digests, so a lost link cannot be shown again: they must stay until the person confirms that all were handed out.
 */
export const addedLinks = shallowRef<readonly AddedLink[]>([])

export function keepLinks(links: readonly AddedLink[]): void {
  if (!addedLinks.value.length) addEventListener('beforeunload', warn)
  addedLinks.value = [...addedLinks.value, ...links]
}
/** Drops the links with these addresses, or all. */
export function dropLinks(which?: ReadonlySet<string>): void {
  addedLinks.value = which ? addedLinks.value.filter(one => !which.has(one.address)) : []
  if (!addedLinks.value.length) removeEventListener('beforeunload', warn)
}
/** Makes the browser ask before the page is closed, which would lose the links. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault()

/** False if the file could not be made. The links stay in either case. */
export function saveLinks(): Promise<boolean> {
  const [name = '', phone = '', address = '', note = ''] = words.value.linkHead
  const fields: readonly ListColumn<AddedLink>[] = [
    { title: name, holds: 'text', of: one => one.name },
    { title: phone, holds: 'text', of: one => one.phone },
    { title: address, holds: 'text', of: one => one.address },
    { title: note, holds: 'text', of: () => words.value.linkNote },
  ]
  return saveList(listOut(words.value.linkFile, addedLinks.value, fields))
}
