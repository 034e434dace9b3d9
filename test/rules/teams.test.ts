import { describe, expect, it } from 'vitest'
import { hasReported, silentTeams } from '../../shared/inspections/planning.ts'
import { after, board, facts, hour, noon, outcome, when, who } from '../support/given.ts'

const eight = Array.from({ length: 8 }, (_, i) => ({ id: `t${i + 1}`, no: i + 1, name: `Team ${i + 1}`, leader: `l${i + 1}`, members: [`l${i + 1}`], townships: i === 1 ? ['north'] : [] }))
const day = '2030-05-06'

describe('[T1] a team', () => {
  it('[F04] has a leader, members, a vehicle, a duty phone and its townships', () => {
    const team = after('team', board(), who.coordinator, 'formTeam', { team: 't9', no: 9, name: 'Ninth', leader: 'zoe', members: ['tom'], vehicle: 'van', phone: '120', townships: ['north'] })
    expect(team).toEqual({ id: 't9', no: 9, name: 'Ninth', leader: 'zoe', members: ['zoe', 'tom'], vehicle: 'van', phone: '120', townships: ['north'] })
  })

  it('[T1] takes no number, person or township of another team', () => {
    const given = board({ team: eight })
    const form = (more: object) => when(given, who.coordinator, 'formTeam', { team: 't9', no: 9, name: 'Ninth', leader: null, ...more })
    for (const taken of [{ no: 3 }, { leader: 'l3' }, { members: ['l3'] }, { townships: ['north'] }]) expect(form(taken)).toBe('other_team')
    expect(form({ townships: ['west'] })).toBe('invalid')
    expect(form({ townships: ['south', 'south'] })).toHaveLength(1)
    expect(when(given, who.coordinator, 'editTeam', { team: 't1', set: { members: ['l2'] }, base: { members: ['l1'] } })).toBe('other_team')
    expect(after('team', given, who.coordinator, 'editTeam', { team: 't1', set: { leader: 'new' }, base: { leader: 'l1' } }).members).toEqual(['new', 'l1'])
  })
})

describe('[T2] a township moves', () => {
  const given = board({
    team: eight,
    inspection: [
      { id: 'old', day: '2030-05-05', team: 't2' },
      { id: 'now', day, team: 't2' },
      { id: 'begun', day, team: 't2', state: 'onSite' },
      { id: 'south', day, team: 't2', township: 'south' },
      { id: 'theirs', day, team: 't5', township: 'south', order: 4 },
    ],
  })

  it('[F04] [T2] moves from team 2 to team 5 in one act: both teams change, and its open plans move with it', () => {
    const changes = outcome(given, who.coordinator, 'moveTownship', { township: 'north', from: 't2', to: 't5' }) as { kind: string, id: string, value: object }[]
    expect(changes.map(one => one.id).sort()).toEqual(['now', 't2', 't5'])
    expect(changes.find(one => one.id === 't2')!.value).toMatchObject({ townships: [] })
    expect(changes.find(one => one.id === 't5')!.value).toMatchObject({ townships: ['north'] })
    expect(changes.find(one => one.id === 'now')!.value).toMatchObject({ team: 't5', order: 5 })
  })

  it('[T2] only from its present team, and to another', () => {
    for (const [from, to] of [['t3', 't5'], ['t2', 't2'], [null, 't5']] as const) {
      expect(when(given, who.coordinator, 'moveTownship', { township: 'north', from, to })).toBe('illegal_step')
    }
    expect(when(given, who.coordinator, 'moveTownship', { township: 'west', from: 't2', to: 't5' })).toBe('invalid')
    expect(after('team', given, who.coordinator, 'moveTownship', { township: 'south', from: null, to: 't5' }).townships).toEqual(['south'])
  })
})

describe('[T8] nothing today', () => {
  const mine = { ...who.inspector, id: 'l1' }
  const sign = (given: ReturnType<typeof board>, more: object = {}) => when(given, mine, 'signZeroReport', { day, team: 't1', ...more })

  it('[F78] is a signed act of the team, once, for a day that has begun', () => {
    expect(after('dayReport', board({ team: eight }), mine, 'signZeroReport', { day, team: 't1' })).toMatchObject({ id: `${day}_t1`, signedBy: 'l1', at: noon })
    expect(sign(board({ team: eight }), { team: 't2' })).toBe('other_team')
    expect(sign(board({ team: eight }), { day: '2030-05-07' })).toBe('invalid')
    expect(sign(board({ team: eight, dayReport: [{ id: `${day}_t1` }] }))).toBe('already_signed')
    for (const role of ['coordinator', 'admin', 'officer', 'overseer'] as const) expect(when(board({ team: eight }), who[role], 'signZeroReport', { day, team: 't1' })).toBe('forbidden')
  })

  it('[F78] [T8] is refused where something was found', () => {
    const found = board({ team: eight, inspection: [{ id: 'v1', day, team: 't1', state: 'done' }], issue: [{ id: 'i1', inspection: 'v1' }] })
    expect(sign(found)).toBe('not_clean')
    expect(sign(board({ team: eight, inspection: [{ id: 'v1', day, team: 't1', state: 'done' }] }))).toBeInstanceOf(Array)
  })

  it('[F78] after the day\'s end exactly the teams without report and without zero report are listed', () => {
    const given = board({
      team: eight,
      inspection: [{ id: 'v1', day, team: 't1', state: 'done' }, { id: 'v2', day, team: 't2', state: 'onSite' }, { id: 'v3', day: '2030-05-05', team: 't3', state: 'done' }],
      dayReport: [{ id: `${day}_t4`, team: 't4' }],
    })
    const end = Date.parse('2030-05-06T18:00:00Z')
    expect(silentTeams(given, day, end - 1, facts)).toEqual([])
    expect(silentTeams(given, day, end, facts).map(team => team.no)).toEqual([2, 3, 5, 6, 7, 8])
    expect(silentTeams(given, '2030-05-07', end + 2 * hour, facts)).toEqual([])
    expect([hasReported(given, day, 't1'), hasReported(given, day, 't4'), hasReported(given, day, 't5')]).toEqual([true, true, false])
  })
})
