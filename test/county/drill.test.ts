import type { Issue } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { dayNumber } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { night, nightDay } from '../../shared/county/lianjiang/drill/shifts.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { onDutyAt, plannedId, worn } from '../../shared/duty/duty.ts'
import { fatigueOf } from '../../shared/duty/fatigue.ts'
import { nextAt } from '../../shared/issues/rechecks.ts'
import { overdue } from '../../shared/issues/steps.ts'

const { county, drill } = folder
const facts = factsOf(county)
const hour = 3_600_000
const day = 24 * hour
const midnight = Date.parse('2026-05-23T00:00:00+08:00')
const moments = { 'the mock\'s afternoon': 16.7, 'deep night': 3, 'just before midnight': 23.5, 'just after midnight': 0.4 }

function play(now: number, seed = 506) {
  const tale = drill!(now, seed)
  const people = new Map(tale.people.map(person => [person.id, person]))
  const board = new Board()
  for (const { actor, at, command } of tale.steps) {
    for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
  }
  return { tale, board, issues: [...board.all('issue')] }
}

const nightShift = (now: number) => plannedId('g-liangdong', dayNumber(now, county.timeZone) + nightDay({ now, today: midnight }), 'c')
const tally = (keys: readonly string[]) => Object.fromEntries([...new Set(keys)].map(key => [key, keys.filter(one => one === key).length]))
const open = (issue: Issue) => issue.state !== 'closed'

