import { expect, it } from 'vitest'
import { board, make, when, who } from '../support/given.ts'

const places = ['a', 'b', 'c', 'd'].map(id => make('place', { id, retired: id === 'd' }))

it('[F10] [PL3] an import is taken back as a whole; what was inspected or has an issue since stays', () => {
  const given = board({ place: [...places.slice(0, 1), { ...places[1], inspectedAt: 1 }, ...places.slice(2)], issue: [{ id: 'i1', place: 'c' }] })
  const changes = when(given, who.coordinator, 'withdrawPlaces', { places: ['a', 'b', 'c', 'd', 'a'] })
  expect(changes).toMatchObject([{ kind: 'place', id: 'a', value: { retired: true } }])
})

it('[F10] [PL3] retired places come back by the same list', () => {
  expect(when(board({ place: places }), who.coordinator, 'restorePlaces', { places: ['a', 'd'] })).toMatchObject([{ id: 'd', value: { retired: false } }])
})

it('[PL3] an officer takes back only places of their township, and a unit none', () => {
  const given = board({ place: [{ id: 'a', township: 'south' }] })
  expect(when(given, who.officer, 'withdrawPlaces', { places: ['a'] })).toBe('outside_area')
  expect(when(given, who.unit, 'withdrawPlaces', { places: ['a'] })).toBe('forbidden')
})
