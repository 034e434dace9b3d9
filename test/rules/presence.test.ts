import type { Actor } from '../../shared/core/actor.ts'
import type { Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { onDutyAt, reliefs, standing } from '../../shared/duty/duty.ts'
import { codeAt } from '../../shared/duty/post-code.ts'
import { serviceOf } from '../../shared/duty/service-hours.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

const shift = (id: string, startsAt: number, length: number, more: Partial<Shift> = {}) => ({ id, startsAt, endsAt: startsAt + length * hour, ...more })
const mine = { claimedBy: ['ben'] }
const ben = who.volunteer

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
  // 599 m away, as the device knows it to 1,000 m: it may be there, so the leader says.
  const position = { shift: 's1', at: noon, lng: 110, lat: 21 + 599 / 111_195 }
  expect(when(given, ben, 'checkInShift', { ...position, accuracy: 20 })).toBe('far_from_post')
  const vague = after('shift', given, ben, 'checkInShift', { ...position, accuracy: 1000 })
  expect(vague.presence.ben?.in).toMatchObject({ how: 'position', vague: true, confirmedBy: null })
  expect([standing(vague, 'ben', noon + hour, facts.rules.duty), serviceOf('ben', [vague], noon + 9 * hour).minutes]).toEqual(['unconfirmed', 0])
  const vouched = after('shift', board({ ...gate(), shift: [vague] }), who.coordinator, 'tickPresence', { shift: 's1', person: 'ben', as: 'confirmed' })
  expect([standing(vouched, 'ben', noon + hour, facts.rules.duty), serviceOf('ben', [vouched], noon + 9 * hour).minutes]).toEqual(['on', 480])
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

it('[V5] [F65] the key of a post is made by the server alone, once, and is on no board', () => {
  const cut = outcome(board(gate({}, false)), who.system, 'cutPostKey', { post: 'g1', key })
  expect((cut as { kind: string }[]).map(one => one.kind)).toEqual(['postKey', 'post'])
  expect(when(board(gate()), who.system, 'cutPostKey', { post: 'g1', key })).toBe('exists')
  expect(when(board(gate()), who.system, 'renewPostKey', { post: 'g1', key: 'b'.repeat(64) })).toEqual([{ kind: 'postKey', id: 'g1', value: { id: 'g1', key: 'b'.repeat(64) } }])
  expect(when(board(gate({}, false)), who.system, 'renewPostKey', { post: 'g1', key })).toBe('closed')
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
  // Its writer stood there; a planner cannot write it.
  for (const nobody of [person('dan'), who.coordinator, who.officer]) expect(when(board(given), nobody, 'writeHandover', { shift: 's1', text: 'x' })).toBe('not_claimed')
})

it('[F16] each checkpoint tells who is on duty now, and who is awaited', () => {
  const shifts = [shift('s1', noon - hour, 8, { place: 'p1', needed: 2, claimedBy: ['ben', 'cat'], presence: { ben: { in: { at: noon - hour, how: 'leader', late: 0, offline: false, confirmedBy: null }, out: null } } }), shift('s2', noon + 7 * hour, 8, { place: 'p1', claimedBy: ['dan'] }), shift('s3', noon - hour, 8, { place: 'p2', claimedBy: ['eve'] })].map(one => make('shift', one))
  expect(onDutyAt('p1', shifts, noon, facts.rules.duty).map(one => [one.person, one.standing])).toEqual([['ben', 'on'], ['cat', 'missing']])
})

const here = { in: { at: noon, how: 'code' as const, late: 0, offline: false, confirmedBy: null }, out: null }

it('[H13] [F67] giving up, losing or swapping a place after the check-in checks out: one minute stays one minute', () => {
  const minute = noon + 60_000
  const given = board({ shift: [shift('s1', noon, 8, { claimedBy: ['ben'], presence: { ben: here } })] })
  for (const [actor, args] of [[ben, { shift: 's1' }], [who.coordinator, { shift: 's1', person: 'ben' }]] as const) {
    const left = after('shift', given, actor, 'releaseShift', args, minute)
    expect(left.presence.ben?.out).toEqual({ at: minute, early: 479 })
    expect(serviceOf('ben', [left], noon + 30 * 24 * hour).minutes).toBe(1)
  }
  // Before it has begun nothing was served, and nothing stays.
  const early = board({ shift: [shift('s1', noon + hour, 8, { claimedBy: ['ben'], presence: { ben: here }, swaps: [{ by: 'ben', to: 'cat', for: null, at: noon }] })] })
  expect(after('shift', early, ben, 'releaseShift', { shift: 's1' }).presence).toEqual({})
  expect(after('shift', early, { id: 'cat', role: 'volunteer', approved: true }, 'acceptSwap', { shift: 's1', by: 'ben' })).toMatchObject({ claimedBy: ['cat'], presence: {} })
})

it('[H13] a person who has left a shift cannot return to it', () => {
  const left = board({ shift: [shift('s1', noon - hour, 8, { claimedBy: ['cat'], needed: 2, presence: { ben: { ...here, out: { at: noon, early: 400 } } } })] })
  expect(when(left, ben, 'claimShift', { shift: 's1' })).toBe('over')
  expect(when(left, who.coordinator, 'assignShift', { shift: 's1', person: 'ben', reason: 'short of people' })).toBe('over')
})

it('[H11] nobody vouches for themselves: not the leader who stands there, not a planner', () => {
  const ivy: Actor = { id: 'ivy', role: 'volunteer', approved: true }
  const given = board(gate({ claimedBy: ['ivy', 'ann'] }))
  expect(when(given, ivy, 'tickPresence', { shift: 's1', person: 'ivy', as: 'in' })).toBe('recheck_by_another')
  expect(when(given, who.coordinator, 'tickPresence', { shift: 's1', person: 'ann', as: 'in' })).toBe('recheck_by_another')
  expect(when(given, who.coordinator, 'tickPresence', { shift: 's1', person: 'ivy', as: 'in' })).toBeInstanceOf(Array)
})

it('[H11] [F64] a place given in a running shift is late, and missing, from the moment it was given', () => {
  const given = board({ shift: [shift('s1', noon, 8, { needed: 1, claimedBy: ['ben'], waitlist: ['cat'] })] })
  const offered = after('shift', given, ben, 'releaseShift', { shift: 's1' }, noon + 3 * hour)
  const promoted = after('shift', board({ shift: [offered] }), { id: 'cat', role: 'volunteer', approved: true }, 'claimShift', { shift: 's1' }, noon + 3 * hour)
  expect(promoted).toMatchObject({ claimedBy: ['cat'], joined: { cat: noon + 3 * hour } })
  const { duty } = facts.rules
  expect([5, 40].map(minutes => standing(promoted, 'cat', noon + 3 * hour + minutes * 60_000, duty))).toEqual(['expected', 'missing'])
  const cat: Actor = { id: 'cat', role: 'volunteer', approved: true }
  const come = (minutes: number) => after('shift', board({ shift: [promoted] }), cat, 'checkInShift', { shift: 's1', at: noon + 3 * hour + minutes * 60_000, lng: 110, lat: 21 }, noon + 3 * hour + minutes * 60_000).presence.cat?.in?.late
  expect([come(5), come(25)]).toEqual([0, 25])
  expect(after('shift', board({ shift: [shift('s1', noon, 8)] }), ben, 'claimShift', { shift: 's1' }, noon - hour).joined).toEqual({})
})

it('[H11] the door of a shift is open from the county\'s minutes before it until its end, by the device\'s time', () => {
  const at = (minutes: number) => when(board(gate()), ben, 'checkInShift', { shift: 's1', at: noon + minutes * 60_000, lng: 110, lat: 21 }, noon + minutes * 60_000)
  const early = facts.rules.duty.early
  expect([at(-early - 1), at(8 * 60 + 1)]).toEqual(['over', 'over'])
  for (const minutes of [-early, 0, 8 * 60]) expect(at(minutes), String(minutes)).toBeInstanceOf(Array)
})
