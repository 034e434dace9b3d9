import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { keepers, planners } from './roles.ts'

const at = { township: 'north', lng: 110, lat: 21 }

export const calls = {
  addPlace: { place: 'p9', name: 'x', kind: 'school', ...at },
  importPlaces: { places: [{ place: 'p9', name: 'x', kind: 'school', ...at }] },
  editPlace: { place: 'p1', set: { name: 'y' }, base: { name: 'North school' } },
  movePlace: { place: 'p1', set: { lng: 111 }, base: { lng: 110 } },
  retirePlace: { place: 'p1' },
  restorePlace: { place: 'p2' },
  withdrawPlaces: { places: ['p1'] },
  restorePlaces: { places: ['p2'] },
  cutPlaceKeys: { keys: [{ place: 'p1', key: 'a'.repeat(64) }] },
  voidPlaceCode: { place: 'p4' },
  editTownship: { township: 'north', set: { phone: '6600001' }, base: { phone: '' } },
  rememberWords: { words: [{ id: 'w9', of: 'kind', word: '小学', means: 'school' }] },
  recordBaseline: { list: 'u9', kind: 'school', scope: 'north', source: 'x', names: [{ name: 'x', township: 'north' }], from: 0 },
  withdrawBaseline: { list: 'u1' },
  restoreBaseline: { list: 'u1' },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  addPlace: keepers,
  importPlaces: keepers,
  editPlace: keepers,
  movePlace: keepers,
  retirePlace: keepers,
  restorePlace: keepers,
  withdrawPlaces: keepers,
  restorePlaces: keepers,
  cutPlaceKeys: ['system'],
  voidPlaceCode: planners,
  editTownship: planners,
  rememberWords: ['coordinator', 'inspector', 'officer', 'unit', 'admin'],
  recordBaseline: planners,
  withdrawBaseline: planners,
  restoreBaseline: planners,
} satisfies Partial<Record<CommandName, readonly Role[]>>
