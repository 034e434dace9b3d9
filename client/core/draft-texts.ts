import { draftPrefix } from './kept.ts'

/** The drafts on this device: sealed in its storage, and open in the memory of this page, where a form finds them at once. */

/** The texts of sealed drafts, by slot. */
export const texts = new Map<string, string>()
/** A sealed draft is written as base64, and an unsealed one as JSON. */
export const isPlain = (kept: string): boolean => kept.startsWith('{')

/** Null if there is none, or none that can be read. */
export function draftText(slot: string): string | null {
  const kept = localStorage.getItem(slot)
  return kept === null || isPlain(kept) ? kept : texts.get(slot) ?? null
}

/** All drafts that this page can read. */
export const draftTexts = (): readonly string[] => Object.keys(localStorage).filter(key => key.startsWith(draftPrefix)).map(slot => draftText(slot) ?? '')
