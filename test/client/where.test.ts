import { expect, it } from 'vitest'
import { atFix, atPlace, nowhere, positionOrTownship, townshipAt } from '../../client/base/forms/where.ts'
import { county as current } from '../../client/core/session.ts'
import { county } from '../support/county.ts'
import { make } from '../support/given.ts'

const school = make('place', { id: 'p1', township: 'north', lng: 110, lat: 21.6 })
/** Metres north of the school. */
const off = (metres: number, accuracy: number) => ({ lng: 110, lat: 21.6 + metres / 111_195, accuracy })

it('[F24] a position chooses the nearest place within 300 m, if it is measured as exactly', () => {
  expect(atFix(off(200, 30), [school], nowhere())).toMatchObject({ place: 'p1', township: 'north', source: 'gps', accuracy: 30 })
  expect(atFix(off(400, 30), [school], nowhere())).toMatchObject({ place: null, township: '', source: 'gps' })
  for (const metres of [1600, 200, 0]) expect(atFix(off(metres, 3000), [school], nowhere()), `${metres} m`).toMatchObject({ place: null, township: '', accuracy: 3000 })
})

it('[F24] the place that a person chooses keeps an exact position near it, and replaces an inexact or distant one', () => {
  const from = (metres: number, accuracy: number) => atPlace(school, atFix(off(metres, accuracy), [], nowhere()))
  expect(from(100, 30)).toMatchObject({ place: 'p1', source: 'gps', accuracy: 30 })
  for (const [metres, accuracy] of [[100, 3000], [1600, 3000], [400, 30]] as const) expect(from(metres, accuracy)).toMatchObject({ place: 'p1', lng: 110, lat: 21.6, source: 'place', accuracy: null })
})

it('[F24] a street takes the township of the nearest place in use, and none from a position of ±3 km', () => {
  const south = make('place', { id: 'p2', township: 'south', lng: 110, lat: 21.61 })
  expect(townshipAt(off(700, 30), [school, south])).toBe('south')
  expect(townshipAt(off(700, 30), [school, { ...south, retired: true }])).toBe('north')
  expect(townshipAt(off(0, 3000), [school, south])).toBeUndefined()
  expect(townshipAt(off(0, 30), [])).toBeUndefined()
})

it('[F24] [F84] a report without a position stands at the label of its township as approximate; one that has a position keeps it, and without a township there is none', () => {
  current.value = county
  const [north] = county.townships
  const [lng, lat] = north!.label
  expect(positionOrTownship({ ...nowhere(), township: north!.code })).toEqual({ place: null, township: north!.code, lng, lat, accuracy: null, source: 'approximate' })
  expect(positionOrTownship(atFix(off(0, 30), [], { ...nowhere(), township: north!.code }))).toMatchObject({ lng: 110, lat: 21.6, source: 'gps' })
  expect(positionOrTownship(nowhere()).lng).toBeNaN()
})
