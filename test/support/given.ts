import type { Actor, Role } from '../../shared/actor.ts'
import type { Change } from '../../shared/board.ts'
import type { AnyRecord, Kind, Records } from '../../shared/records.ts'
import type { Code } from '../../shared/rejection.ts'
import * as v from 'valibot'
import { expect } from 'vitest'
import { Board } from '../../shared/board.ts'
import { decide } from '../../shared/decide.ts'
import { kinds, schemas } from '../../shared/records.ts'
import { Rejection } from '../../shared/rejection.ts'
import { facts } from './county.ts'

/** Given a board, when somebody does something, then this changed, or this was refused: on plain data. */

export const hour = 3_600_000
export const now = Date.parse('2030-05-06T12:00:00Z')

export const coordinator: Actor = { id: 'cora', role: 'coordinator' }
export const inspector: Actor = { id: 'ines', role: 'inspector' }
export const officer: Actor = { id: 'olaf', role: 'officer', township: 'north' }
export const southOfficer: Actor = { id: 'sven', role: 'officer', township: 'south' }
export const unit: Actor = { id: 'una', role: 'unit', unit: 'health' }
export const police: Actor = { id: 'paul', role: 'unit', unit: 'police' }
export const volunteer: Actor = { id: 'vera', role: 'volunteer', township: 'north' }
export const viewer: Actor = { id: 'wilma', role: 'viewer' }
export const admin: Actor = { id: 'ada', role: 'admin' }
export const everybody: Readonly<Record<Role, Actor>> = { coordinator, inspector, officer, unit, volunteer, viewer, admin }

const at = { township: 'north', lng: -20, lat: 64.5, accuracy: null, source: 'map' as const }
const triangle: [number, number][] = [[-20, 64], [-19, 64], [-19.5, 65]]
const samples: Records = {
  incident: { id: 'incident', code: '001', name: 'Test', phase: 'emergency', drill: false, startedAt: now },
  counter: { id: 'issue', value: 1 },
  place: { id: 'p1', name: 'School', kind: 'school', address: '', ...at, note: '', retired: false },
  issue: {
    id: 'i1',
    no: 1,
    title: 'No gloves',
    note: '',
    aspect: 'safety',
    severity: 'day',
    place: null,
    ...at,
    unit: 'health',
    state: 'found',
    deadline: now + 20 * hour,
    nextDate: null,
    foundBy: 'ines',
    foundAt: now - 4 * hour,
    deviceAt: null,
    rectifiedBy: null,
    since: now - 4 * hour,
    photos: [],
    comments: 0,
  },
  shift: { id: 's1', title: 'Gate', place: null, ...at, startsAt: now + hour, endsAt: now + 5 * hour, needed: 2, claimedBy: [], open: true, note: '' },
  shortage: { id: 'h1', item: 'Gloves', quantity: 10, measure: '', covered: 0, place: null, ...at, runsOutAt: null, state: 'open', postedBy: 'olaf', postedAt: now, note: '' },
  zone: { id: 'z1', name: 'Zone', level: 'lockdown', ring: triangle, validFrom: now, validTo: null, reason: '', approver: '', liftedAt: null },
  announcement: { id: 'a1', text: 'Hello', by: 'cora', at: now, until: null },
}

/** A record of that kind, ordinary but for what is given. */
export const sample = <K extends Kind>(kind: K, given: Partial<Records[K]> = {}): Records[K] => ({ ...samples[kind], ...given })

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** A board with these records and nothing else, none of which can be altered. */
export function board(records: { readonly [K in Kind]?: readonly Partial<Records[K]>[] } = {}): Board {
  const made = new Board()
  for (const kind of kinds) {
    for (const given of records[kind] ?? []) {
      const value = frozen(sample(kind, given as Partial<AnyRecord>))
      made.set({ kind, id: value.id, value })
    }
  }
  return made
}

export const dump = (of: Board) => Object.fromEntries(kinds.map(kind => [kind, [...of.all(kind)].sort((a, b) => a.id.localeCompare(b.id))]).filter(([, list]) => list!.length))

function attempt(given: Board, actor: Actor, name: string, args: unknown): Change[] | Rejection {
  try {
    return decide(given, frozen({ id: 'command-1', name, args }), frozen({ actor: { ...actor }, now, facts }))
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
}

type Changed = { readonly [K in Kind]?: Records[K] }

/** What changed, by kind (the last one of each), or the code of the refusal. Checks on the way that the rules are pure and write only what fits the schema. */
export function when(given: Board, actor: Actor, name: string, args: unknown): Code | Changed {
  const before = JSON.stringify(dump(given))
  const outcome = attempt(given, actor, name, args)
  expect(attempt(given, actor, name, args)).toEqual(outcome)
  expect(JSON.stringify(dump(given))).toBe(before)
  if (outcome instanceof Rejection) return outcome.code
  for (const { kind, id, value } of outcome) {
    expect(value && v.parse(schemas[kind], value)).toEqual(value)
    expect(value?.id ?? id).toBe(id)
  }
  return Object.fromEntries(outcome.map(({ kind, value }) => [kind, value]))
}

/** The refusal with all it tells, or a failed test. */
export function refusal(given: Board, actor: Actor, name: string, args: unknown): Rejection {
  const outcome = attempt(given, actor, name, args)
  if (outcome instanceof Rejection) return outcome
  throw new Error(`${name} was not refused`)
}
