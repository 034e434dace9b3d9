import { inChinese } from '../core/language.ts'

/** Sentences as one paragraph: with a space between them in English, with none in Chinese. */
export const paragraph = (...sentences: readonly (string | false | null | undefined)[]): string => sentences.filter(Boolean).join(inChinese() ? '' : ' ')
