import type { Seal } from '../sync/seal.ts'
import { isPlain, texts } from './draft-texts.ts'

/** Seals drafts on their way into storage, and opens them once. */

let seal: Seal | null = null

/** Opens the drafts whose names begin so, seals those of an earlier version, and follows what other pages write. */
export async function openDrafts(prefix: string, by: Seal | null): Promise<void> {
  seal = by
  await Promise.all(Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(async (slot) => {
    const kept = localStorage.getItem(slot) ?? ''
    await read(slot, kept)
    // A full device keeps it as it is.
    if (seal && isPlain(kept)) await keepDraft(slot, kept).catch(() => {})
  }))
  window.addEventListener('storage', ({ key, newValue }) => key?.startsWith(prefix) && void read(key, newValue))
}

/** A damaged draft stays where it is and is not shown. */
async function read(slot: string, kept: string | null): Promise<void> {
  if (kept === null) return void texts.delete(slot)
  const text = isPlain(kept) ? kept : await open(kept).catch(() => null)
  if (text !== null) texts.set(slot, text)
}

/** Resolves when the draft is on the device. Of texts that follow quickly, the last one stays. Throws if the device is full. */
export async function keepDraft(slot: string, text: string): Promise<void> {
  if (!seal) return localStorage.setItem(slot, text)
  texts.set(slot, text)
  const kept = await close(seal, text)
  if (texts.get(slot) === text) localStorage.setItem(slot, kept)
}

export function dropDraft(slot: string): void {
  texts.delete(slot)
  localStorage.removeItem(slot)
}

async function close(by: Seal, text: string): Promise<string> {
  const box = await by.close({ text })
  if (!('sealed' in box)) return text
  return btoa([...box.iv, ...new Uint8Array(box.sealed)].map(byte => String.fromCharCode(byte)).join(''))
}

async function open(kept: string): Promise<string> {
  const bytes = Uint8Array.from(atob(kept), one => one.charCodeAt(0))
  if (!seal) throw new Error('sealed, and there is no key')
  return (await seal.open<{ text: string }>({ iv: bytes.slice(0, 12), sealed: bytes.slice(12).buffer })).text
}
