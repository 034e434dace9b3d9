import type { Board } from '../../shared/core/board.ts'
import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { crossesItself, inside } from '../../shared/core/ring.ts'
import { samplingId } from '../../shared/testing/figures.ts'
import { levelSince, levelSpans, stepsOf, withStep } from '../../shared/zones/history.ts'
import { judge } from '../../shared/zones/lifting.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const zone = (more: Partial<Records['zone']> = {}) => board({ zone: [{ id: 'z1', ...more }] })

it('[Z1] [F17] a zone is drawn; crossed with itself or ending before it begins it is refused', () => {
  const draw = { zone: 'z1', name: 'market', level: 'lockdown', ring: [[0, 0], [1, 0], [1, 1]] as [number, number][], validFrom: noon } as const
  expect(after('zone', board(), who.coordinator, 'drawZone', draw)).toMatchObject({ level: 'lockdown', liftedAt: null })
  expect(when(board(), who.coordinator, 'drawZone', { ...draw, ring: [[0, 0], [1, 1], [1, 0], [0, 1]] })).toBe('crossed_ring')
  expect(when(board(), who.coordinator, 'drawZone', { ...draw, validTo: noon })).toBe('ends_before_start')
  expect(when(board(), who.coordinator, 'drawZone', { ...draw, ring: [[0, 0], [1, 1]] })).toBe('invalid')
  expect(when(zone(), who.coordinator, 'drawZone', draw)).toBe('exists')
  expect(when(board(), who.officer, 'drawZone', draw)).toBe('forbidden')
  expect(crossesItself([[0, 0], [2, 0], [2, 2], [0, 2]])).toBe(false)
  expect(inside([1, 1], [[0, 0], [2, 0], [2, 2], [0, 2]])).toBe(true)
  expect(inside([3, 1], [[0, 0], [2, 0], [2, 2], [0, 2]])).toBe(false)
})

it('[Z2] [F17] a zone is edited and lifted, the lift is undone; lifted it is not edited', () => {
  expect(after('zone', zone(), who.coordinator, 'editZone', { zone: 'z1', set: { level: 'lockdown' }, base: { level: 'control' } }).level).toBe('lockdown')
  expect(when(zone(), who.coordinator, 'editZone', { zone: 'z1', set: { validTo: noon - 1 }, base: { validTo: null } })).toBe('ends_before_start')
  expect(when(zone(), who.coordinator, 'editZone', { zone: 'z1', set: { ring: [[0, 0], [1, 1], [1, 0], [0, 1]] }, base: { ring: [[110, 21], [110.1, 21], [110.1, 21.1]] } })).toBe('crossed_ring')
  const lift = { zone: 'z1', reason: 'over', approver: 'Ann', override: true }
  expect(after('zone', zone(), who.coordinator, 'liftZone', lift).liftedAt).toBe(noon)
  const lifted = zone({ liftedAt: noon })
  expect(when(lifted, who.coordinator, 'editZone', { zone: 'z1', set: { name: 'x' }, base: { name: 'market' } })).toBe('lifted')
  expect(when(lifted, who.coordinator, 'liftZone', lift)).toBe('lifted')
  expect(after('zone', lifted, who.coordinator, 'restoreZone', { zone: 'z1' }).liftedAt).toBe(null)
  expect(when(zone(), who.coordinator, 'restoreZone', { zone: 'z1' })).toBe('exists')
})

it('[Z4] lifting a zone, or lowering its level, needs a reason of its own and an approver', () => {
  expect(when(zone(), who.coordinator, 'liftZone', { zone: 'z1', approver: 'Ann' })).toBe('needs_reason')
  expect(when(zone(), who.coordinator, 'liftZone', { zone: 'z1', reason: 'over' })).toBe('needs_approver')
  const strict = zone({ level: 'lockdown', reason: 'cases', approver: '' })
  const lower = (set: object) => when(strict, who.coordinator, 'editZone', { zone: 'z1', set: { level: 'precaution', ...set }, base: { level: 'lockdown', reason: 'cases', approver: '' }, override: true } as never)
  expect([lower({}), lower({ reason: 'cases', approver: 'Ann' }), lower({ reason: 'no new cases' })]).toEqual(['needs_reason', 'needs_reason', 'needs_approver'])
  expect(lower({ reason: 'no new cases', approver: 'Ann' })).toBeInstanceOf(Array)
  expect(after('zone', zone({ level: 'control', reason: '', approver: '' }), who.coordinator, 'editZone', { zone: 'z1', set: { level: 'lockdown' }, base: { level: 'control' } }).level).toBe('lockdown')
})

