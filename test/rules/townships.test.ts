import { expect, it } from 'vitest'
import { visible } from '../../shared/core/sight.ts'
import { after, board, make, when, who } from '../support/given.ts'

const edit = { township: 'north', set: { leader: 'head of the town', phone: '0759-6600001' }, base: { leader: '', phone: '' } }

it('[PL4] a township\'s contact is set by headquarters and its own officers; two people who change one field are asked', () => {
  const card = after('townshipCard', board(), who.officer, 'editTownship', edit)
  expect(card).toMatchObject({ id: 'north', township: 'north', leader: 'head of the town', phone: '0759-6600001', by: 'olaf' })
  const on = board({ townshipCard: [card] })
  expect(after('townshipCard', on, who.coordinator, 'editTownship', { township: 'north', set: { phone: '2' }, base: { phone: '0759-6600001' } })).toMatchObject({ leader: 'head of the town', phone: '2' })
  expect(when(on, who.coordinator, 'editTownship', { ...edit, set: { phone: '3' }, base: { phone: '' } })).toBe('conflict')
  expect(when(board(), { ...who.officer, township: 'south' }, 'editTownship', edit)).toBe('outside_area')
  expect(when(board(), who.coordinator, 'editTownship', { ...edit, township: 'nowhere' })).toBe('invalid')
  expect(['staff', 'township:north', 'township:south', 'unit:health', 'viewer', 'volunteer'].filter(audience => visible(audience, 'townshipCard', make('townshipCard', {})))).toEqual(['staff', 'township:north', 'unit:health'])
})
