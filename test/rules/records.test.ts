import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { focusOf, isCurrent } from '../../shared/incident/current.ts'
import { after, board, hour, make, noon, when, who } from '../support/given.ts'

const place = (more: Partial<Records['place']> = {}) => board({ place: [{ id: 'p1', ...more }] })
const shift = (more: Partial<Records['shift']> = {}) => board({ shift: [{ id: 's1', ...more }] })
const shortage = (more: Partial<Records['shortage']> = {}) => board({ shortage: [{ id: 'n1', ...more }] })
const at = { township: 'north', lng: 110, lat: 21 }

it('[PL1] a place is added, edited, moved, retired and restored; a retired place cannot be changed', () => {
  expect(after('place', board(), who.officer, 'addPlace', { place: 'p1', name: ' School ', kind: 'school', ...at })).toMatchObject({ name: 'School', retired: false, source: 'map' })
  expect(after('place', place(), who.inspector, 'editPlace', { place: 'p1', set: { name: 'East' }, base: { name: 'North school' } }).name).toBe('East')
  expect(after('place', place(), who.inspector, 'movePlace', { place: 'p1', set: { lng: 111 }, base: { lng: 110 } }).lng).toBe(111)
  expect(after('place', place(), who.inspector, 'retirePlace', { place: 'p1' }).retired).toBe(true)
  const retired = place({ retired: true })
  expect(when(retired, who.inspector, 'editPlace', { place: 'p1', set: { name: 'x' }, base: { name: 'North school' } })).toBe('retired')
  expect(when(retired, who.inspector, 'movePlace', { place: 'p1', set: { lng: 1 }, base: { lng: 110 } })).toBe('retired')
  expect(when(retired, who.inspector, 'retirePlace', { place: 'p1' })).toBe('retired')
  expect(after('place', retired, who.inspector, 'restorePlace', { place: 'p1' }).retired).toBe(false)
  expect(when(place(), who.inspector, 'restorePlace', { place: 'p1' })).toBe('exists')
  expect(when(place(), who.inspector, 'addPlace', { place: 'p1', name: 'x', kind: 'school', ...at })).toBe('exists')
  expect(when(board(), who.inspector, 'addPlace', { place: 'p2', name: 'x', kind: 'castle', ...at })).toBe('invalid')
})

it('[PL2] [F10] the same rows twice add nothing, and more than a hundred at once are refused', () => {
  const rows = (ids: readonly string[]) => ({ places: ids.map(id => ({ place: id, name: id, kind: 'school', ...at })) })
  expect(when(place(), who.coordinator, 'importPlaces', rows(['p1', 'p2']))).toHaveLength(1)
  expect(when(place(), who.coordinator, 'importPlaces', rows(['p1']))).toEqual([])
  expect(when(board(), who.coordinator, 'importPlaces', rows(Array.from({ length: 101 }, (_, i) => `p${i}`)))).toBe('invalid')
})

it('[H1] [F62] the last place goes to the first who asks; needed is not set below the number of holders', () => {
  const given = shift({ needed: 1, claimedBy: ['ana'] })
  expect(when(given, who.volunteer, 'claimShift', { shift: 's1' })).toBe('shift_full')
  expect(after('shift', shift({ claimedBy: ['ana'] }), who.volunteer, 'claimShift', { shift: 's1' }).claimedBy).toEqual(['ana', 'ben'])
  expect(when(shift({ claimedBy: ['ben'] }), who.volunteer, 'claimShift', { shift: 's1' })).toBe('already_claimed')
  expect(when(shift({ claimedBy: ['ana', 'ben'] }), who.coordinator, 'editShift', { shift: 's1', set: { needed: 1 }, base: { needed: 2 } })).toBe('shift_full')
})

