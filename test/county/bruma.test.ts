import type { Kind } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { instant, numberOfDay } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { parts } from '../../shared/core/left-out.ts'
import { metresOutside } from '../../shared/core/outline.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { inside } from '../../shared/core/ring.ts'
import { folder } from '../../shared/county/bruma/index.ts'
import { folder as lianjiang } from '../../shared/county/lianjiang/index.ts'

const { county, drill } = folder
const facts = factsOf(county)
const hour = 3_600_000
/** In summer time, and on the night when it ends: an hour comes twice. */
const moments = { 'a summer morning': instant(numberOfDay('2026-01-15'), 10.25 * 60, county.timeZone), 'the day on which summer time ends': instant(numberOfDay('2026-04-05'), 12 * 60, county.timeZone), 'just after midnight': instant(numberOfDay('2026-07-01'), 5, county.timeZone) }

function play(now: number, seed = 7) {
  const tale = drill!(now, seed)
  const people = new Map(tale.people.map(person => [person.id, person]))
  const board = new Board()
  for (const { actor, at, command } of tale.steps) {
    for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
  }
  return { tale, board, people }
}

describe.each(Object.entries(moments))('[F95] the drill of the second county, told on %s', (_, now) => {
  const { board, tale } = play(now)

  it('passes the same rules: 46 issues, 15 of them followed, and nothing later than now', () => {
    const issues = [...board.all('issue')]
    expect([issues.length, issues.filter(one => one.state !== 'closed').length]).toEqual([46, 15])
    expect(tale.steps.every(({ at }) => at <= now)).toBe(true)
    expect([...board.all('shift')].some(one => one.claimedBy.length && one.startsAt > now - 24 * hour)).toBe(true)
  })

  it('has every place on land, in its own commune', () => {
    for (const { name, lng, lat, township } of board.all('place')) {
      expect(metresOutside({ lng, lat }, facts.outline), name).toBe(0)
      const cell = county.cells.features.find(one => one.properties?.code === township)?.geometry
      expect(cell?.type === 'Polygon' && inside([lng, lat], cell.coordinates[0] as [number, number][]), name).toBe(true)
    }
  })
})

it('[F95] nothing of the second county is of the first: words, areas, kinds, rules, clock', () => {
  const ids = (one: typeof county) => [one.townships.map(({ code }) => code), one.aspects.map(({ id }) => id), one.units.map(({ id }) => id), one.requirements.map(({ rule }) => rule), Object.keys(one.checklists), one.skills.map(({ zh }) => zh)]
  const [here, there] = [ids(county), ids(lianjiang.county)]
  // Supplies are short of things everywhere, and health is everybody's office.
  here.forEach((names, i) => expect(names.filter(name => there[i]!.includes(name) && !['supplies', 'health'].includes(name)), String(i)).toEqual([]))
  expect(county.timeZone).not.toBe(lianjiang.county.timeZone)
  expect(county.office.locale).not.toBe(lianjiang.county.office.locale)
  expect(JSON.stringify(county.rules)).not.toBe(JSON.stringify(lianjiang.county.rules))
})

it('[F95] its lists name only what it has', () => {
  const kinds = new Set(county.placeKinds.map(({ id }) => id))
  const aspects = new Set(county.aspects.map(({ id }) => id))
  const units = new Set([...county.units.map(({ id }) => id), 'township'])
  for (const kind of [...county.sweptKinds, ...county.guardedKinds, ...county.recoveryKinds, ...county.requirements.flatMap(one => one.kinds), ...Object.keys(county.checklists)]) expect(kinds, kind).toContain(kind)
  for (const item of Object.values(county.checklists).flatMap(({ items }) => items)) expect(aspects, item.id).toContain(item.aspect)
  for (const { kind, aspect, unit } of county.routes) {
    expect(units).toContain(unit)
    if (kind) expect(kinds).toContain(kind)
    if (aspect) expect(aspects).toContain(aspect)
  }
})

describe('[F95] [PT1] a part that a county leaves out', () => {
  const { board, people } = play(moments['a summer morning'])
  const now = moments['a summer morning']
  const place = [...board.all('place')][0]!.id
  const given: Readonly<Record<keyof typeof parts, readonly [actor: string, name: string, args: object]>> = {
    testing: ['p-head-1', 'openRound', { round: 'r-1', name: 'Round', targets: [{ township: 'BR-NO', people: 100 }], endsAt: now + hour }],
    quarantine: ['p-head-1', 'setRooms', { place, rooms: ['1'] }],
    exposure: ['p-head-1', 'markExposure', { exposure: 'e-1', place, from: now - hour, until: now, origin: 'tracing', reason: 'x' }],
    recovery: ['p-head-1', 'registerRecovery', { places: [place], running: true }],
    market: ['p-head-1', 'recordPrices', { place, day: '2026-01-15', staples: { rice: { price: 1, stock: 'ample' } } }],
  }

  it.each(Object.entries(given))('%s: nobody makes its records', (part, [actor, name, args]) => {
    expect(county.leftOut).toEqual(expect.arrayContaining([...parts[part as keyof typeof parts]]))
    expect(() => decide(board, { id: part, name, args }, { actor: people.get(actor)!, now, real: now, facts })).toThrow(Rejection)
  })

  it('is refused even where the lists of the county would allow it', () => {
    const generous = { ...facts, recoveryKinds: facts.placeKinds }
    const open = (leftOut: readonly Kind[]) => decide(board, { id: 'r', name: 'registerRecovery', args: { places: [place], running: true } }, { actor: people.get('p-head-1')!, now, real: now, facts: { ...generous, leftOut } })
    expect(open([]).map(({ kind }) => kind)).toContain('reopening')
    expect(() => open(parts.recovery)).toThrow('left_out')
  })
})
