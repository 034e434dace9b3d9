import { describe, expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { dayOf } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { metres } from '../../shared/core/distance.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { routeOf, silentTeams } from '../../shared/inspections/planning.ts'

const facts = factsOf(folder.county)
const midnight = Date.parse('2026-05-23T00:00:00+08:00')
const hour = 3_600_000

describe.each([0.1, 3, 16.7, 21.5, 23.9])('the drill of the teams, told at %s o\'clock', (hours) => {
  const now = midnight + hours * hour
  const tale = folder.drill!(now, 506)
  const board = new Board()
  const people = new Map(tale.people.map(person => [person.id, person]))
  for (const { actor, at, command } of tale.steps) {
    for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
  }
  const teams = [...board.all('team')]

  it('[F04] eight teams, each with a leader, three members, a vehicle and a phone; the 21 townships are divided among them', () => {
    expect(teams.map(team => team.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    for (const team of teams) expect([team.members.length, team.members[0] === team.leader, Boolean(team.vehicle && team.phone)]).toEqual([3, true, true])
    expect(teams.flatMap(team => team.townships).sort()).toEqual([...facts.townships].sort())
  })

  it('[F08] each of the eighteen days has a focus, which the eight teams have read', () => {
    expect([...board.all('briefing')].filter(one => one.day <= '2026-05-23')).toHaveLength(18)
    expect(board.get('briefing', '2026-05-23')).toMatchObject({ focus: '养老院核酸频次' })
    expect(board.get('briefing', '2026-05-23')!.readBy).toHaveLength(8)
  })

  it('[F22] every team has a route today, most of it unannounced, and stands at its first stop', () => {
    for (const team of teams) {
      const planned = routeOf(board, dayOf(now, facts.timeZone), team.id).filter(one => one.id.startsWith('v-plan-'))
      expect(planned.length).toBeGreaterThanOrEqual(4)
      expect(planned[0]!.checkIn).not.toBe(null)
      expect(planned.filter(one => one.unannounced).length).toBeGreaterThan(planned.length / 2)
      expect(planned.every(one => team.townships.includes(one.township))).toBe(true)
      expect(planned.slice(1).reduce((sum, stop, i) => sum + metres(planned[i]!, stop), 0)).toBeLessThan(150_000)
    }
  })

  it('[F78] teams without visits signed a zero report; the one team that forgot is listed', () => {
    const day = (back: number) => dayOf(now - back * 24 * hour, facts.timeZone)
    expect([...board.all('dayReport')].length).toBeGreaterThan(3)
    const silent = Array.from({ length: 17 }, (_, i) => silentTeams(board, day(17 - i), now, facts).map(team => team.no))
    expect(silent.flat().every(no => no === 8)).toBe(true)
  })
})
