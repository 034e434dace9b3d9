import type { Inspection } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/core/calendar.ts'
import { visible } from '../../shared/core/sight.ts'
import { doubtOf, placeCode, printed } from '../../shared/register/place-code.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

const here = { lng: 110, lat: 21, accuracy: 9 }
const checkedIn = { at: noon, lng: 110, lat: 21, accuracy: 9, how: 'gps' as const, proven: false, metres: 0, deviceAt: null, reason: '' }
const place = { id: 'p1', lng: 110, lat: 21 }
const going = (more: Partial<Inspection> = {}) => board({
  place: [place, { id: 'p2' }, { id: 'p3', retired: true }],
  inspection: [{ id: 'v1', place: 'p1', state: 'onSite', checklist: 'school-1', checkIn: checkedIn, ...more }],
})
const north = (degrees: number) => ({ ...here, lat: 21 + degrees })

describe('[F23] [INS1] check-in', () => {
  const given = board({ place: [place], inspection: [{ id: 'v1', place: 'p1', checklist: null }] })

  it('[F23] within the county\'s metres it is on the spot; accuracy and distance are kept', () => {
    const inspection = after('inspection', given, who.inspector, 'checkIn', { inspection: 'v1', spot: north(0.0008), checklist: 'school-1' })
    expect(inspection).toMatchObject({ state: 'onSite', inspector: 'ina', checklist: 'school-1', checkIn: { at: noon, how: 'gps', proven: false, accuracy: 9, metres: 89 } })
    expect(after('place', given, who.inspector, 'checkIn', { inspection: 'v1', spot: here }).inspectedAt).toBe(noon)
  })

  it('[F23] [INS1] a distance that the accuracy explains is not too far but marked; a position that is too coarse explains nothing', () => {
    const at = (lat: number, accuracy: number) => ({ inspection: 'v1', spot: { ...north(lat), accuracy } })
    const vague = after('inspection', given, who.inspector, 'checkIn', at(0.0054, 600)).checkIn
    expect(vague).toMatchObject({ how: 'gps', metres: 600, accuracy: 600 })
    expect(vague && doubtOf(vague, facts.rules.nearMetres)).toBe('vague')
    expect(when(given, who.inspector, 'checkIn', at(0.0054, 300))).toBe('too_far')
    expect(when(given, who.inspector, 'checkIn', at(0.0054, facts.rules.coarseMetres + 1))).toBe('too_far')
    const sharp = after('inspection', given, who.inspector, 'checkIn', at(0.0008, 900)).checkIn
    expect(sharp && doubtOf(sharp, facts.rules.nearMetres)).toBeNull()
  })

  it('[F23] from 2 km away it is refused, or marked remote with the reason why', () => {
    const far = { inspection: 'v1', spot: north(0.018) }
    expect(when(given, who.inspector, 'checkIn', far)).toBe('too_far')
    expect(when(given, who.inspector, 'checkIn', { ...far, remote: true })).toBe('needs_reason')
    expect(after('inspection', given, who.inspector, 'checkIn', { ...far, remote: true, reason: 'road closed' }).checkIn)
      .toMatchObject({ how: 'remote', metres: 2002, reason: 'road closed' })
  })

  it('[F23] [INS1] the code on the poster is enough without a position; the id of the place, or the code of another, is not', () => {
    const [key, other] = ['1'.repeat(64), '2'.repeat(64)]
    const coded = board({ place: [{ ...place, coded: true }], placeKey: [{ id: 'p1', key }], inspection: [{ id: 'v1', place: 'p1', checklist: null }] })
    const arrive = (code: string, on = coded) => when(on, who.inspector, 'checkIn', { inspection: 'v1', code, spot: here })
    const code = placeCode(key, 'p1')
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
    expect(after('inspection', coded, who.inspector, 'checkIn', { inspection: 'v1', code }).checkIn).toMatchObject({ how: 'code', proven: true, lng: null, metres: null })
    expect(arrive(printed(code).toUpperCase())).toBeInstanceOf(Array)
    for (const wrong of [placeCode(other, 'p1'), placeCode(key, 'p2'), 'p2', '0'.repeat(12)]) expect(arrive(wrong), wrong).toBe('wrong_code')
    expect([arrive('p1'), arrive(code, given), arrive('p1', given)]).toEqual(['old_poster', 'old_poster', 'old_poster'])
    // A device has no key: the server looks at the code when it comes.
    expect(arrive('0'.repeat(12), board({ place: [{ ...place, coded: true }], inspection: [{ id: 'v1', place: 'p1', checklist: null }] }))).toBeInstanceOf(Array)
    expect(when(given, who.inspector, 'checkIn', { inspection: 'v1' })).toBe('no_position')
    expect(when(coded, who.inspector, 'startInspection', { inspection: 'v9', title: 'x', township: 'north', code, spot: here })).toBe('wrong_code')
  })

  it('[INS1] a scan keeps where it was made, and what does not fit is marked', () => {
    const key = '1'.repeat(64)
    const coded = board({ place: [{ ...place, coded: true }], placeKey: [{ id: 'p1', key }], inspection: [{ id: 'v1', place: 'p1', checklist: null }] })
    const scan = (spot: typeof here | null) => after('inspection', coded, who.inspector, 'checkIn', { inspection: 'v1', code: placeCode(key, 'p1'), spot }).checkIn!
    const far = scan(north(1.35))
    expect(far).toMatchObject({ how: 'code', lat: 22.35, accuracy: 9 })
    expect(far.metres).toBeGreaterThan(150_000)
    const near = facts.rules.nearMetres
    expect([far, scan(null), scan(here), scan({ ...north(0.0012), accuracy: 60 }), { ...far, how: 'remote' as const }, { ...far, proven: false }, { ...checkedIn, metres: null }].map(one => doubtOf(one, near)))
      .toEqual(['far', 'noPosition', null, null, null, 'oldCode', null])
  })

  it('[INS7] a code is made void by headquarters or the township: posters that hang stop at once, and the next has a new key', () => {
    const key = '1'.repeat(64)
    const coded = board({ place: [{ ...place, coded: true }], placeKey: [{ id: 'p1', key }], inspection: [{ id: 'v1', place: 'p1', checklist: null }] })
    expect(when(coded, who.inspector, 'voidPlaceCode', { place: 'p1' })).toBe('forbidden')
    expect(when(coded, { ...who.officer, township: 'south' }, 'voidPlaceCode', { place: 'p1' })).toBe('outside_area')
    coded.set({ kind: 'place', id: 'p1', value: after('place', coded, who.officer, 'voidPlaceCode', { place: 'p1' }) })
    expect(when(coded, who.inspector, 'checkIn', { inspection: 'v1', code: placeCode(key, 'p1') })).toBe('old_poster')
    expect(when(coded, who.officer, 'voidPlaceCode', { place: 'p1' })).toBe('exists')
    const next = '3'.repeat(64)
    for (const change of outcome(coded, who.system, 'cutPlaceKeys', { keys: [{ place: 'p1', key: next }] }) as []) coded.set(change)
    expect(when(coded, who.inspector, 'checkIn', { inspection: 'v1', code: placeCode(key, 'p1') })).toBe('wrong_code')
    expect(after('inspection', coded, who.inspector, 'checkIn', { inspection: 'v1', code: placeCode(next, 'p1') }).checkIn?.proven).toBe(true)
    expect(outcome(coded, who.system, 'cutPlaceKeys', { keys: [{ place: 'p1', key }] })).toEqual([])
    expect(visible('staff', 'placeKey', make('placeKey', {}))).toBe(false)
  })

  it('[INS1] people check in once, and not to a cancelled visit', () => {
    expect(when(going(), who.inspector, 'checkIn', { inspection: 'v1', spot: here })).toBe('exists')
    const off = board({ place: [place], inspection: [{ id: 'v1', place: 'p1', state: 'cancelled' }] })
    expect(when(off, who.inspector, 'checkIn', { inspection: 'v1', spot: here })).toBe('illegal_step')
  })

  it('[INS2] the township sees a surprise visit only from the check-in on', () => {
    const before = make('inspection', { id: 'v1', place: 'p1' })
    const now = after('inspection', given, who.inspector, 'checkIn', { inspection: 'v1', spot: here })
    expect(visible('township:north', 'inspection', before)).toBe(false)
    expect(visible('township:north', 'inspection', now)).toBe(true)
    expect(visible('township:south', 'inspection', now)).toBe(false)
    expect(visible('volunteer', 'inspection', now)).toBe(false)
  })
})

