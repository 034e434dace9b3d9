import type { PagePath } from '../../shared/pages.ts'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { audienceOf, seesAny, visible } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { mayOpen, pageNeeds } from '../../shared/pages.ts'
import { letters, readers } from './readers.ts'
import { cases } from './records.ts'

const who = (test: (letter: (typeof letters)[number]) => boolean) => letters.filter(test).join('')
const actor = (letter: (typeof letters)[number]) => ({ id: letter, ...readers[letter] })

/** Each page with the readers, by letter, who may open it. */
const open: Readonly<Record<PagePath, string>> = {
  '/': 'KAIRVONUCPGHJL',
  '/device': 'KAIRVONUCPGHJLWE',
  '/inbox': 'KAIRONUC',
  '/rechecks': 'KAIRVON',
  '/samples': 'KAIRV',
  '/letters': 'KAIRONUC',
  '/settled': 'KAIRVONUCHJL',
  '/issue/:id': 'KAIRVONUC',
  '/slip/:id': 'KAIRONUC',
  '/meeting': 'KAIR',
  '/routes': 'KAIR',
  '/coverage': 'KAIRVON',
  '/checklists': 'KAIR',
  '/posters': 'KAON',
  '/posts': 'KAON',
  '/posts/roster': 'KAON',
  '/crews': 'KAON',
  '/volunteers': 'KAON',
  '/calendar': 'KAIONHJLW',
  '/certificate/:person': 'KAIRVONHJL',
  '/supplies': 'KAIRVONUC',
  '/bulletins': 'KAIRVONUC',
  '/bulletin/:day': 'KAIRVONUC',
  '/bulletin/:day/rows': 'KAIRVONUC',
  '/tables': 'KAIRVONUC',
  '/replay': 'KAIRVONUC',
  '/register': 'KAIRVONUC',
  '/due': 'KAIRVONUCP',
  '/recovery': 'KAIRVONUCP',
  '/screens': 'KA',
  '/city': 'R',
  '/tokens': 'A',
  '/audit': 'AE',
  '/admin': 'A',
  '/reference': 'KA',
  '/rounds': 'KAIRVONUCP',
  '/quarantine': 'KAIRVONUCP',
  '/exposures': 'KAIRONUCP',
  '/requirements': 'KAIRVONUCP',
  '/care': 'KAONG',
  '/care/import': 'KON',
  '/care/log': 'KAR',
  '/care/plan/:id': 'KAR',
  '/incidents/destroyed': 'KAR',
  '/needs': 'KONG',
  '/help': 'KONG',
  '/help/poster': 'KONG',
  '/address': 'KAIRVONUC',
  '/reconcile': 'KAIRON',
  '/import': 'KAION',
  '/people': 'A',
  '/people/links': 'KAON',
  '/incidents': 'KAIRVONUCPGHJLWE',
  '/rules': 'KAIRVONUC',
}

const opens = (letter: (typeof letters)[number], path: string) => mayOpen(actor(letter), path, name => (commands[name].roles as readonly string[]).includes(readers[letter].role))

it('[SC9] each page opens for the roles that can use it, and a page without a rule for nobody', () => {
  for (const [path, seen] of Object.entries(open)) expect(who(letter => opens(letter, path)), path).toBe(seen)
  expect(Object.keys(pageNeeds).sort()).toEqual(Object.keys(open).sort())
  for (const path of ['/nothing', '/constructor', '']) expect(who(letter => opens(letter, path)), path).toBe('')
})

it('[SC9] who may open a page agrees with the rules of commands and of sight', () => {
  const table = cases({})
  // A notice can be for any role.
  for (const kind of kinds.filter(one => one !== 'notice')) {
    const seen = who(letter => table.some(one => one.kind === kind && visible(audienceOf(actor(letter)), kind, one.record)))
    expect(who(letter => seesAny(audienceOf(actor(letter)), kind)), kind).toBe(seen)
  }
  for (const [path, need] of Object.entries(pageNeeds)) {
    if (!('gives' in need)) continue
    for (const name of need.gives) expect(who(letter => opens(letter, path)), path).toBe(who(letter => (commands[name].roles as readonly string[]).includes(readers[letter].role)))
  }
})
