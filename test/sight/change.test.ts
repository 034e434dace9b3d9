import type { Kind } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { inArea } from '../../shared/core/sight.ts'
import { letters, readers } from './readers.ts'
import { cases } from './records.ts'

/** What an officer and a unit may change: for each kind, the sorts in `records.ts`. They may not change a kind that is not listed. */
const may: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  counter: { hidden: 'ONUC' },
  place: { own: 'O', neighbour: 'N' },
  issue: { own: 'OU', neighbour: 'NC' },
  post: { own: 'O', neighbour: 'N' },
  shift: { own: 'O', neighbour: 'N' },
  crew: { own: 'ON' },
  shortage: { own: 'OUC', neighbour: 'NUC' },
  stock: { own: 'OUC', neighbour: 'NUC' },
  move: { own: 'OUC', neighbour: 'NUC' },
  delivery: { own: 'OUC', between: 'ONUC', neighbour: 'NUC' },
  pledge: { own: 'OUC', neighbour: 'NUC' },
  headcount: { own: 'OUC', neighbour: 'NUC' },
  marketDay: { own: 'OUC', neighbour: 'NUC' },
  baseline: { own: 'O', neighbour: 'N' },
  fulfilment: { own: 'OU', neighbour: 'N' },
  grid: { own: 'O', neighbour: 'N' },
  reopening: { own: 'OU', neighbour: 'NC' },
  selfReport: { own: 'OU', neighbour: 'NC' },
  workPlan: { own: 'OU', neighbour: 'NC' },
  sampling: { own: 'OU', neighbour: 'N' },
  tube: { own: 'OU', neighbour: 'N' },
  quarantine: { own: 'O', neighbour: 'N' },
  batch: { own: 'O', neighbour: 'N' },
  transfer: { own: 'OU', neighbour: 'NC' },
  exposure: { own: 'OU', neighbour: 'NC' },
  townshipCard: { own: 'O', neighbour: 'N' },
  listWord: { hidden: 'ONUC' },
  bulletin: { own: 'ONUC' },
  correction: { own: 'O', neighbour: 'N' },
  slip: { own: 'O', neighbour: 'N' },
  table: { own: 'O', colleagues: 'O' },
  notice: { unit: 'NU', township: 'ON', role: 'O', person: 'O', place: 'N', grid: 'GN', neighbour: 'N' },
}

it('[C4] [C5] an officer changes records of their township, a unit changes its own, a grid worker their notices, a viewer nothing', () => {
  const wrong: string[] = []
  for (const letter of letters.filter(one => 'ONUCVG'.includes(one))) {
    for (const { kind, sort, record } of cases({})) {
      const should = may[kind]?.[sort]?.includes(letter) ?? false
      if (inArea({ id: letter, ...readers[letter] }, kind, record) !== should) wrong.push(`${letter} ${should ? 'may not' : 'may'} change ${kind}/${sort}`)
    }
  }
  expect(wrong).toEqual([])
})