describe.each(Object.entries(moments))('the drill told in %s', (_, hours) => {
  const now = midnight + hours * hour
  const { tale, board, issues } = play(now)
  const name = (code: string) => county.townships.find(one => one.code === code)!.short

  it('[F38] 369 found = 314 put right + 55 followed, every step by the rules', () => {
    expect(issues.length).toBe(369)
    expect(issues.filter(open).length).toBe(55)
    expect(tally(issues.filter(open).map(issue => issue.state))).toEqual({ found: 2, told: 9, rectifying: 21, awaiting: 14, relapsed: 1, deferred: 8 })
    expect(tale.steps.every((step, i) => step.at <= now && (i === 0 || step.at >= tale.steps[i - 1]!.at))).toBe(true)
  })

  it('[F05] split by township, and by aspect and day, as the scenario gives them', () => {
    expect(tally(issues.map(issue => name(issue.township)))).toEqual({ 罗州: 42, 城南: 28, 城北: 26, 石城: 31, 新民: 22, 吉水: 34, 河唇: 27, 石角: 10, 良垌: 36, 横山: 15, 安铺: 21, 营仔: 9, 青平: 12, 车板: 8, 高桥: 9, 石岭: 11, 雅塘: 6, 石颈: 5, 长山: 5, 塘蓬: 7, 和寮: 5 })
    expect(tally(issues.filter(open).map(issue => name(issue.township)))).toEqual({ 罗州: 6, 城南: 4, 城北: 4, 石城: 5, 新民: 3, 吉水: 6, 河唇: 5, 石角: 1, 良垌: 7, 横山: 2, 安铺: 3, 营仔: 1, 青平: 2, 车板: 1, 高桥: 1, 石岭: 1, 雅塘: 1, 长山: 1, 塘蓬: 1 })
    expect(tally(issues.map(issue => issue.aspect))).toEqual({ politicalDuty: 24, keyPlaces: 118, measures: 121, emergency: 31, supplies: 44, safety: 17, publicity: 8, stability: 6 })
    const days = issues.map(issue => String(17 - Math.floor((midnight + day - 1 - issue.foundAt) / day)))
    expect(Array.from({ length: 18 }, (_, i) => tally(days)[String(i)] ?? 0)).toEqual([12, 18, 27, 31, 34, 33, 30, 28, 26, 24, 22, 19, 17, 14, 12, 9, 7, 6])
  })

  it('[F37] [I16] each of the 55 has its next date, the 47 that are not deferred too', () => {
    const at = (state: (issue: Issue) => boolean) => issues.filter(open).filter(state).map(issue => nextAt(issue, facts))
    const [deferred, others] = [at(one => one.state === 'deferred'), at(one => one.state !== 'deferred')]
    expect([deferred.length, others.length]).toEqual([8, 47])
    expect([...deferred, ...others].every(Number.isSafeInteger)).toBe(true)
    expect(deferred.every(next => next > now)).toBe(true)
  })

  it('[F31] four are overdue: the shops, the two care homes, the waste store', () => {
    const late = issues.filter(issue => overdue(issue, now)).sort((a, b) => a.deadline - b.deadline)
    expect(late.map(issue => Math.round((now - issue.deadline) / 60_000))).toEqual([303, 123, 63, 43])
    expect(issues.filter(issue => issue.state === 'deferred').every(issue => issue.nextDate! > now)).toBe(true)
  })

  it('[F16] [F60] [F64] [F66] every named checkpoint has people on duty, a team of eight holds its places, nobody is over the rest limits, handovers were taken over', () => {
    const shifts = [...board.all('shift')]
    for (const place of [...board.all('place')].filter(one => one.id.startsWith('cp-'))) expect(onDutyAt(place.id, shifts, now, facts.rules.duty).length, place.id).toBeGreaterThan(0)
    expect(board.get('shift', 'sh-youth')?.claimedBy).toHaveLength(8)
    for (const shift of shifts) {
      for (const person of shift.claimedBy) expect(worn(board, shift, person, facts)).toBeNull()
    }
    expect(shifts.some(shift => shift.handover?.acknowledgedBy)).toBe(true)
    expect(shifts.some(shift => shift.waitlist.length === 2)).toBe(true)
  })

  it('[F63] [F64] [F68] [F60] a full night with a waitlist of two, the first too tired; a post that requires training; a person on duty for a sixth day', () => {
    const full = board.get('shift', nightShift(now))!
    expect([full.claimedBy, full.waitlist]).toEqual([night.watch, [night.tired, night.rested]])
    expect(full.startsAt).toBeGreaterThan(now)
    expect(worn(board, full, night.tired, facts)?.code).toBe('too_soon')
    expect(worn(board, full, night.rested, facts)).toBeNull()
    const changes = decide(board, { id: 'x', name: 'releaseShift', args: { shift: full.id } }, { actor: tale.people.find(one => one.id === night.watch[0])!, now, real: now, facts })
    expect(changes.find(one => one.kind === 'shift')?.value).toMatchObject({ claimedBy: [night.watch[1]], offers: [{ person: night.rested }], waitlist: [night.tired] })

    const risky = [...board.all('shift')].filter(one => one.risk === 'high' && one.startsAt > now && one.claimedBy.length < one.needed)
    expect(risky.length).toBeGreaterThan(0)
    const [claire] = tale.people.filter(one => one.role === 'volunteer')
    expect(() => decide(board, { id: 'y', name: 'claimShift', args: { shift: risky[0]!.id } }, { actor: claire!, now, real: now, facts })).toThrow('not_trained')
    const last = board.get('shift', 'sh-carry-7')!
    expect(fatigueOf(last.claimedBy[0]!, board.all('shift'), last.startsAt, facts)).toMatchObject({ days: 7, warnings: ['days'] })
  })

  it('[F61] three shifts of the next day are short of five people; [F47] seven shortages are open', () => {
    const gaps = [...board.all('shift')].filter(one => one.open && one.endsAt > now && one.startsAt < now + day && one.claimedBy.length < one.needed)
    expect(gaps.map(one => one.needed - one.claimedBy.length).sort()).toEqual([1, 2, 2])
    expect([...board.all('shortage')].filter(one => one.state === 'open').length).toBe(7)
  })
})

it('[F95] the drill has about 700 places of all kinds in the county, all marked approximate', () => {
  const { board, issues } = play(midnight + 16 * hour)
  const places = [...board.all('place')]
  expect(places.length).toBeGreaterThan(650)
  expect(new Set(places.map(place => place.kind))).toEqual(facts.placeKinds)
  expect(places.every(place => place.source === 'approximate')).toBe(true)
  expect(new Set(issues.map(issue => issue.title)).size).toBeGreaterThan(100)
})

it('[F98] the same seed and moment give the same drill, another seed gives another', () => {
  const now = midnight + 10 * hour
  expect(drill!(now, 1)).toEqual(drill!(now, 1))
  expect(drill!(now, 2)).not.toEqual(drill!(now, 1))
})
