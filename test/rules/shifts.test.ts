import type { Actor } from '../../shared/core/actor.ts'
import type { Records, Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { fatigueOf } from '../../shared/duty/fatigue.ts'
import { dueCommands } from '../../shared/incident/due.ts'
import { upgrade } from '../../shared/records.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

const day = 24 * hour
/** Noon of the test county is 12:00 UTC, and its clock is UTC. */
const at = (days: number, hours: number) => noon - 12 * hour + days * day + hours * hour
const shift = (id: string, startsAt: number, length: number, more: Partial<Shift> = {}) => ({ id, startsAt, endsAt: startsAt + length * hour, ...more })
const mine = { claimedBy: ['ben'] }
const ben = who.volunteer
const claim = (given: readonly Partial<Shift>[], actor: Actor = ben) => when(board({ shift: given }), actor, 'claimShift', { shift: 's1' })
const notices = (changes: unknown) => (changes as { kind: string, value: Records['notice'] }[]).filter(one => one.kind === 'notice').map(({ value }) => `${value.rule}:${value.to.person ?? value.to.role}`)

it('[H5] [F64] a person who served by day cannot claim the same night without an override, and then both are told', () => {
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

it('[H5] [F64] the 24 hours are judged on both sides of a shift: later shifts count like earlier ones', () => {
  const [before, after] = [shift('a', at(1, 6), 8, mine), shift('b', at(1, 19), 8, mine)]
  expect(claim([before, shift('s1', at(1, 14), 5)])).toBe('too_many_hours')
  expect(claim([after, shift('s1', at(1, 14), 5)])).toBe('too_many_hours')
  expect(claim([after, shift('s1', at(1, 15), 4)])).toBeInstanceOf(Array)
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

it('[H6] [F68] a risky post is refused without training, a post with skills without the skill, every post without approval', () => {
  const risky = [shift('s1', at(1, 8), 8, { risk: 'high', skills: ['swab'] })]
  expect(claim(risky)).toBe('not_trained')
  expect(claim(risky, { ...ben, skills: ['swab'] })).toBe('not_trained')
  expect(claim(risky, { ...ben, trained: ['suit'] })).toBe('not_trained')
  expect(claim(risky, { ...ben, skills: ['swab'], trained: ['suit'] })).toBeInstanceOf(Array)
  expect(claim([shift('s1', at(1, 8), 8)], { ...ben, approved: false })).toBe('not_approved')
  expect(claim([shift('s1', at(1, 8), 8)], { id: 'ben', role: 'volunteer' })).toBe('not_approved')
  expect(when(board(), who.coordinator, 'openShift', { shift: 's1', title: 'x', township: 'north', lng: 110, lat: 21, startsAt: noon, endsAt: noon + hour, needed: 1, skills: ['magic'] })).toBe('invalid')
})

const offers = (...people: string[]) => people.map(person => ({ person, until: noon + hour }))

it('[H7] [F63] a release offers the place to the first rested person on the waitlist, who is told; nobody else can take it', () => {
  const tired = shift('d', noon - 6 * hour, 7, { claimedBy: ['amy'] })
  const given = board({ shift: [tired, shift('s1', noon + 3 * hour, 8, { needed: 1, claimedBy: ['ben'], waitlist: ['amy', 'cat', 'dan'] })] })
  expect(notices(outcome(given, ben, 'releaseShift', { shift: 's1' }))).toEqual(['offered:cat'])
  const free = after('shift', given, ben, 'releaseShift', { shift: 's1' })
  expect(free).toMatchObject({ claimedBy: [], waitlist: ['amy', 'dan'], offers: offers('cat') })
  expect(notices(outcome(given, who.coordinator, 'releaseShift', { shift: 's1', person: 'ben' }))).toEqual(['offered:cat', 'takenOff:ben'])
  expect(after('shift', given, who.coordinator, 'editShift', { shift: 's1', set: { needed: 3 }, base: { needed: 1 } })).toMatchObject({ claimedBy: ['ben'], waitlist: ['amy'], offers: offers('cat', 'dan') })

  const on = board({ shift: [tired, free] })
  for (const [actor, name, args] of [[ben, 'claimShift', {}], [who.coordinator, 'assignShift', { person: 'dan' }], [who.coordinator, 'callOut', {}]] as const) expect(when(on, actor, name, { shift: 's1', ...args })).toBe('shift_full')
  expect(when(on, { ...ben, id: 'cat' }, 'joinWaitlist', { shift: 's1' })).toBe('already_claimed')
  expect(after('shift', on, ben, 'joinWaitlist', { shift: 's1' }).waitlist).toEqual(['amy', 'dan', 'ben'])
  expect(after('shift', on, { ...ben, id: 'cat' }, 'claimShift', { shift: 's1' })).toMatchObject({ claimedBy: ['cat'], offers: [], waitlist: ['amy', 'dan'] })
  expect(after('shift', on, who.coordinator, 'assignShift', { shift: 's1', person: 'cat' })).toMatchObject({ claimedBy: ['cat'], offers: [] })
})

it('[H7] [F63] an offer is taken within its time, shorter shortly before the shift; who declines or does not answer makes room for the next', () => {
  const offered = (startsAt: number) => after('shift', board({ shift: [shift('s1', startsAt, 8, { needed: 1, claimedBy: ['ben'], waitlist: ['cat', 'dan'] })] }), ben, 'releaseShift', { shift: 's1' })
  expect([2 * hour, 2 * hour - 1, -7.9 * hour].map(ahead => offered(noon + ahead).offers[0]!.until - noon)).toEqual([hour, hour / 6, hour / 10])
  const one = offered(noon + 9 * hour)
  const on = board({ incident: [{}], shift: [one] })
  const cat: Actor = { ...ben, id: 'cat' }
  expect(when(on, cat, 'claimShift', { shift: 's1' }, noon + hour)).toBeInstanceOf(Array)
  expect(when(on, cat, 'claimShift', { shift: 's1' }, noon + hour + 1)).toBe('offer_over')
  const declined = outcome(on, cat, 'leaveWaitlist', { shift: 's1' })
  expect(notices(declined)).toEqual(['offered:dan'])
  expect(after('shift', on, cat, 'leaveWaitlist', { shift: 's1' })).toMatchObject({ waitlist: [], offers: offers('dan') })

  expect(dueCommands(on, noon + hour, facts).map(one => one.name)).toEqual([])
  expect(dueCommands(on, noon + hour + 1, facts)).toMatchObject([{ name: 'passOffers' }])
  const passed = outcome(on, who.system, 'passOffers', { minute: 1 }, noon + hour + 1)
  expect(notices(passed).sort()).toEqual(['offerOver:cat', 'offered:dan'])
  expect(after('shift', on, who.system, 'passOffers', { minute: 1 }, noon + hour + 1)).toMatchObject({ claimedBy: [], waitlist: [], offers: [{ person: 'dan', until: noon + 2 * hour + 1 }] })
  expect(when(on, who.admin, 'passOffers', { minute: 1 })).toBe('forbidden')
})

it('[H7] [F63] who was asked is first on the waitlist again when the shift closes or needs fewer people', () => {
  const on = board({ shift: [shift('s1', noon + 9 * hour, 8, { needed: 3, claimedBy: ['ben'], waitlist: ['eve'], offers: offers('cat', 'dan') })] })
  expect(after('shift', on, who.coordinator, 'closeShift', { shift: 's1' })).toMatchObject({ open: false, waitlist: ['cat', 'dan', 'eve'], offers: [] })
  expect(after('shift', on, who.coordinator, 'editShift', { shift: 's1', set: { needed: 2 }, base: { needed: 3 } })).toMatchObject({ offers: offers('cat'), waitlist: ['dan', 'eve'] })
  expect(after('shift', on, who.coordinator, 'editShift', { shift: 's1', set: { needed: 1 }, base: { needed: 3 } })).toMatchObject({ offers: [], waitlist: ['cat', 'dan', 'eve'] })
})

it('[D1] [H7] a waitlist that was stored before there were offers is read, and its people are asked like others', () => {
  const { offers: _, ...old } = make('shift', shift('s1', noon + 9 * hour, 8, { needed: 1, claimedBy: ['ben'], waitlist: ['cat'] }))
  const read = upgrade('shift', old) as Shift
  expect(read.offers).toEqual([])
  expect(after('shift', board({ shift: [read] }), ben, 'releaseShift', { shift: 's1' }).offers).toEqual(offers('cat'))
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

const crewOf = (person: string) => ({ crew: [{ id: 'k9', members: [{ person, skills: [], trained: [] }] }] })

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
  expect(after('shift', given(), ben, 'withdrawSwap', { shift: 's1' }).swaps).toEqual([])
  expect(when(given(), cat, 'withdrawSwap', { shift: 's1' })).toBe('not_claimed')
  const dan = shift('s9', at(5, 8), 8, { claimedBy: ['dan'] })
  expect(after('shift', given([dan]), ben, 'offerSwap', { shift: 's1', to: 'dan' }).swaps).toHaveLength(2)
  expect(when(given([dan]), ben, 'offerSwap', { shift: 's1', to: 'dan', for: 's2' })).toBe('not_claimed')
  // Only people who take part are asked.
  expect(when(given(), ben, 'offerSwap', { shift: 's1', to: 'dan' })).toBe('not_found')
  expect(when(board({ ...crewOf('dan'), shift: [shift('s1', at(1, 8), 8, { claimedBy: ['ben'] })] }), ben, 'offerSwap', { shift: 's1', to: 'dan' })).toBeInstanceOf(Array)
})

it('[F63] a call-out reaches the nearest rested people, each once, and no more than the county says', () => {
  const past = (id: string, person: string, lat: number, startsAt = at(-3, 8)) => shift(id, startsAt, 4, { lat, claimedBy: [person] })
  const given = board({ shift: [shift('s1', noon + 3 * hour, 8), past('a', 'far', 22), past('b', 'near', 21.01), past('c', 'mid', 21.2), past('d', 'further', 21.9), past('e', 'tired', 21, noon - 4 * hour)] })
  const done = outcome(given, who.coordinator, 'callOut', { shift: 's1' })
  expect(notices(done)).toEqual(['calledOut:near', 'calledOut:mid', 'calledOut:further'])
  for (const change of done as never[]) given.set(change)
  expect(notices(outcome(given, who.coordinator, 'callOut', { shift: 's1' }, noon + hour))).toEqual([])
})

it('[F63] a post that asks for a skill, or is of high risk, calls only those who have stood at such a post', () => {
  const past = (id: string, person: string, more: Partial<Shift>) => shift(id, at(-3, 8), 4, { claimedBy: [person], ...more })
  const done = [past('a', 'anybody', {}), past('b', 'swabber', { skills: ['swab'] }), past('c', 'suited', { skills: ['swab'], risk: 'high' })]
  const called = (more: Partial<Shift>) => notices(outcome(board({ shift: [shift('s1', noon + 3 * hour, 8, more), ...done] }), who.coordinator, 'callOut', { shift: 's1' }))
  expect(called({ skills: ['swab'] }).sort()).toEqual(['calledOut:suited', 'calledOut:swabber'])
  expect(called({ skills: ['swab'], risk: 'high' })).toEqual(['calledOut:suited'])
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

it('[H9] [F60] people ask to join a team with their skills; the leader accepts, and members leave by themselves or by the leader', () => {
  const formed = after('crew', board(), ben, 'formCrew', { crew: 'k1', name: '青年突击队' })
  const cat: Actor = { id: 'cat', role: 'volunteer', approved: true, skills: ['swab'] }
  const asked = after('crew', board({ crew: [formed] }), cat, 'joinCrew', { crew: 'k1' })
  expect(asked).toMatchObject({ members: [{ person: 'ben' }], requests: [{ person: 'cat', skills: ['swab'], at: noon }] })
  const asking = board({ crew: [asked] })
  expect(when(asking, cat, 'joinCrew', { crew: 'k1' })).toBe('already_asked')
  expect(when(asking, cat, 'acceptMember', { crew: 'k1', person: 'cat' })).toBe('forbidden')
  expect(when(asking, ben, 'acceptMember', { crew: 'k1', person: 'eve' })).toBe('not_asked')
  expect(after('crew', asking, ben, 'declineMember', { crew: 'k1', person: 'cat' })).toEqual(formed)
  expect(after('crew', asking, cat, 'withdrawRequest', { crew: 'k1' })).toEqual(formed)
  expect(when(asking, ben, 'withdrawRequest', { crew: 'k1' })).toBe('not_asked')
  const joined = after('crew', asking, ben, 'acceptMember', { crew: 'k1', person: 'cat' })
  expect(joined.requests).toEqual([])
  expect(after('crew', board({ crew: [joined] }), { ...cat, skills: [] }, 'joinCrew', { crew: 'k1' }).members[1]).toEqual({ person: 'cat', skills: [], trained: [] })
  expect(joined.members).toEqual([{ person: 'ben', skills: [], trained: [] }, { person: 'cat', skills: ['swab'], trained: [] }])
  const given = board({ crew: [joined] })
  expect(when(given, { ...cat, approved: false }, 'joinCrew', { crew: 'k1' })).toBe('not_approved')
  expect(after('crew', given, ben, 'leaveCrew', { crew: 'k1', person: 'cat' }).members).toHaveLength(1)
  expect(when(given, cat, 'leaveCrew', { crew: 'k1', person: 'ben' })).toBe('forbidden')
  const led = after('crew', given, ben, 'leaveCrew', { crew: 'k1' })
  expect(led).toMatchObject({ leader: 'cat', members: [{ person: 'cat' }] })
  const ended = after('crew', board({ crew: [led] }), cat, 'leaveCrew', { crew: 'k1' })
  expect(ended.members).toEqual([])
  // Nobody is left to accept anybody, and the next applicant is not its leader.
  expect(when(board({ crew: [ended] }), ben, 'joinCrew', { crew: 'k1' })).toBe('closed')
  expect(after('crew', board({ crew: [{ ...formed, requests: asked.requests }] }), ben, 'leaveCrew', { crew: 'k1' })).toMatchObject({ members: [], requests: [] })
})

it('[H9] [F60] a leader gives up the places of the team together, before the shift begins; the others are told, and those who wait are asked', () => {
  const crew = { id: 'k1', leader: 'ben', members: ['ben', 'cat', 'dan'].map(person => ({ person, skills: [], trained: [] })) }
  // Dan has left the shift before, and eve came alone.
  const held = shift('s1', at(1, 8), 8, { needed: 4, claimedBy: ['ben', 'cat', 'eve'], crews: ['k1', 'k2'], waitlist: ['fay'] })
  const on = board({ crew: [crew], shift: [held] })
  const give = (actor: Actor, now?: number, more: Partial<Shift> = {}) => when(board({ crew: [crew], shift: [{ ...held, ...more }] }), actor, 'releaseForCrew', { crew: 'k1', shift: 's1' }, now)
  expect(after('shift', on, ben, 'releaseForCrew', { crew: 'k1', shift: 's1' })).toMatchObject({ claimedBy: ['eve'], crews: ['k2'], waitlist: [], offers: [{ person: 'fay' }] })
  expect(notices(outcome(on, ben, 'releaseForCrew', { crew: 'k1', shift: 's1' })).sort()).toEqual(['crewReleased:cat', 'offered:fay'])
  expect(give({ ...ben, id: 'cat' })).toBe('forbidden')
  expect(give(ben, at(1, 8))).toBe('over')
  expect(give(ben, noon, { crews: [] })).toBe('not_claimed')
})
