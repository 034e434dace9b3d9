import type { Role } from '../../shared/actor.ts'
import type { CommandName } from '../../shared/commands/all.ts'
import { describe, expect, it } from 'vitest'
import { roles } from '../../shared/actor.ts'
import { commands } from '../../shared/commands/all.ts'
import { decide } from '../../shared/decide.ts'
import { Rejection } from '../../shared/rejection.ts'
import { board, facts, hour, noon, when, who } from '../support/given.ts'

const at = { township: 'north', lng: 110, lat: 21 }
const ring: [number, number][] = [[0, 0], [1, 0], [1, 1]]

/** One call of every command that a listed role is granted, on the board below. A new command without one does not compile. */
const calls: Record<CommandName, object> = {
  announce: { announcement: 'a2', text: 'x' },
  endAnnouncement: { announcement: 'a1' },
  openIncident: { code: '1', name: 'x', phase: 'emergency', drill: false, startedAt: noon },
  reportIssue: { issue: 'i9', title: 'x', aspect: 'safety', severity: 'day', ...at },
  editIssue: { issue: 'i1', set: { title: 'y' }, base: { title: 'no gloves' } },
  moveIssue: { issue: 'i1', set: { lng: 111 }, base: { lng: 110 } },
  commentIssue: { issue: 'i1', text: 'x' },
  attachPhoto: { issue: 'i1', photo: 'f1' },
  assignIssue: { issue: 'i1', set: { unit: 'civil' }, base: { unit: 'health' } },
  extendIssue: { issue: 'i1', set: { deadline: noon + 90 * hour }, base: { deadline: noon + 24 * hour }, reason: 'x' },
  advanceIssue: { issue: 'i1', from: 'rectifying', to: 'awaiting', reason: 'x' },
  addPlace: { place: 'p9', name: 'x', kind: 'school', ...at },
  importPlaces: { places: [{ place: 'p9', name: 'x', kind: 'school', ...at }] },
  editPlace: { place: 'p1', set: { name: 'y' }, base: { name: 'North school' } },
  movePlace: { place: 'p1', set: { lng: 111 }, base: { lng: 110 } },
  retirePlace: { place: 'p1' },
  restorePlace: { place: 'p2' },
  openShift: { shift: 's9', title: 'x', ...at, startsAt: noon, endsAt: noon + hour, needed: 1 },
  editShift: { shift: 's1', set: { title: 'y' }, base: { title: 'night' } },
  claimShift: { shift: 's1' },
  releaseShift: { shift: 's2' },
  closeShift: { shift: 's1' },
  reopenShift: { shift: 's3' },
  postShortage: { shortage: 'n9', item: 'x', quantity: 1, ...at },
  editShortage: { shortage: 'n1', set: { item: 'y' }, base: { item: 'gloves' } },
  coverShortage: { shortage: 'n1', quantity: 1 },
  withdrawShortage: { shortage: 'n1' },
  reopenShortage: { shortage: 'n2' },
  drawZone: { zone: 'z9', name: 'x', level: 'control', ring, validFrom: noon },
  editZone: { zone: 'z1', set: { name: 'y' }, base: { name: 'market' } },
  liftZone: { zone: 'z1' },
  restoreZone: { zone: 'z2' },
}
const everybody = Object.values(who).map(actor => actor.id)
const given = (name: string) => board({
  ...name !== 'openIncident' && { incident: [{ id: 'incident' }] },
  issue: [{ id: 'i1', state: 'rectifying' }, { id: 'i2', state: 'awaiting' }],
  place: [{ id: 'p1' }, { id: 'p2', retired: true }],
  shift: [{ id: 's1', needed: 9 }, { id: 's2', needed: 9, claimedBy: everybody, startsAt: noon + 20 * hour, endsAt: noon + 22 * hour }, { id: 's3', open: false }],
  shortage: [{ id: 'n1' }, { id: 'n2', state: 'withdrawn' }],
  zone: [{ id: 'z1' }, { id: 'z2', liftedAt: noon }],
  announcement: [{ id: 'a1' }],
})

describe.each(Object.keys(commands) as CommandName[])('%s', (name) => {
  const allowed: readonly Role[] = commands[name].roles

  it.each(roles)('[C3] [C10] %s', (role) => {
    // No one step of an issue is everybody's: who finds takes another than who fixes.
    const call = name === 'advanceIssue' && role === 'inspector' ? { issue: 'i2', from: 'awaiting', to: 'closed' } : calls[name]
    const answer = when(given(name), who[role], name, call as never)
    if (allowed.includes(role)) expect(answer).toBeInstanceOf(Array)
    else expect(answer).toBe('forbidden')
  })

  it('[C2] a key nobody named is refused, and so is every wrong type', () => {
    const actor = who[allowed[0]!]
    expect(when(given(name), actor, name, { ...calls[name], extra: 1 } as never)).toBe('invalid')
    for (const field of Object.keys(calls[name])) {
      expect(when(given(name), actor, name, { ...calls[name], [field]: { toString: 'x' } } as never)).toBe('invalid')
    }
    for (const args of [null, undefined, 7, 'x', [], () => {}]) expect(when(given(name), actor, name, args as never)).toBe('invalid')
  })

  it('[C6] decided twice it is the same, and what was there is untouched', () => {
    const actor = who[allowed[0]!]
    const on = given(name)
    expect(when(on, actor, name, Object.freeze(calls[name]) as never)).toEqual(when(on, actor, name, calls[name] as never))
  })
})

it('[C1] unknown names, and names every object has, are refused', () => {
  for (const name of ['fly', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
    expect(() => decide(board(), { id: 'c', name, args: {} }, { actor: who.admin, now: noon, facts })).toThrow(new Rejection('unknown_command', name))
  }
})

it('[C2] text that is too long, positions off the earth and times out of range are refused', () => {
  const on = given('')
  expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, title: 'x'.repeat(81) } as never)).toBe('invalid')
  expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, title: '   ' } as never)).toBe('invalid')
  for (const lng of [181, -181, Number.NaN, Infinity, '110']) expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, lng } as never)).toBe('invalid')
  for (const startsAt of [-1, 1.5, 9e15, '1']) expect(when(on, who.coordinator, 'openShift', { ...calls.openShift, startsAt } as never)).toBe('invalid')
  for (const id of ['', 'a b', '../x', 'x'.repeat(65), '<b>']) expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, issue: id } as never)).toBe('invalid')
})
