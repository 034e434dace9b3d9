import { withWords } from '../core/language.ts'

/** Copies a text, and says whether it did. */
export const copy = async (text: string): Promise<void> => (await withWords(import('./copied.ts'))).copied(text)