describe('[INS3] an unplanned inspection', () => {
  const given = board({ place: [place, { id: 'p3', retired: true }], team: [{ id: 't7', no: 7, members: [] }] })
  const start = (more: object = {}) => ({ inspection: 'v9', place: 'p1', spot: here, ...more })

  it('[INS3] starts on the spot, at its place, with the team of the person there', () => {
    const made = after('inspection', given, { ...who.inspector, team: 7 }, 'startInspection', start({ checklist: 'school-1' }))
    expect(made).toMatchObject({ team: 't7', title: 'North school', township: 'north', state: 'onSite', day: '2030-05-06', checklist: 'school-1', checkIn: { how: 'gps', proven: false, metres: 0 } })
    expect(after('place', given, who.inspector, 'startInspection', start()).inspectedAt).toBe(noon)
    expect(after('inspection', given, { ...who.inspector, team: 5 }, 'startInspection', start()).team).toBe('team-5')
  })

  it('[INS3] without a place it needs a name, a township and a position; retired places and unknown lists are refused', () => {
    const street = { inspection: 'v9', mode: 'sweep' as const, title: 'Mill Street', township: 'north', spot: here }
    expect(after('inspection', given, who.inspector, 'startInspection', street)).toMatchObject({ mode: 'sweep', place: null, source: 'gps' })
    expect(when(given, who.inspector, 'startInspection', { ...street, title: undefined })).toBe('invalid')
    expect(when(given, who.inspector, 'startInspection', { ...street, township: undefined })).toBe('invalid')
    expect(when(given, who.inspector, 'startInspection', { ...street, spot: null })).toBe('no_position')
    expect(when(given, who.inspector, 'startInspection', { ...street, township: 'west' })).toBe('invalid')
    expect(when(given, who.inspector, 'startInspection', start({ place: 'p3' }))).toBe('retired')
    expect(when(given, who.inspector, 'startInspection', start({ checklist: 'school-9' }))).toBe('not_found')
    expect(when(given, who.inspector, 'startInspection', start({ spot: north(0.018) }))).toBe('too_far')
  })

  it('[INS3] the day is the county\'s', () => {
    expect(dayOf(Date.parse('2026-05-22T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-05-23')
    expect(dayOf(Date.parse('2026-05-22T15:30:00Z'), 'Asia/Shanghai')).toBe('2026-05-22')
  })
})

describe('[INS4] what is found', () => {
  it('[F26] an item is answered, and answered again; an item of another list is refused', () => {
    const first = after('inspection', going(), who.inspector, 'answerItem', { inspection: 'v1', item: 'school-1', answer: 'fail', note: 'none left' })
    expect(first.results).toEqual({ 'school-1': { answer: 'fail', note: 'none left', issue: null } })
    const again = after('inspection', going({ results: first.results }), who.inspector, 'answerItem', { inspection: 'v1', item: 'school-1', answer: 'pass' })
    expect(again.results['school-1']).toMatchObject({ answer: 'pass' })
    expect(when(going(), who.inspector, 'answerItem', { inspection: 'v1', item: 'shop-1', answer: 'pass' })).toBe('not_found')
    expect(when(going(), who.inspector, 'answerItem', { inspection: 'v1', item: 'school-1', answer: 'fail', issue: 'i9' })).toBe('not_found')
  })

  it('[INS4] the rest passes at one tap, and what failed stays failed', () => {
    const failed = { answer: 'fail' as const, note: '', issue: null }
    const inspection = after('inspection', going({ results: { 'school-1': failed } }), who.inspector, 'passRest', { inspection: 'v1' })
    expect(inspection.results).toEqual({ 'school-1': failed, 'school-2': { answer: 'pass', note: '', issue: null } })
  })

  it('[F15] one tap a shop; tapped again it holds the later; the shop was seen', () => {
    const street = going({ mode: 'sweep', place: null, swept: [{ place: 'p1', ok: true }] })
    const swept = after('inspection', street, who.inspector, 'sweepPlace', { inspection: 'v1', place: 'p1', ok: false })
    expect(swept.swept).toEqual([{ place: 'p1', ok: false }])
    expect(after('place', street, who.inspector, 'sweepPlace', { inspection: 'v1', place: 'p2', ok: true }).inspectedAt).toBe(noon)
    expect(when(street, who.inspector, 'sweepPlace', { inspection: 'v1', place: 'p3', ok: true })).toBe('retired')
    expect(when(going(), who.inspector, 'sweepPlace', { inspection: 'v1', place: 'p1', ok: true })).toBe('illegal_step')
  })

  it('[F15] twenty shops without a code become one issue with twenty places', () => {
    const shops = Array.from({ length: 20 }, (_, n) => ({ id: `s${n}`, kind: 'shop' }))
    const street = board({ place: shops, inspection: [{ id: 'v1', mode: 'sweep', state: 'onSite', checkIn: checkedIn }] })
    for (const { id } of shops) {
      for (const change of outcome(street, who.inspector, 'sweepPlace', { inspection: 'v1', place: id, ok: false }) as []) street.set(change)
    }
    const missing = street.get('inspection', 'v1')!.swept.filter(one => !one.ok).map(one => one.place)
    const issue = after('issue', street, who.inspector, 'reportIssue', { issue: 'i1', title: 'no code', aspect: 'safety', severity: 'day', township: 'north', lng: 110, lat: 21, places: missing, inspection: 'v1' })
    expect(issue.places).toHaveLength(20)
  })

  it('[F29] six notes over three hours are one thread: counted, in order, where they were made', () => {
    const process = going({ mode: 'follow' })
    for (let n = 0; n < 6; n++) {
      for (const change of outcome(process, who.inspector, 'observe', { inspection: 'v1', text: `note ${n}`, spot: n % 2 ? north(n / 1000) : null }, noon + n * hour / 2) as []) process.set(change)
    }
    expect(process.get('inspection', 'v1')).toMatchObject({ observations: 6, trail: [[110, 21.001], [110, 21.003], [110, 21.005]] })
    expect(process.size('inspection')).toBe(1)
  })

  it('[F29] an observation names its photos, each once, at most 200 in an inspection', () => {
    const photos = (n: number) => Array.from({ length: n }, (_, i) => `f${i}`)
    const note = (given: ReturnType<typeof going>, ...names: string[]) => after('inspection', given, who.inspector, 'observe', { inspection: 'v1', text: 'x', photos: names }).photos
    expect(note(going({ photos: ['f0'] }), 'f1', 'f0')).toEqual(['f0', 'f1'])
    expect(note(going({ photos: photos(199) }), 'new')).toHaveLength(200)
    expect(when(going({ photos: photos(200) }), who.inspector, 'observe', { inspection: 'v1', text: 'x', photos: ['new'] })).toBe('too_large')
    expect(when(going(), who.inspector, 'observe', { inspection: 'v1', text: 'x', photos: photos(10) })).toBe('invalid')
  })

  it('[INS4] nothing before the check-in, nothing after the signing', () => {
    for (const [state, finishedAt, code] of [['planned', null, 'not_on_site'], ['done', noon, 'already_signed']] as const) {
      const given = going({ state, finishedAt, mode: 'sweep' })
      expect(when(given, who.inspector, 'answerItem', { inspection: 'v1', item: 'school-1', answer: 'pass' })).toBe(code)
      expect(when(given, who.inspector, 'sweepPlace', { inspection: 'v1', place: 'p1', ok: true })).toBe(code)
      expect(when(given, who.inspector, 'observe', { inspection: 'v1', text: 'x' })).toBe(code)
      expect(when(given, who.inspector, 'finishInspection', { inspection: 'v1', clean: true })).toBe(code)
    }
  })
})

describe('[INS5] signing', () => {
  it('[INS5] the person who ends it signs; "nothing found" is said deliberately', () => {
    expect(after('inspection', going(), who.inspector, 'finishInspection', { inspection: 'v1', clean: true, note: 'well kept' }))
      .toMatchObject({ state: 'done', clean: true, signedBy: 'ina', finishedAt: noon, note: 'well kept' })
    expect(after('inspection', going(), who.inspector, 'finishInspection', { inspection: 'v1', clean: false }).clean).toBe(false)
  })

  it.each([
    ['an item failed', { results: { 'school-1': { answer: 'fail' as const, note: '', issue: null } } }, []],
    ['a shop had no code', { mode: 'sweep' as const, swept: [{ place: 'p2', ok: false }] }, []],
    ['an issue was reported from it', {}, [make('issue', { id: 'i1', inspection: 'v1' })]],
  ] as const)('[INS5] it is not signed as clean when %s', (_, more, issues) => {
    const given = going(more as Partial<Inspection>)
    for (const issue of issues) given.set({ kind: 'issue', id: issue.id, value: issue })
    expect(when(given, who.inspector, 'finishInspection', { inspection: 'v1', clean: true })).toBe('not_clean')
    expect(when(given, who.inspector, 'finishInspection', { inspection: 'v1', clean: false })).toBeInstanceOf(Array)
  })
})

it('[INS1] the county sets the distance that counts as on the spot', () => {
  expect(facts.rules.nearMetres).toBe(100)
})
