import { expect, it } from 'vitest'
import { open, ready } from '../../client/core/board.ts'
import { county as current, me } from '../../client/core/session.ts'
import { useMeeting } from '../../client/inspections/meeting/meeting.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

it('[F04] today and tomorrow can be planned at any hour; another day cannot', () => {
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  open({ replica: new Replica({ rules, actor: who.coordinator, facts }), vault: { photos: async () => [], draft: async () => undefined, keepDraft: async () => {} } as never, line: {} as never })
  ready.value = true
  const { days, about } = useMeeting()
  expect(days).toContain(about)
  expect(new Set(days).size).toBe(2)
  expect(days.map(day => useMeeting(day).about)).toEqual(days)
  expect(useMeeting('2001-01-01').about).toBe(about)
})
