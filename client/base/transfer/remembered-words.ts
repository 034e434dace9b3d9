import type { Records } from '../../../shared/records.ts'
import { plainWord } from '../../../shared/transfer/county-words.ts'
import { hash } from '../../../shared/transfer/plain-name.ts'
import { records } from '../../core/board.ts'
import { dispatch, objection } from '../../core/dispatch.ts'

/** The meaning a person gave to a word. An empty id leaves out its rows, in this list only. */
export interface Answer { readonly of: string, readonly word: string, readonly id: string }
type Of = Records['listWord']['of']

/** The lists of which the county remembers words, on the board. Words of lists of people who need care are not among them. */
export const kept: readonly string[] = ['kind', 'township', 'skills', 'item', 'where'] satisfies readonly Of[]

/** The id that each plain word means, as the county remembers it. */
export const remembered = (of: string): ReadonlyMap<string, string> => new Map(records('listWord').filter(one => one.of === of).map(({ word, means }) => [word, means] as const))

/** Remembers each answer the rules accept. A refused answer, such as a training given as a skill, applies to this list only. */
export async function remember(answers: readonly Answer[]): Promise<void> {
  const words = answers.filter(({ of, id }) => id !== '' && kept.includes(of)).map(({ of, word, id: means }) => {
    const plain = plainWord(word)
    return { id: `w-${hash(`${of}|${plain}`, 5)}${hash(`${of}|${plain}`, 6)}`, of: of as Of, word: plain, means }
  })
  const good = words.filter(one => !objection('rememberWords', { words: [one] })).slice(0, 100)
  if (good.length) await dispatch('rememberWords', { words: good })
}
