import { expect, it } from 'vitest'
import { incidentTime } from '../../shared/incident/clock.ts'
import { after, board, hour, noon, outcome, when, who } from '../support/given.ts'

const day = 24 * hour
const drill = (clock = { offset: 0, stoppedAt: null as number | null }) => board({ incident: [{ id: 'incident', drill: true, clock }] })

it('[E5] [F98] a drill stops, runs on from where it stood, and moves forward; its time is the same for everybody', () => {
  const stopped = after('incident', drill(), who.coordinator, 'stopClock', {}, noon)
  expect(incidentTime(stopped, noon + 5 * hour)).toBe(noon)
  const moved = after('incident', board({ incident: [stopped] }), who.admin, 'moveClock', { to: noon + 3 * hour }, noon)
  expect(incidentTime(moved, noon + 5 * hour)).toBe(noon + 3 * hour)
  const [run] = outcome(board({ incident: [moved] }), who.coordinator, 'runClock', {}, noon + 3 * hour, undefined, noon + 5 * hour) as { value: typeof moved }[]
  expect(incidentTime(run!.value, noon + 6 * hour)).toBe(noon + 4 * hour)
  const ahead = after('incident', drill({ offset: -day, stoppedAt: null }), who.coordinator, 'moveClock', { to: noon + hour }, noon)
  expect(ahead.clock).toEqual({ offset: -day + hour, stoppedAt: null })
})

it('[E5] [F98] never back, never more than a week, and never the clock of a real incident', () => {
  for (const to of [noon, noon - 1, noon + 8 * day]) expect(when(drill(), who.coordinator, 'moveClock', { to })).toBe('clock_forward')
  expect(when(drill(), who.coordinator, 'runClock', {})).toBe('exists')
  expect(when(drill({ offset: 0, stoppedAt: noon }), who.coordinator, 'stopClock', {})).toBe('exists')
  const real = board({ incident: [{ id: 'incident', drill: false }] })
  for (const [name, args] of [['stopClock', {}], ['runClock', {}], ['moveClock', { to: noon + hour }]] as const) expect(when(real, who.admin, name, args)).toBe('real_clock')
  expect(incidentTime(real.get('incident', 'incident'), noon)).toBe(noon)
})