it('[Z6] [F18] a zone keeps each change of its level, its lift and its restoration, with reason, approver, person and time', () => {
  const later = noon + 5 * hour
  const draw = after('zone', board(), who.coordinator, 'drawZone', { zone: 'z1', name: 'market', level: 'lockdown', ring: [[0, 0], [1, 0], [1, 1]], validFrom: noon - hour, reason: 'cases', approver: 'Ann' })
  const raised = after('zone', zone(draw), who.admin, 'editZone', { zone: 'z1', set: { level: 'control', reason: 'no new cases', approver: 'Bo' }, base: { level: 'lockdown', reason: 'cases', approver: 'Ann' }, override: true }, later)
  const lifted = after('zone', zone(raised), who.coordinator, 'liftZone', { zone: 'z1', reason: 'over', approver: 'Ann', override: true }, later + hour)
  const back = after('zone', zone(lifted), who.coordinator, 'restoreZone', { zone: 'z1' }, later + 3 * hour)
  expect(back.history).toMatchObject([
    { step: 'drawn', level: 'lockdown', reason: 'cases', approver: 'Ann', by: 'ann', at: noon },
    { step: 'level', level: 'control', reason: 'no new cases', approver: 'Bo', by: 'ada', at: later },
    { step: 'ended', reason: 'over' },
    { step: 'restored', level: 'control' },
  ])
  expect(levelSpans(back).map(({ level, from, to }) => [level, from - noon, to && to - noon])).toEqual([['lockdown', -hour, 5 * hour], ['control', 5 * hour, 6 * hour], ['control', 8 * hour, null]])
  expect([levelSince(back, ['control', 'lockdown']), levelSince(raised, ['control', 'lockdown']), levelSince(raised, ['control'])].map(at => at - noon)).toEqual([8 * hour, -hour, 5 * hour])
  const renamed = after('zone', zone(draw), who.coordinator, 'editZone', { zone: 'z1', set: { name: 'x' }, base: { name: 'market' } })
  expect(renamed.history).toHaveLength(1)
})

it('[Z6] a zone that an earlier version drew is told from what it says, and its history is bounded', () => {
  const old = make('zone', { level: 'control', reason: 'cases', approver: 'Ann' })
  expect(stepsOf(old)).toEqual([{ step: 'drawn', at: noon, by: null, level: 'control', reason: 'cases', approver: 'Ann', overridden: false }])
  const raised = after('zone', board({ zone: [old] }), who.coordinator, 'editZone', { zone: 'z1', set: { level: 'lockdown' }, base: { level: 'control' } })
  expect(raised.history.map(one => [one.step, one.level])).toEqual([['drawn', 'control'], ['level', 'lockdown']])
  let many = old
  for (let i = 0; i < 300; i++) many = { ...many, history: withStep(many, { step: 'level', at: noon + i, by: null, level: 'control', reason: '', approver: '', overridden: false }) }
  expect([many.history.length, many.history[0]?.step, many.history.at(-1)?.at]).toEqual([200, 'drawn', noon + 299])
})

