import { expect, it } from 'vitest'
import { after, board, when, who } from '../support/given.ts'

const word = { id: 'w1', of: 'kind', word: '敬老院', means: 'school' } as const

it('[F10] [IM4] what a word of a list means is confirmed once and remembered; confirmed anew, it means the new thing', () => {
  const once = after('listWord', board(), who.officer, 'rememberWords', { words: [word] })
  expect(once).toMatchObject({ word: '敬老院', means: 'school', by: 'olaf' })
  const known = board({ listWord: [once] })
  expect(when(known, who.coordinator, 'rememberWords', { words: [word] })).toEqual([])
  expect(after('listWord', known, who.coordinator, 'rememberWords', { words: [{ ...word, means: 'shop' }] })).toMatchObject({ means: 'shop', by: 'ann' })
})

it('[IM4] a word can only mean what the county has, and neither volunteers nor viewers say so', () => {
  expect(when(board(), who.coordinator, 'rememberWords', { words: [{ ...word, means: 'castle' }] })).toBe('invalid')
  for (const one of [who.volunteer, who.viewer]) expect(when(board(), one, 'rememberWords', { words: [word] })).toBe('forbidden')
})