it('[H2] nobody holds two shifts at one time, also not by an edit; one after the other is fine', () => {
  const both = (startsAt: number) => board({ shift: [{ id: 's1' }, { id: 's2', startsAt, endsAt: startsAt + 4 * hour, claimedBy: ['ben'] }] })
  expect(when(both(noon + 8 * hour), who.volunteer, 'claimShift', { shift: 's1' })).toBe('shift_clash')
  expect(when(both(noon + 9 * hour), who.volunteer, 'claimShift', { shift: 's1' })).toBeInstanceOf(Array)
  const held = board({ shift: [{ id: 's1', claimedBy: ['ben'] }, { id: 's2', startsAt: noon + 9 * hour, endsAt: noon + 12 * hour, claimedBy: ['ben'] }] })
  expect(when(held, who.coordinator, 'editShift', { shift: 's1', set: { endsAt: noon + 10 * hour }, base: { endsAt: noon + 9 * hour } })).toBe('shift_clash')
})

it('[H3] a closed shift accepts nobody new, and an ended shift accepts and releases nobody', () => {
  expect(when(shift({ open: false }), who.volunteer, 'claimShift', { shift: 's1' })).toBe('closed')
  const ended = shift({ startsAt: noon - 8 * hour, endsAt: noon, claimedBy: ['ben'] })
  expect(when(ended, who.officer, 'claimShift', { shift: 's1' })).toBe('over')
  expect(when(ended, who.volunteer, 'releaseShift', { shift: 's1' })).toBe('over')
  expect(when(ended, who.coordinator, 'closeShift', { shift: 's1' })).toBeInstanceOf(Array)
  expect(when(shift({ open: false }), who.coordinator, 'closeShift', { shift: 's1' })).toBe('closed')
  expect(after('shift', shift({ open: false }), who.coordinator, 'reopenShift', { shift: 's1' }).open).toBe(true)
  expect(when(shift(), who.coordinator, 'reopenShift', { shift: 's1' })).toBe('exists')
  expect(when(shift({ startsAt: noon - 8 * hour, endsAt: noon, open: false }), who.coordinator, 'reopenShift', { shift: 's1' })).toBe('over')
})

it('[H4] people release their own place; planners release anybody\'s', () => {
  const given = shift({ claimedBy: ['ben', 'cat'] })
  expect(after('shift', given, who.volunteer, 'releaseShift', { shift: 's1' }).claimedBy).toEqual(['cat'])
  expect(when(given, who.volunteer, 'releaseShift', { shift: 's1', person: 'cat' })).toBe('forbidden')
  expect(after('shift', given, who.coordinator, 'releaseShift', { shift: 's1', person: 'cat' }).claimedBy).toEqual(['ben'])
  expect(when(given, who.inspector, 'releaseShift', { shift: 's1' })).toBe('not_claimed')
})

it('[H1] a shift is opened with its hours in order', () => {
  const open = { shift: 's1', title: 'night', ...at, startsAt: noon, endsAt: noon + hour, needed: 4 }
  expect(after('shift', board(), who.officer, 'openShift', open)).toMatchObject({ claimedBy: [], open: true })
  expect(when(board(), who.officer, 'openShift', { ...open, endsAt: noon })).toBe('ends_before_start')
  expect(when(shift(), who.officer, 'openShift', open)).toBe('exists')
  expect(when(shift(), who.coordinator, 'editShift', { shift: 's1', set: { endsAt: noon }, base: { endsAt: noon + 9 * hour } })).toBe('ends_before_start')
})

