import type { Actor } from '../../shared/actor.ts'
import type { Records, Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { gapsAhead, onDutyAt, reliefs, standing } from '../../shared/duty.ts'
import { fatigueOf } from '../../shared/fatigue.ts'
import { codeAt } from '../../shared/post-code.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

const day = 24 * hour
/** Noon of the test county is 12:00 UTC, and its clock is UTC. */
const at = (days: number, hours: number) => noon - 12 * hour + days * day + hours * hour
const shift = (id: string, startsAt: number, length: number, more: Partial<Shift> = {}) => ({ id, startsAt, endsAt: startsAt + length * hour, ...more })
const mine = { claimedBy: ['ben'] }
const ben = who.volunteer
const claim = (given: readonly Partial<Shift>[], actor: Actor = ben) => when(board({ shift: given }), actor, 'claimShift', { shift: 's1' })
const notices = (changes: unknown) => (changes as { kind: string, value: Records['notice'] }[]).filter(one => one.kind === 'notice').map(({ value }) => `${value.rule}:${value.to.person ?? value.to.role}`)

it('[H5] [F64] who served by day cannot claim the same night unless overridden, and then both are told', () => {
  const given = [shift('d', at(1, 8), 8, mine), shift('s1', at(1, 22), 8)]
  expect(claim(given)).toBe('too_soon')
  expect(claim([shift('d', at(1, 8), 8, mine), shift('s1', at(2, 8), 8)])).toBeInstanceOf(Array)
  const on = board({ shift: given })
  expect(when(on, who.coordinator, 'assignShift', { shift: 's1', person: 'ben' })).toBe('too_soon')
  const done = outcome(on, who.coordinator, 'assignShift', { shift: 's1', person: 'ben', reason: '无人替班' })
  expect(notices(done)).toEqual(['overridden:ben', 'overridden:coordinator'])
  expect(after('shift', on, who.officer, 'assignShift', { shift: 's1', person: 'ben', reason: '无人替班' })).toMatchObject({ claimedBy: ['ben'], overrides: { ben: { by: 'olaf', reason: '无人替班', at: noon } } })
  const rested = outcome(board({ shift: [shift('s1', at(1, 22), 8)] }), who.coordinator, 'assignShift', { shift: 's1', person: 'ben' })
  expect(notices(rested)).toEqual(['placeGiven:ben'])
  expect((rested as { value: Shift }[])[0]?.value).toMatchObject({ claimedBy: ['ben'], overrides: {} })
  const twice = board({ shift: [shift('d', at(1, 8), 8, mine), shift('s1', at(1, 12), 8)] })
  expect(when(twice, who.coordinator, 'assignShift', { shift: 's1', person: 'ben', reason: 'x' })).toBe('shift_clash')
})

it('[H5] [F64] too many hours in 24, nights in a row and days in a row are each refused by name', () => {
  expect(claim([shift('a', at(1, 6), 8, mine), shift('s1', at(1, 14), 5)])).toBe('too_many_hours')
  expect(claim([shift('a', at(1, 6), 8, mine), shift('s1', at(1, 14), 4)])).toBeInstanceOf(Array)
  const nights = [1, 2].map(n => shift(`n${n}`, at(n, 22), 6, mine))
  expect(claim([...nights, shift('s1', at(3, 22), 6)])).toBe('too_many_nights')
  expect(claim([...nights, shift('s1', at(4, 22), 6)])).toBeInstanceOf(Array)
  const days = Array.from({ length: 10 }, (_, n) => shift(`d${n}`, at(n + 1, 9), 4, mine))
  expect(claim([...days, shift('s1', at(11, 9), 4)])).toBe('no_day_off')
  expect(claim([...days.slice(1), shift('s1', at(11, 9), 4)])).toBeInstanceOf(Array)
})

it('[F64] ten days in a row are warned of from the sixth', () => {
  const days = Array.from({ length: 10 }, (_, n) => make('shift', shift(`d${n}`, at(n + 1, 9), 4, mine)))
  const warned = days.map(one => fatigueOf('ben', days, one.startsAt, facts))
  expect(warned.map(one => one.days)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(warned.map(one => one.warnings.includes('days'))).toEqual([false, false, false, false, false, true, true, true, true, true])
  const busy = [make('shift', shift('a', at(1, 2), 12, mine))]
  expect(fatigueOf('ben', busy, at(1, 20), facts)).toEqual({ hours: 12, rest: 6, nights: 1, days: 1, warnings: ['hours', 'rest'] })
  expect(fatigueOf('ben', busy, at(3, 12), facts)).toEqual({ hours: 0, rest: 46, nights: 0, days: 0, warnings: [] })
})

it('[H2] [F62] the way from one post to the other counts', () => {
  const far = { lng: 110, lat: 21.9 }
  expect(claim([shift('a', at(1, 8), 3, { ...mine, ...far }), shift('s1', at(1, 12), 3)])).toBe('shift_clash')
  expect(claim([shift('a', at(1, 8), 3, mine), shift('s1', at(1, 12), 3)])).toBeInstanceOf(Array)
})

it('[H6] [F68] a risky post is refused to who has no training for it, a post with skills to who has none, all to who is not approved', () => {
  const risky = [shift('s1', at(1, 8), 8, { risk: 'high', skills: ['swab'] })]
  expect(claim(risky)).toBe('not_trained')
  expect(claim(risky, { ...ben, skills: ['swab'] })).toBe('not_trained')
  expect(claim(risky, { ...ben, trained: ['suit'] })).toBe('not_trained')
  expect(claim(risky, { ...ben, skills: ['swab'], trained: ['suit'] })).toBeInstanceOf(Array)
  expect(claim([shift('s1', at(1, 8), 8)], { ...ben, approved: false })).toBe('not_approved')
  expect(claim([shift('s1', at(1, 8), 8)], { id: 'ben', role: 'volunteer' })).toBe('not_approved')
  expect(when(board(), who.coordinator, 'openShift', { shift: 's1', title: 'x', township: 'north', lng: 110, lat: 21, startsAt: noon, endsAt: noon + hour, needed: 1, skills: ['magic'] })).toBe('invalid')
})

it('[H7] [F63] a release three hours before promotes the first rested person, and both are told', () => {
  const tired = shift('d', noon - 6 * hour, 7, { claimedBy: ['amy'] })
  const given = board({ shift: [tired, shift('s1', noon + 3 * hour, 8, { needed: 1, claimedBy: ['ben'], waitlist: ['amy', 'cat', 'dan'] })] })
  const done = outcome(given, ben, 'releaseShift', { shift: 's1' })
  expect(notices(done)).toEqual(['promoted:cat', 'placeGiven:ben'])
  expect(after('shift', given, ben, 'releaseShift', { shift: 's1' })).toMatchObject({ claimedBy: ['cat'], waitlist: ['amy', 'dan'] })
  expect(notices(outcome(given, who.coordinator, 'releaseShift', { shift: 's1', person: 'ben' }))).toEqual(['promoted:cat', 'takenOff:ben'])
  expect(after('shift', given, who.coordinator, 'editShift', { shift: 's1', set: { needed: 3 }, base: { needed: 1 } })).toMatchObject({ claimedBy: ['ben', 'cat', 'dan'], waitlist: ['amy'] })
})

it('[H7] [F63] one waits for a full shift only, once, and leaves again', () => {
  const full = board({ shift: [{ needed: 1, claimedBy: ['cat'] }] })
  const waits = after('shift', full, ben, 'joinWaitlist', { shift: 's1' })
  expect(waits.waitlist).toEqual(['ben'])
  expect(when(board({ shift: [waits] }), ben, 'joinWaitlist', { shift: 's1' })).toBe('already_claimed')
  expect(when(board({ shift: [{}] }), ben, 'joinWaitlist', { shift: 's1' })).toBe('has_room')
  expect(after('shift', board({ shift: [waits] }), ben, 'leaveWaitlist', { shift: 's1' }).waitlist).toEqual([])
  expect(when(full, ben, 'leaveWaitlist', { shift: 's1' })).toBe('not_claimed')
})

it('[H8] [F63] a swap changes both places or none, with the same checks for both', () => {
  const cat: Actor = { id: 'cat', role: 'volunteer', approved: true }
  const offer = { by: 'ben', to: 'cat', for: 's2', at: noon }
  const given = (more: Partial<Shift>[] = []) => board({ shift: [shift('s1', at(1, 8), 8, { needed: 1, claimedBy: ['ben'], swaps: [offer] }), shift('s2', at(1, 18), 4, { needed: 1, claimedBy: ['cat'] }), ...more] })
  const swapped = outcome(given(), cat, 'acceptSwap', { shift: 's1', by: 'ben' }) as { id: string, value: Shift }[]
  expect(swapped.slice(0, 2).map(one => [one.id, one.value.claimedBy])).toEqual([['s1', ['cat']], ['s2', ['ben']]])
  expect(notices(swapped)).toEqual(['swapTaken:ben'])
  // Ben serves until ten hours before the other shift's start, which is not enough.
  expect(when(given([shift('s3', at(2, 1), 4, { claimedBy: ['ben'] })]), cat, 'acceptSwap', { shift: 's1', by: 'ben' })).toBe('too_soon')
  expect(when(given([shift('s3', at(1, 8), 4, { claimedBy: ['cat'] })]), cat, 'acceptSwap', { shift: 's1', by: 'ben' })).toBe('shift_clash')
  expect(when(given(), { ...cat, id: 'dan' }, 'acceptSwap', { shift: 's1', by: 'ben' })).toBe('not_claimed')
  expect(notices(outcome(given(), cat, 'declineSwap', { shift: 's1', by: 'ben' }))).toEqual(['swapDeclined:ben'])
  expect(after('shift', given(), ben, 'offerSwap', { shift: 's1', to: 'dan' }).swaps).toHaveLength(2)
  expect(when(given(), ben, 'offerSwap', { shift: 's1', to: 'dan', for: 's2' })).toBe('not_claimed')
})

it('[F63] a call-out reaches the nearest rested people, each once, and no more than the county says', () => {
  const past = (id: string, person: string, lat: number, startsAt = at(-3, 8)) => shift(id, startsAt, 4, { lat, claimedBy: [person] })
  const given = board({ shift: [shift('s1', noon + 3 * hour, 8), past('a', 'far', 22), past('b', 'near', 21.01), past('c', 'mid', 21.2), past('d', 'further', 21.9), past('e', 'tired', 21, noon - 4 * hour)] })
  const done = outcome(given, who.coordinator, 'callOut', { shift: 's1' })
  expect(notices(done)).toEqual(['calledOut:near', 'calledOut:mid', 'calledOut:further'])
  for (const change of done as never[]) given.set(change)
  expect(notices(outcome(given, who.coordinator, 'callOut', { shift: 's1' }, noon + hour))).toEqual([])
})

it('[H9] [F60] eight places as a team are all or nothing', () => {
  const people = Array.from({ length: 8 }, (_, i) => `y${i}`)
  const leader: Actor = { id: 'y0', role: 'volunteer', approved: true }
  const crew = { id: 'k1', leader: 'y0', members: people.map(person => ({ person, skills: [], trained: [] })) }
  const call = (more: Partial<Shift>, also: Partial<Shift>[] = []) => when(board({ crew: [crew], shift: [shift('s1', at(1, 8), 8, more), ...also] }), leader, 'claimForCrew', { crew: 'k1', shift: 's1' })
  expect(call({ needed: 8 })).toBeInstanceOf(Array)
  expect(call({ needed: 8, claimedBy: ['cat'] })).toBe('shift_full')
  expect(call({ needed: 7 })).toBe('shift_full')
  expect(call({ needed: 8 }, [shift('s2', at(1, 8), 8, { claimedBy: ['y5'] })])).toBe('shift_clash')
  expect(call({ needed: 8, risk: 'high' })).toBe('not_trained')
  expect(call({ needed: 9, claimedBy: ['y3'] })).toBe('already_claimed')
  const taken = after('shift', board({ crew: [crew], shift: [shift('s1', at(1, 8), 8, { needed: 8 })] }), leader, 'claimForCrew', { crew: 'k1', shift: 's1' })
  expect(taken).toMatchObject({ claimedBy: people, crews: ['k1'] })
  expect(when(board({ crew: [crew], shift: [{}] }), ben, 'claimForCrew', { crew: 'k1', shift: 's1' })).toBe('forbidden')
})

it('[H9] [F60] one joins a team oneself, with what one can do, and is taken off by oneself or the leader', () => {
  const formed = after('crew', board(), ben, 'formCrew', { crew: 'k1', name: '青年突击队' })
  const cat: Actor = { id: 'cat', role: 'volunteer', approved: true, skills: ['swab'] }
  const joined = after('crew', board({ crew: [formed] }), cat, 'joinCrew', { crew: 'k1' })
  expect(joined.members).toEqual([{ person: 'ben', skills: [], trained: [] }, { person: 'cat', skills: ['swab'], trained: [] }])
  const given = board({ crew: [joined] })
  expect(when(given, { ...cat, approved: false }, 'joinCrew', { crew: 'k1' })).toBe('not_approved')
  expect(after('crew', given, ben, 'leaveCrew', { crew: 'k1', person: 'cat' }).members).toHaveLength(1)
  expect(when(given, cat, 'leaveCrew', { crew: 'k1', person: 'ben' })).toBe('forbidden')
  expect(when(given, ben, 'leaveCrew', { crew: 'k1' })).toBe('illegal_step')
})

const exits = Array.from({ length: 8 }, (_, i) => ({ id: `g${i}`, pattern: ['06:00', '14:00', '22:00'].map((start, n) => ({ id: `t${n}`, title: start, start, hours: 8, needed: 2 })) }))
const plan = { posts: exits.map(post => post.id), from: '2030-05-07', days: 7 }

it('[H10] [F61] eight exits, three shifts, seven days: 168 shifts in one act well under a minute; twice adds nothing', () => {
  const given = board({ post: exits })
  const began = performance.now()
  const made = outcome(given, who.coordinator, 'planShifts', plan) as { kind: 'shift', id: string, value: Shift }[]
  expect(performance.now() - began).toBeLessThan(2000)
  expect(made).toHaveLength(168)
  expect(made[0]).toMatchObject({ id: 'g0-20300507-t0', value: { post: 'g0', slot: 't0', startsAt: at(1, 6), endsAt: at(1, 14), needed: 2, open: true } })
  for (const change of made) given.set(change)
  expect(when(given, who.coordinator, 'planShifts', plan)).toEqual([])
  expect(when(given, who.coordinator, 'planShifts', { ...plan, days: 8 })).toHaveLength(24)
  expect(when(given, who.coordinator, 'planShifts', { ...plan, days: 31 })).toBe('too_large')
  expect(when(given, who.coordinator, 'planShifts', { ...plan, from: '2030-05-01', days: 5 })).toEqual([])
})

it('[H10] [F61] a post that is edited changes what is to come, never the past, and never below who holds', () => {
  const post = exits[0]!
  const base = { township: 'north', post: 'g0', needed: 2 }
  const given = board({ post: [post], shift: [
    shift('g0-20300506-t0', at(0, 6), 8, { ...base, slot: 't0' }),
    shift('g0-20300507-t0', at(1, 6), 8, { ...base, slot: 't0', claimedBy: ['ben', 'cat'] }),
    shift('g0-20300508-t0', at(2, 6), 8, { ...base, slot: 't0' }),
    shift('g0-20300508-t1', at(2, 14), 8, { ...base, slot: 't1' }),
  ] })
  const pattern = [{ id: 't0', title: 'early', start: '07:00', hours: 6, needed: 1 }]
  const done = outcome(given, who.coordinator, 'editPost', { post: 'g0', set: { pattern, title: 'new' }, base: { pattern: post.pattern, title: 'gate' } }) as { id: string, value: Shift }[]
  const now = Object.fromEntries(done.map(one => [one.id, one.value]))
  expect(now['g0-20300506-t0']).toBeUndefined()
  expect(now['g0-20300507-t0']).toMatchObject({ needed: 2, startsAt: at(1, 6), endsAt: at(1, 14), title: 'new early' })
  expect(now['g0-20300508-t0']).toMatchObject({ needed: 1, startsAt: at(2, 7), endsAt: at(2, 13) })
  expect(now['g0-20300508-t1']).toMatchObject({ open: false })
  expect((outcome(given, who.coordinator, 'closePost', { post: 'g0' }) as { id: string }[]).map(one => one.id)).toEqual(['g0', 'g0-20300507-t0', 'g0-20300508-t0', 'g0-20300508-t1'])
})

it('[H10] [F61] a post that is reopened takes people again for what is to come, but not for a turn that is gone', () => {
  const turn = { title: 't', start: '08:00', hours: 8, needed: 1 }
  const given = board({
    post: [{ id: 'g0', open: false, pattern: [{ id: 'a', ...turn }] }],
    shift: [
      shift('s1', at(1, 8), 8, { post: 'g0', slot: 'a', open: false, needed: 1, waitlist: ['ben'] }),
      shift('s2', at(1, 16), 8, { post: 'g0', slot: 'gone', open: false }),
      shift('s3', at(-1, 8), 8, { post: 'g0', slot: 'a', open: false }),
    ],
  })
  const done = outcome(given, who.coordinator, 'reopenPost', { post: 'g0' })
  expect((done as { kind: string, id: string }[]).filter(one => one.kind !== 'notice').map(one => one.id)).toEqual(['g0', 's1'])
  expect(notices(done)).toEqual(['promoted:ben'])
  expect(when(board({ post: [{ id: 'g0' }] }), who.coordinator, 'reopenPost', { post: 'g0' })).toBe('exists')
})

it('[F61] a gap is known hours before: open, short of people, and soon', () => {
  const all = [shift('a', noon + 23 * hour, 8), shift('b', noon + 25 * hour, 8), shift('c', noon + hour, 8, { claimedBy: ['x', 'y'] }), shift('d', noon - hour, 8), shift('e', noon + hour, 8, { open: false })]
  expect(gapsAhead(all.map(one => make('shift', one)), noon, facts.rules.duty).map(one => one.id)).toEqual(['d', 'a'])
})

const key = 'ab'.repeat(32)
const gate = (more: Partial<Shift> = {}, coded = true) => ({ post: [{ id: 'g1', coded, leader: 'ivy' }], ...coded && { postKey: [{ id: 'g1', key }] }, shift: [shift('s1', noon, 8, { post: 'g1', claimedBy: ['ben'], ...more })] })

it('[H11] [F65] the code of the post checks one in now; a screenshot of it is refused after 60 s', () => {
  const code = codeAt(key, noon)
  expect(code).toMatch(/^\d{6}$/)
  const given = board(gate())
  expect(after('shift', given, ben, 'checkInShift', { shift: 's1', at: noon, code }).presence.ben?.in).toEqual({ at: noon, how: 'code', late: 0, offline: false, confirmedBy: null })
  for (const seconds of [61, 90, 600]) {
    const later = noon + seconds * 1000
    expect(when(given, ben, 'checkInShift', { shift: 's1', at: later, code }, later)).toBe('stale_code')
  }
  expect(when(board(gate({}, false)), ben, 'checkInShift', { shift: 's1', at: noon, code })).toBe('stale_code')
  expect(when(given, who.coordinator, 'checkInShift', { shift: 's1', at: noon, code })).toBe('not_claimed')
})

it('[H11] [F65] with both phones in flight mode the code is taken, synced later, and waits for the leader', () => {
  const code = codeAt(key, noon + 11 * 60_000)
  const onDevice = board({ ...gate(), postKey: [] })
  expect(when(onDevice, ben, 'checkInShift', { shift: 's1', at: noon + 11 * 60_000, code }, noon + 11 * 60_000)).toBeInstanceOf(Array)
  const arrived = after('shift', board(gate()), ben, 'checkInShift', { shift: 's1', at: noon + 11 * 60_000, code }, noon + 5 * hour)
  expect(arrived.presence.ben?.in).toEqual({ at: noon + 11 * 60_000, how: 'code', late: 11, offline: true, confirmedBy: null })
  expect(standing(arrived, 'ben', noon + 6 * hour, facts.rules.duty)).toBe('unconfirmed')
  const ivy: Actor = { id: 'ivy', role: 'volunteer', approved: true }
  const given = board({ ...gate(), shift: [arrived] })
  const confirmed = after('shift', given, ivy, 'tickPresence', { shift: 's1', person: 'ben', as: 'confirmed' }, noon + 6 * hour)
  expect(standing(confirmed, 'ben', noon + 6 * hour, facts.rules.duty)).toBe('on')
  expect(when(given, ben, 'tickPresence', { shift: 's1', person: 'ben', as: 'confirmed' })).toBe('forbidden')
  expect(when(board(gate()), ben, 'checkInShift', { shift: 's1', at: noon + hour, code }, noon)).toBe('invalid')
  expect(when(board(gate()), ben, 'checkInShift', { shift: 's1', at: noon, code: codeAt(key, noon) }, noon + 49 * hour)).toBe('over')
})

it('[H11] [F65] by position near the post, by the leader\'s tick; late, early and missing are told apart', () => {
  const given = board(gate())
  expect(after('shift', given, ben, 'checkInShift', { shift: 's1', at: noon, lng: 110, lat: 21.0005 }).presence.ben?.in?.how).toBe('position')
  expect(when(given, ben, 'checkInShift', { shift: 's1', at: noon, lng: 110, lat: 21.01, accuracy: 90_000 })).toBe('far_from_post')
  const ticked = after('shift', given, who.coordinator, 'tickPresence', { shift: 's1', person: 'ben', as: 'in' }, noon + 15 * 60_000)
  expect(ticked.presence.ben?.in).toMatchObject({ how: 'leader', late: 15 })
  const gone = after('shift', board({ ...gate(), shift: [ticked] }), ben, 'checkOutShift', { shift: 's1', at: noon + 7 * hour }, noon + 7 * hour)
  expect(gone.presence.ben?.out).toEqual({ at: noon + 7 * hour, early: 60 })
  const { duty } = facts.rules
  const empty = make('shift', shift('s1', noon, 8, mine))
  expect([noon - hour, noon + hour, noon + 9 * hour].map(now => standing(empty, 'ben', now, duty))).toEqual(['expected', 'missing', 'absent'])
  expect([ticked, gone].map(one => standing(one, 'ben', noon + 7.5 * hour, duty))).toEqual(['on', 'left'])
  expect(when(board(gate({ startsAt: noon + 3 * hour })), ben, 'checkInShift', { shift: 's1', at: noon, lng: 110, lat: 21 })).toBe('over')
})

it('[V5] [F65] the key of a post is cut by the server alone, once, and is on nobody\'s board', () => {
  const cut = outcome(board(gate({}, false)), who.system, 'cutPostKey', { post: 'g1', key })
  expect((cut as { kind: string }[]).map(one => one.kind)).toEqual(['postKey', 'post'])
  expect(when(board(gate()), who.system, 'cutPostKey', { post: 'g1', key })).toBe('exists')
})

it('[H12] [F66] a handover is taken over by somebody of the next shift and nobody else', () => {
  const given = { post: [{ id: 'g1' }], shift: [shift('s1', noon - 8 * hour, 8, { post: 'g1', claimedBy: ['ben'] }), shift('s2', noon, 8, { post: 'g1', claimedBy: ['cat'] }), shift('s3', noon + 8 * hour, 8, { post: 'g1', claimedBy: ['dan'] })] }
  const written = after('shift', board(given), ben, 'writeHandover', { shift: 's1', text: '消毒液剩半桶' })
  const on = board({ ...given, shift: [written, ...given.shift.slice(1)] })
  expect(reliefs(on, written).map(one => one.id)).toEqual(['s2'])
  const person = (id: string): Actor => ({ id, role: 'volunteer', approved: true })
  expect(when(on, person('dan'), 'acknowledgeHandover', { shift: 's1' })).toBe('not_relief')
  expect(when(on, ben, 'acknowledgeHandover', { shift: 's1' })).toBe('not_relief')
  const taken = after('shift', on, person('cat'), 'acknowledgeHandover', { shift: 's1' })
  expect(taken.handover).toMatchObject({ text: '消毒液剩半桶', by: 'ben', acknowledgedBy: 'cat', acknowledgedAt: noon })
  expect(when(board({ shift: [taken] }), ben, 'writeHandover', { shift: 's1', text: 'x' })).toBe('exists')
})

it('[F16] each checkpoint tells who is on duty now, and who is awaited', () => {
  const shifts = [shift('s1', noon - hour, 8, { place: 'p1', needed: 2, claimedBy: ['ben', 'cat'], presence: { ben: { in: { at: noon - hour, how: 'leader', late: 0, offline: false, confirmedBy: null }, out: null } } }), shift('s2', noon + 7 * hour, 8, { place: 'p1', claimedBy: ['dan'] }), shift('s3', noon - hour, 8, { place: 'p2', claimedBy: ['eve'] })].map(one => make('shift', one))
  expect(onDutyAt('p1', shifts, noon, facts.rules.duty).map(one => [one.person, one.standing])).toEqual([['ben', 'on'], ['cat', 'missing']])
})
