import * as v from 'valibot'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { Id, NewId, Note, Title } from '../../shared/core/fields.ts'
import { cleaned, clip, line, prose } from '../../shared/core/text.ts'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'

const point = (...codes: number[]) => String.fromCodePoint(...codes)
/** What nobody sees, and what turns the reading direction. */
const unseen = {
  'NUL': point(0),
  'escape': point(0x1B),
  'a C1 control': point(0x9B),
  'half a surrogate': '\uD83D',
  'the other half': '\uDE37',
  'a noncharacter': point(0xFFFE),
  'a noncharacter of another plane': point(0x1FFFF),
  'an override': point(0x202E),
  'an embedding': point(0x202A),
  'an isolate without its end': point(0x2067),
  'a right-to-left mark': point(0x200F),
  'a zero-width space': point(0x200B),
  'a word joiner': point(0x2060),
  'a byte order mark': point(0xFEFF),
  'a soft hyphen': point(0xAD),
  'a hidden tag': point(0xE0041),
  'a Hangul filler': point(0x3164),
  'an annotation mark': point(0xFFF9),
  'a joiner that joins nothing': point(0x200D),
}

it.each(Object.entries(unseen))('[TX1] %s is taken out, alone it is an empty text, and a title of it is refused', (_, mark) => {
  expect([line(`卡${mark}点`), prose(`卡${mark}点`)]).toEqual(['卡点', '卡点'])
  expect([line(mark), prose(`${mark} \n${mark}`)]).toEqual(['', ''])
  expect(v.safeParse(Title, ` ${mark}${mark} `).success).toBe(false)
})

it('[TX1] visible characters stay as they are written', () => {
  const shown = ['<i>"&\'`', '陈家村 3 号，二楼', 'Żółć ñ é', '👩‍⚕️👨‍👩‍👧', '❤️', '🏳️‍🌈', point(0x845B, 0xE0100), 'עברית', 'می‌خواهم', point(0x20000), '=1+1', '@x', '__proto__']
  for (const text of shown) expect([line(text), prose(text)]).toEqual([text, text])
  expect(line('   ')).toBe('')
  expect(line('　 ')).toBe('')
  expect(line(point(0x2800))).toBe('')
})

it('[TX2] a new line stays in what has several lines, and is a space in what has one, whichever character makes it', () => {
  for (const end of ['\n', '\r\n', '\r', '\v', '\f', point(0x85), point(0x2028), point(0x2029)]) {
    expect(v.parse(Note, `one${end}two`)).toBe('one\ntwo')
    expect(v.parse(Title, `one ${end} two`)).toBe('one two')
  }
  expect(prose('a\n\n\tb')).toBe('a\n\n b')
})

it('[TX1] cleaning a clean text changes nothing', () => {
  for (const mark of Object.values(unseen)) {
    for (const text of [`a${mark}b`, `${mark}👩${mark}‍⚕`, `a \n ${mark} \r b`]) {
      expect(line(line(text))).toBe(line(text))
      expect(prose(prose(text))).toBe(prose(text))
    }
  }
  expect(cleaned({ title: 'a\vb', list: [{ name: `x${point(0)}` }], no: 1, none: null })).toEqual({ title: 'a\nb', list: [{ name: 'x' }], no: 1, none: null })
})

it('[TX3] the characters of a line are counted as people see them, and a text is never cut within one', () => {
  expect(v.safeParse(Title, '😷'.repeat(80)).success).toBe(true)
  expect(v.safeParse(Title, '👨‍👩‍👧'.repeat(80)).success).toBe(true)
  expect(v.safeParse(Title, '😷'.repeat(81)).success).toBe(false)
  expect(v.safeParse(Title, `e${'\u0301'.repeat(1000)}`).success).toBe(false)
  expect(clip('😷'.repeat(41), 80)).toBe('😷'.repeat(40))
  expect(clip(`x${'😷'.repeat(41)}`, 80)).toBe(`x${'😷'.repeat(39)}`)
  expect(clip('short', 80)).toBe('short')
})

it('[TX4] no id is a name that every object has', () => {
  for (const id of ['__proto__', 'constructor', 'prototype']) {
    for (const schema of [Id, NewId]) expect(v.safeParse(schema, id).success).toBe(false)
  }
  expect(v.safeParse(Id, '__proto__2').success).toBe(true)
})

type Schema = v.GenericSchema & { readonly [key: string]: unknown }

/** Every schema of a text within this one, with the way to it. */
function texts(schema: Schema, way: string): [string, Schema][] {
  const inside = (one: unknown, key: string) => texts(one as Schema, `${way}.${key}`)
  if (schema.type === 'string') return [[way, schema]]
  return [
    ...Object.entries((schema.entries ?? {}) as object).flatMap(([key, one]) => inside(one, key)),
    ...(schema.wrapped ? texts(schema.wrapped as Schema, way) : []),
    ...(schema.item ? inside(schema.item, '[]') : []),
    ...((schema.items ?? []) as unknown[]).flatMap((one, i) => inside(one, String(i))),
    ...(schema.type === 'record' ? [...inside(schema.key, 'key'), ...inside(schema.value, 'value')] : []),
  ]
}

const fields = [
  ...kinds.flatMap(kind => texts(schemas[kind] as unknown as Schema, kind)),
  ...Object.entries(commands).flatMap(([name, { args }]) => texts(args as unknown as Schema, name)),
]

it('[TX1] every text of every record and command is cleaned by the rule, or takes nothing that would need it', () => {
  expect(fields.length).toBeGreaterThan(300)
  const dirty = `a${Object.values(unseen).join('b')}\v__proto__`
  const left = fields.flatMap(([way, schema]) => {
    const read = v.safeParse(schema, dirty)
    return read.success && read.output !== prose(dirty) && read.output !== line(dirty) ? [way] : []
  })
  expect(left).toEqual([])
})