it('[N1] [F47] a shortage is posted, covered in part and in full, never beyond, and then refuses more', () => {
  const posted = after('shortage', board({ place: [{ id: 'p1' }] }), who.inspector, 'postShortage', { shortage: 'n1', item: 'gloves', quantity: 100, measure: '只', place: 'p1', ...at, runsOutAt: noon + 6 * hour })
  expect(posted).toMatchObject({ state: 'open', covered: 0, postedBy: 'ina' })
  expect(after('shortage', shortage(), who.unit, 'coverShortage', { shortage: 'n1', quantity: 40, from: 'depot' })).toMatchObject({ covered: 40, state: 'open' })
  expect(after('shortage', shortage({ covered: 40 }), who.unit, 'coverShortage', { shortage: 'n1', quantity: 60 })).toMatchObject({ covered: 100, state: 'covered' })
  expect(when(shortage({ covered: 40 }), who.unit, 'coverShortage', { shortage: 'n1', quantity: 61 })).toBe('more_than_needed')
  expect(when(shortage({ covered: 100, state: 'covered' }), who.unit, 'coverShortage', { shortage: 'n1', quantity: 1 })).toBe('already_met')
  expect(when(shortage({ covered: 50 }), who.unit, 'editShortage', { shortage: 'n1', set: { quantity: 40 }, base: { quantity: 100 } })).toBe('more_than_needed')
  expect(after('shortage', shortage({ covered: 50 }), who.unit, 'editShortage', { shortage: 'n1', set: { quantity: 50 }, base: { quantity: 100 } }).state).toBe('covered')
  expect(after('shortage', shortage(), who.inspector, 'withdrawShortage', { shortage: 'n1' }).state).toBe('withdrawn')
  expect(when(shortage({ state: 'withdrawn' }), who.inspector, 'withdrawShortage', { shortage: 'n1' })).toBe('already_met')
  expect(after('shortage', shortage({ state: 'withdrawn' }), who.inspector, 'reopenShortage', { shortage: 'n1' }).state).toBe('open')
  expect(when(shortage(), who.inspector, 'reopenShortage', { shortage: 'n1' })).toBe('exists')
})

it('[A1] another phase ends the announcements of the one before, and a day has one focus', () => {
  const said = after('announcement', board({ incident: [{ id: 'incident' }] }), who.coordinator, 'announce', { announcement: 'a1', text: 'x' })
  const old = make('announcement', { phase: null })
  const runsOut = make('announcement', { until: noon })
  expect((['emergency', 'recovery'] as const).map(phase => [said, old, runsOut].map(one => isCurrent(one, phase, noon)))).toEqual([[true, true, false], [false, true, false]])
  expect(when(board({ incident: [{ id: 'incident', phase: 'recovery' }], announcement: [said] }), who.coordinator, 'endAnnouncement', { announcement: 'a1' })).toBe('over')
  const briefing = (more: object) => board({ incident: [{ id: 'incident', phase: 'recovery' }], briefing: [{ id: '2030-05-06', publishedAt: noon, focus: 'care homes', ...more }] })
  expect([{ phase: 'recovery' }, { phase: null }, { phase: 'emergency' }, { focus: '' }].map(more => focusOf(briefing(more), '2030-05-06'))).toEqual(['care homes', 'care homes', null, null])
})

it('[A1] an announcement stands until it is ended or runs out', () => {
  expect(after('announcement', board(), who.coordinator, 'announce', { announcement: 'a1', text: 'nine o\'clock', until: noon + hour })).toMatchObject({ by: 'ann', at: noon })
  expect(when(board(), who.coordinator, 'announce', { announcement: 'a1', text: 'late', until: noon })).toBe('over')
  const given = board({ announcement: [{ id: 'a1' }] })
  expect(when(given, who.coordinator, 'announce', { announcement: 'a1', text: 'x' })).toBe('exists')
  expect(after('announcement', given, who.coordinator, 'endAnnouncement', { announcement: 'a1' }).until).toBe(noon)
  expect(when(board({ announcement: [{ id: 'a1', until: noon }] }), who.coordinator, 'endAnnouncement', { announcement: 'a1' })).toBe('over')
})

it('[C7] an incident is opened once, and began in the past', () => {
  const args = { code: '0506', name: 'x', phase: 'emergency', drill: false, startedAt: noon } as const
  expect(after('incident', board(), who.admin, 'openIncident', args).id).toBe('incident')
  expect(when(board({ incident: [{ id: 'incident' }] }), who.admin, 'openIncident', args)).toBe('exists')
  expect(after('incident', board(), who.admin, 'openIncident', { ...args, startedAt: noon - 9 * hour })).toMatchObject({ startedAt: noon - 9 * hour, openedAt: noon })
  expect(when(board(), who.admin, 'openIncident', { ...args, startedAt: noon + 1 })).toBe('invalid')
})
