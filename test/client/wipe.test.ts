import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { wipeIfLost } from '../../client/core/wipe.ts'

/** What the browser does with a database: how opening and deleting end. */
interface Fate { readonly open: 'absent' | 'empty' | 'damaged' | 'unreadable', readonly remove?: 'done' | 'fails' | 'blocked' }
let fates: Record<string, Fate>
let removed: string[]
/** What the server was told was cleared. */
let told: object[]

class AskedOf extends EventTarget {
  result: unknown
  error: DOMException | null = null
  transaction: unknown = null
  ends(event: string, error?: string): void {
    if (error) this.error = new DOMException(error, error)
    queueMicrotask(() => this.dispatchEvent(new Event(event)))
  }
}
const absent = (asked: AskedOf) => {
  asked.transaction = { abort: () => asked.ends('error', 'AbortError') }
  asked.ends('upgradeneeded')
}
const opened = (damaged: boolean) => ({
  objectStoreNames: ['queue'],
  close: () => {},
  addEventListener: () => {},
  count: async () => damaged ? Promise.reject(new DOMException('x', 'UnknownError')) : 2,
  clear: async () => {},
})

beforeEach(() => {
  localStorage.clear()
  removed = []
  told = []
  for (const one of ['IDBDatabase', 'IDBObjectStore', 'IDBIndex', 'IDBCursor', 'IDBTransaction']) vi.stubGlobal(one, class {})
  vi.stubGlobal('IDBRequest', AskedOf)
  vi.stubGlobal('indexedDB', {
    databases: async () => Object.keys(fates).map(name => ({ name })),
    open(name: string) {
      const asked = new AskedOf()
      const fate = fates[name]!.open
      if (fate === 'absent') {
        absent(asked)
      } else if (fate === 'unreadable') {
        asked.ends('error', 'UnknownError')
      } else {
        asked.result = opened(fate === 'damaged')
        asked.ends('success')
      }
      return asked
    },
    deleteDatabase(name: string) {
      const asked = new AskedOf()
      const fate = fates[name]!.remove
      if (fate === 'done') {
        removed.push(name)
        asked.ends('success')
      } else if (fate === 'blocked') {
        asked.ends('blocked')
      } else {
        asked.ends('error', 'UnknownError')
      }
      return asked
    },
  })
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit = {}) => {
    if (path.endsWith('/wiped')) told.push(JSON.parse(String(body)) as object)
    return Response.json(path.endsWith('/wipe') ? { person: 'p-vol-1' } : { ok: true })
  })
})
afterEach(() => void vi.unstubAllGlobals())

it('[AC12] a vault that cannot be read is deleted unread, one that is not there is nothing, and the others are counted', async () => {
  fates = {
    'yixian-sealed-p-vol-1': { open: 'empty' },
    'yixian-sealed-p-vol-1.second': { open: 'unreadable', remove: 'done' },
    'yixian-sealed-p-vol-1.third': { open: 'damaged', remove: 'done' },
    'yixian-p-vol-1': { open: 'absent' },
    'yixian-sealed-p-vol-10': { open: 'unreadable', remove: 'fails' },
  }
  expect(await wipeIfLost()).toEqual({ work: 2, photos: 0, drafts: 0 })
  expect(removed.sort()).toEqual(['yixian-sealed-p-vol-1.second', 'yixian-sealed-p-vol-1.third'])
  expect(told).toHaveLength(1)
})

it('[F85] [AC12] base maps and files that the device keeps are cleared too', async () => {
  fates = {}
  const kept = new Set(['yixian-1-volunteer-phone', 'yixian:tiles'])
  vi.stubGlobal('caches', { keys: async () => [...kept], delete: async (name: string) => kept.delete(name) })
  await wipeIfLost()
  expect([...kept]).toEqual([])
})

it.each(['fails', 'blocked'] as const)('[AC12] nothing is told to the server while a vault stays (%s); the rest is cleared, counted once, and told when all is gone', async (remove) => {
  fates = { 'yixian-sealed-p-vol-1': { open: 'empty' }, 'yixian-sealed-p-vol-1.second': { open: 'unreadable', remove } }
  localStorage.setItem('yixian:draft:p-vol-1:reportIssue', 'x')
  await expect(wipeIfLost()).rejects.toThrow()
  expect([told, localStorage.getItem('yixian:draft:p-vol-1:reportIssue')]).toEqual([[], null])
  fates = { 'yixian-sealed-p-vol-1': { open: 'absent' }, 'yixian-sealed-p-vol-1.second': { open: 'unreadable', remove: 'done' } }
  await wipeIfLost()
  expect([told, removed]).toEqual([[{ work: 2, photos: 0, drafts: 1 }], ['yixian-sealed-p-vol-1.second']])
})

it('[AC12] only the person\'s own drafts are cleared and counted: not those of one whose id begins with theirs, nor those of another about them', async () => {
  fates = {}
  const own = ['yixian:draft:p-vol-1:reportIssue', 'yixian:draft:p-vol-1.second:reportIssue~2', 'yixian:held:yixian:draft:p-vol-1:reportIssue', 'yixian:care-done:p-vol-1']
  const others = ['yixian:draft:p-vol-10:reportIssue', 'yixian:draft:p-coord-1:account:p-vol-1', 'yixian:held:yixian:draft:p-coord-1:account:p-vol-1', 'yixian:care-done:p-vol-10.second']
  for (const name of [...own, ...others]) localStorage.setItem(name, 'x')
  expect(await wipeIfLost()).toEqual({ work: 0, photos: 0, drafts: 2 })
  expect(Object.keys(localStorage).sort()).toEqual(others.sort())
})