describe('conditions for lifting a zone', () => {
  const day = 24 * hour
  const fact = (days: number) => ({ at: noon - days * day, by: 'ann', enteredAt: noon, evidence: 'report 7' })
  const known = (last: { case?: number, round?: number }) => ({ case: last.case === undefined ? null : fact(last.case), contact: null, round: last.round === undefined ? null : fact(last.round) })
  const strict = (last: Parameters<typeof known>[0], more: Partial<Records['zone']> = {}) => zone({ level: 'lockdown', validFrom: noon - 20 * day, known: known(last), ...more })
  const lift = (given: Board, more: object = {}) => when(given, who.coordinator, 'liftZone', { zone: 'z1', reason: 'over', approver: 'Ann', ...more })
  const ticks = (given: Board) => judge(given, facts, given.get('zone', 'z1')!, noon).map(({ condition, met }) => `${condition.rule} ${met}`)

  it('[F19] [Z7] a zone is lifted once all conditions of its level are met: no case for so many days, and a negative round lately', () => {
    expect(ticks(strict({}))).toEqual(['quiet false', 'round false'])
    expect(ticks(strict({ case: 13.9, round: 2.1 }))).toEqual(['quiet false', 'round false'])
    expect(ticks(strict({ case: 14, round: 2 }))).toEqual(['quiet true', 'round true'])
    expect(lift(strict({ case: 14 }))).toBe('conditions_unmet')
    expect(lift(strict({ case: 14, round: 1 }))).toBeInstanceOf(Array)
    expect(ticks(strict({ case: 14 }, { level: 'control' }))).toEqual(['quiet true'])
  })

  it('[F19] [Z7] the board answers by itself whether stricter zones are still in force', () => {
    const other = { id: 'z2', level: 'control' as const }
    expect(ticks(board({ zone: [{ level: 'precaution' }, other] }))).toEqual(['last false'])
    expect(ticks(board({ zone: [{ level: 'precaution' }, { ...other, liftedAt: noon - 1 }, { ...other, id: 'z3', level: 'precaution' }] }))).toEqual(['last true'])
  })

  it('[F19] [Z7] an approver overrides them with a reason, and the history says so; where nothing was unmet it does not', () => {
    const steps = (given: Board, override: boolean) => after('zone', given, who.coordinator, 'liftZone', { zone: 'z1', reason: 'over', approver: 'Ann', override }).history.at(-1)
    expect(steps(strict({}), true)).toMatchObject({ step: 'ended', reason: 'over', approver: 'Ann', overridden: true })
    expect(steps(strict({ case: 20, round: 1 }), true)).toMatchObject({ overridden: false })
    expect(lift(strict({}), { override: true, reason: '' })).toBe('needs_reason')
    expect(lift(strict({}), { override: true, approver: '' })).toBe('needs_approver')
  })

  it('[F19] [Z7] lowering a zone, ending it earlier and beginning it later need them too; raising it, and a zone that has not begun, do not', () => {
    const edit = (given: Board, set: object, base: object, more: object = {}) => when(given, who.coordinator, 'editZone', { zone: 'z1', set, base, ...more } as never)
    const lower = { level: 'control', reason: 'none new', approver: 'Ann' }
    const was = { level: 'lockdown', reason: '', approver: '' }
    expect(edit(strict({}), lower, was)).toBe('conditions_unmet')
    expect(edit(strict({}), lower, was, { override: true })).toBeInstanceOf(Array)
    expect(edit(strict({ case: 20, round: 1 }), lower, was)).toBeInstanceOf(Array)
    expect(edit(strict({}), { validTo: noon + hour }, { validTo: null })).toBe('conditions_unmet')
    expect(edit(strict({}, { validTo: noon + hour }), { validTo: noon + day }, { validTo: noon + hour })).toBeInstanceOf(Array)
    expect(edit(strict({}), { validFrom: noon + hour }, { validFrom: noon - 20 * day })).toBe('conditions_unmet')
    expect(edit(strict({}, { level: 'control' }), { level: 'lockdown' }, { level: 'control' })).toBeInstanceOf(Array)
    expect(lift(strict({}, { validFrom: noon + hour }))).toBeInstanceOf(Array)
  })

  it('[F19] [Z7] a boundary that leaves ground out needs them, a reason and an approver; one that adds ground, or leaves it to another zone as strict, does not', () => {
    const square = (west: number, size = 1): [number, number][] => [[west, 21], [west + size, 21], [west + size, 22], [west, 22]]
    const given = (last: Parameters<typeof known>[0], ...others: Partial<Records['zone']>[]) => board({ zone: [{ id: 'z1', level: 'lockdown', validFrom: noon - 20 * day, known: known(last), ring: square(110) }, ...others] })
    const why = { reason: 'fewer streets', approver: 'Ann' }
    const redraw = (on: Board, ring: [number, number][], set: object = why, more: object = {}) => when(on, who.coordinator, 'editZone', { zone: 'z1', set: { ring, ...set }, base: { ring: square(110), reason: '', approver: '' }, ...more } as never)
    const half = square(110, 0.5)
    expect([redraw(given({}), half), redraw(given({}), half, {}), redraw(given({}), half, { reason: 'x' })]).toEqual(['conditions_unmet', 'needs_reason', 'needs_approver'])
    expect(redraw(given({ case: 20, round: 1 }), half)).toBeInstanceOf(Array)
    expect(redraw(given({}), half, why, { override: true })).toBeInstanceOf(Array)
    expect(redraw(given({}), square(109.5, 2), {})).toBeInstanceOf(Array)
    expect(redraw(given({}), square(110.2), {})).toBe('needs_reason')
    const beside = { id: 'z2', ring: square(110.5), validFrom: noon - day }
    expect(redraw(given({}, { ...beside, level: 'lockdown' }), half, {})).toBeInstanceOf(Array)
    expect(redraw(given({}, { ...beside, level: 'control' }), half)).toBe('conditions_unmet')
    const [step] = after('zone', given({}), who.coordinator, 'editZone', { zone: 'z1', set: { ring: half, ...why }, base: { ring: square(110), reason: '', approver: '' }, override: true }).history.slice(-1)
    expect(step).toMatchObject({ step: 'redrawn', level: 'lockdown', reason: 'fewer streets', approver: 'Ann', overridden: true })
  })

  it('[F19] [Z7] the last closed round that tested people inside ticks the condition, or takes the tick away, unless a newer date was entered', () => {
    const round = (no: number, days: number) => ({ id: `rd${no}`, no, startsAt: noon - (days + 1) * day, endsAt: noon - days * day, closedAt: noon - days * day, result: 'negative' as const, targets: {} })
    const site = (no: number, reported = 100) => ({ id: samplingId(`rd${no}`, 'p1'), round: `rd${no}`, place: 'p1', entries: [{ at: noon - 9 * day, by: 'ann', sampled: 100, reported, tubes: 10 }] })
    const place = { id: 'p1', lng: 110.5, lat: 21.5 }
    const given = (last: Parameters<typeof known>[0], rounds: ReturnType<typeof round>[], sampling: ReturnType<typeof site>[]) => board({ place: [place], round: rounds, sampling, zone: [{ id: 'z1', level: 'lockdown', validFrom: noon - 20 * day, known: known(last), ring: [[110, 21], [111, 21], [111, 22], [110, 22]] }] })
    const tick = (...of: Parameters<typeof given>) => ticks(given(...of))[1]
    expect(tick({}, [round(1, 1)], [site(1)])).toBe('round true')
    expect(tick({}, [round(1, 3)], [site(1)])).toBe('round false')
    expect(tick({ round: 2 }, [round(1, 1)], [site(1, 99)])).toBe('round false')
    expect(tick({ round: 0.5 }, [round(1, 1)], [site(1, 99)])).toBe('round true')
    expect(tick({}, [round(1, 1)], [])).toBe('round false')
    const elsewhere = board({ place: [{ ...place, lng: 112, township: 'south' }], round: [round(1, 1)], sampling: [site(1)], zone: [{ id: 'z1', level: 'lockdown', validFrom: noon - 20 * day, known: known({}), ring: [[110, 21], [111, 21], [111, 22], [110, 22]] }] })
    expect(ticks(elsewhere)[1]).toBe('round false')
  })

  it('[F19] [Z7] what the board does not know is entered with its date, person and evidence', () => {
    const enter = (at: number, more: object = {}) => after('zone', strict({}), who.admin, 'enterLiftFact', { zone: 'z1', asks: 'round', at, evidence: 'lab list 4', ...more })
    expect(enter(noon - hour).known).toEqual({ case: null, contact: null, round: { at: noon - hour, by: 'ada', enteredAt: noon, evidence: 'lab list 4' } })
    expect(enter(noon + hour).known.round?.at).toBe(noon)
    expect(when(strict({}), who.coordinator, 'enterLiftFact', { zone: 'z1', asks: 'case', at: noon, evidence: ' ' })).toBe('invalid')
    expect(when(strict({}, { liftedAt: noon }), who.coordinator, 'enterLiftFact', { zone: 'z1', asks: 'case', at: noon, evidence: 'x' })).toBe('lifted')
    expect(when(strict({}), who.officer, 'enterLiftFact', { zone: 'z1', asks: 'case', at: noon, evidence: 'x' })).toBe('forbidden')
  })

  it('[F19] [Z7] headquarters makes the next version of a condition, which counts from its beginning', () => {
    const next = { rule: 'quiet', version: 1, asks: 'case' as const, levels: ['lockdown' as const], days: 7, zh: '7天', source: { zh: '指挥部' }, validFrom: 0 }
    const made = after('liftCondition', board(), who.coordinator, 'changeLiftCondition', next)
    expect(made).toMatchObject({ id: 'quiet-2', version: 2, validFrom: noon, by: 'ann' })
    const given = strict({ case: 8 })
    given.set({ kind: 'liftCondition', id: made.id, value: made })
    expect(ticks(given)).toEqual(['quiet true', 'round false'])
    given.set({ kind: 'liftCondition', id: made.id, value: { ...made, validFrom: noon + 1 } })
    expect(ticks(given)).toEqual(['quiet false', 'round false'])
    const refused = (more: object) => when(board(), who.coordinator, 'changeLiftCondition', { ...next, ...more })
    expect([refused({ version: 0 }), refused({ asks: 'round' }), refused({ validTo: noon })]).toEqual(['newer_version', 'invalid', 'ends_before_start'])
  })
})
