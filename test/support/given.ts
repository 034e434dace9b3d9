import type { Args, CommandName } from '../../shared/commands.ts'
import type { Actor, Role } from '../../shared/core/actor.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Code } from '../../shared/core/rejection.ts'
import type { Kind, Records } from '../../shared/records.ts'
import assert from 'node:assert/strict'
import * as v from 'valibot'
import { Board } from '../../shared/core/board.ts'
import { decide } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { untouched } from '../../shared/duty/duty.ts'
import { codeFits } from '../../shared/duty/post-code.ts'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'
import { facts } from './county.ts'
import { sitesGiven } from './given-sites.ts'
import { stored } from './stored.ts'

/** Tests of rules on plain data: given a board, when a person does something, then these records change or the command is refused. */

export { facts } from './county.ts'
export const hour = 3_600_000
export const noon = Date.parse('2030-05-06T12:00:00Z')

/** One person for each role; the officer belongs to `north`, the unit is `health`. */
export const who: Readonly<Record<Role, Actor>> = {
  coordinator: { id: 'ann', role: 'coordinator' },
  inspector: { id: 'ina', role: 'inspector' },
  officer: { id: 'olaf', role: 'officer', township: 'north' },
  unit: { id: 'una', role: 'unit', unit: 'health' },
  volunteer: { id: 'ben', role: 'volunteer', township: 'north', approved: true },
  viewer: { id: 'vic', role: 'viewer' },
  admin: { id: 'ada', role: 'admin' },
  overseer: { id: 'ove', role: 'overseer' },
  contact: { id: 'con', role: 'contact', place: 'p5' },
  gridWorker: { id: 'gus', role: 'gridWorker', grid: 'w1' },
  auditor: { id: 'aud', role: 'auditor' },
  system: { id: 'system', role: 'system' },
}

const at = { township: 'north', lng: 110, lat: 21, accuracy: null, source: 'map' as const }
const samples: Records = {
  incident: { id: 'incident', code: '001', name: 'Test', phase: 'emergency', drill: false, startedAt: noon, openedAt: 0, clock: { offset: 0, stoppedAt: null }, cleared: {}, ended: null },
  counter: { id: 'issue', value: 1 },
  place: { id: 'p1', name: 'North school', kind: 'school', address: '', unit: null, keeper: '', keeperPost: '', ...at, note: '', lanes: null, retired: false, coded: false, inspectedAt: null },
  placeKey: { id: 'p1', key: '0'.repeat(64) },
  issue: {
    id: 'i1',
    no: 1,
    title: 'no gloves',
    note: '',
    aspect: 'safety',
    severity: 'day',
    place: null,
    places: [],
    inspection: null,
    item: null,
    ...at,
    unit: 'health',
    keeper: '',
    keeperPost: '',
    state: 'found',
    deadline: noon + 24 * hour,
    assignedAt: null,
    dueFrom: null,
    nextDate: null,
    foundBy: 'ina',
    foundAt: noon,
    deviceAt: null,
    rectifiedBy: null,
    fixedAt: null,
    closedBy: null,
    relapses: 0,
    after: [],
    afterOld: 0,
    returns: [],
    returnsRead: {},
    findings: [],
    notedAt: null,
    relapsedAt: null,
    since: noon,
    photos: [],
    comments: 0,
  },
  issueTotal: { id: 'county', township: null, unit: null, closed: 0, byAspect: {}, byTownship: {}, bySeverity: {}, byUnit: {} },
  post: { id: 'g1', title: 'gate', place: null, ...at, pattern: [{ id: 'day', title: 'day', start: '08:00', hours: 8, needed: 2 }], skills: [], risk: 'low', leader: null, open: true, coded: false },
  postKey: { id: 'g1', key: '0'.repeat(64) },
  crew: { id: 'k1', name: 'youth', leader: 'ann', members: [{ person: 'ann', skills: [], trained: [] }], requests: [], at: noon },
  shift: { ...untouched, id: 's1', title: 'night', place: null, ...at, startsAt: noon + hour, endsAt: noon + 9 * hour, needed: 2, skills: [], risk: 'low' },
  shortage: { id: 'n1', item: 'gloves', supply: null, issue: null, quantity: 100, measure: '', allocated: 0, covered: 0, place: null, ...at, runsOutAt: null, state: 'open', postedBy: 'ina', postedAt: noon, settledAt: null, note: '' },
  zone: { id: 'z1', name: 'market', level: 'control', ring: [[110, 21], [110.1, 21], [110.1, 21.1]], validFrom: noon, validTo: null, reason: '', approver: '', liftedAt: null, history: [], known: { case: null, contact: null, round: null } },
  announcement: { id: 'a1', text: 'hello', by: 'ann', at: noon, until: null, phase: null },
  team: { id: 't1', no: 1, name: 'Team 1', leader: 'ina', members: ['ina'], vehicle: '', phone: '', townships: ['north'] },
  townshipCard: { id: 'north', township: 'north', leader: '', phone: '', by: 'ann', at: noon },
  listWord: { id: 'w1', of: 'kind', word: '小学', means: 'school', by: 'ann', at: noon },
  baseline: { id: 'u1_north', list: 'u1', kind: 'school', scope: null, township: 'north', source: 'the bureau', names: [{ name: 'North school', township: 'north' }], skipped: 0, withdrawn: false, by: 'ann', at: noon },
  checklist: { id: 'school-1', kind: 'school', recovery: false, version: 1, items: [], madeBy: 'ann', madeAt: noon },
  inspection: {
    id: 'v1',
    day: '2030-05-06',
    team: 't1',
    mode: 'visit',
    title: 'North school',
    place: null,
    ...at,
    unannounced: true,
    order: 0,
    state: 'planned',
    plannedBy: 'ann',
    plannedAt: noon,
    inspector: null,
    checkIn: null,
    checklist: null,
    results: {},
    swept: [],
    observations: 0,
    trail: [],
    photos: ['f0'],
    finishedAt: null,
    clean: false,
    signedBy: null,
    note: '',
  },
  briefing: { id: '2030-05-06', day: '2030-05-06', focus: '', decisions: '', publishedAt: null, phase: null, by: 'ann', readBy: [] },
  dayReport: { id: '2030-05-06_t1', day: '2030-05-06', team: 't1', note: '', signedBy: 'ina', at: noon },
  slip: { id: 'k1', no: 1, township: 'north', place: null, issues: ['i1'], units: ['health'], by: 'ina', at: noon, deviceAt: null, receiverPost: '', signature: 's1', receiverSignature: 's2' },
  letter: { id: 'l1', no: 1, unit: 'health', township: null, items: [{ issue: 'i1', no: 1, title: 'no gloves', township: 'north', place: '', foundAt: noon - 30 * hour, deadline: noon - hour }], dueAt: noon + 24 * hour, by: 'ann', at: noon },
  bulletin: {
    id: '2030-05-05',
    day: '2030-05-05',
    from: Date.parse('2030-05-04T18:00:00Z'),
    until: Date.parse('2030-05-05T18:00:00Z'),
    seq: 0,
    figures: {
      found: 0,
      foundToday: 0,
      closed: 0,
      closedToday: 0,
      followed: 0,
      overdue: 0,
      relapsedToday: 0,
      byAspect: {},
      byTownship: {},
      bySeverity: {},
      byUnit: {},
      inspections: 0,
      placesSeen: 0,
      silentTeams: [],
      shortages: 0,
      gaps: 0,
      missing: 0,
      zones: 0,
    },
    sample: [],
    held: {},
    no: null,
    issuedBy: null,
    issuedAt: null,
    cases: '',
    requirements: '',
    readBy: [],
    withdrawn: [],
  },
  correction: { id: 'i1_title_1', no: 1, day: '2030-05-05', issue: 'i1', township: 'north', unit: 'health', field: 'title', was: 'a', is: 'b', by: 'ann', at: noon },
  stock: { id: 'p1_glove', place: 'p1', township: 'north', supply: 'glove', quantity: 0, countedAt: null },
  move: { id: 'm1', supply: 'glove', place: 'p1', township: 'north', change: 5, why: 'received', delivery: null, note: null, paper: '', party: '', reason: '', by: 'ann', at: noon },
  delivery: {
    id: 'd1',
    shortage: null,
    supply: 'glove',
    quantity: 10,
    from: 'p1',
    fromTownship: 'north',
    to: 'p3',
    township: 'north',
    state: 'allocated',
    note: null,
    dueAt: null,
    driver: '',
    load: '',
    received: null,
    signedBy: '',
    proof: [],
    explained: '',
    allocatedBy: 'ann',
    allocatedAt: noon,
    dispatchedAt: null,
    receivedAt: null,
    cancelledAt: null,
  },
  pledge: { id: 'g1', shortage: 'n1', township: 'north', donor: 'the oil works', quantity: 10, state: 'offered', by: 'ann', at: noon, settledAt: null },
  headcount: { id: 'p1', township: 'north', groups: {}, by: 'ann', at: noon },
  marketDay: { id: 'p1_2030-05-06', place: 'p1', township: 'north', day: '2030-05-06', staples: {}, judged: {}, by: 'ann', at: noon },
  requirement: { id: 'visits-1', rule: 'visits', version: 1, act: 'visit', kinds: ['school'], levels: ['outside'], phases: ['recovery'], every: 48, first: 48, zh: '隔日走访', en: 'Visit every other day', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: 'ann' },
  grid: { id: 'w1', township: 'north', name: 'Grid 1', phone: '', spot: null, retired: false },
  careCount: { id: 'w1-all', grid: 'w1', township: 'north', group: 'all', count: 7, late: 0, risen: 0, far: 0, lateAt: null, risenAt: null, farAt: null },
  liftCondition: { id: 'quiet-2', rule: 'quiet', version: 2, asks: 'case', levels: ['lockdown', 'control'], days: 7, zh: '7天无病例', en: 'No case for 7 days', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: 'ann' },
  helpCount: { id: 'w1', township: 'north', grid: 'w1', open: 6, waiting: 5, urgent: 0, newAt: noon, urgentAt: null, risenAt: null, farAt: null },
  fulfilment: { id: 'p1-test', place: 'p1', township: 'north', unit: null, act: 'test', at: noon, by: 'olaf', count: 60, note: '', before: null },
  table: { id: 't1', name: 'By township', of: 'issue', columns: [{ field: 'count', title: '', sum: true }], filters: [], group: 'township', rows: false, settled: false, shared: 'own', owner: 'ann', home: 'staff', version: 1, at: noon, schedule: null },
  reopening: { id: 'p1', place: 'p1', township: 'north', unit: null, kind: 'school', step: 'running', since: noon - 100 * hour, steps: [], list: null, failed: [], aboveScale: false, workers: null, conditions: '', batch: null, grades: [], teachers: 0, teachersReady: 0, rooms: 0, roomsReady: 0, lastReport: null },
  selfReport: { id: 'p1_2030-05-06', place: 'p1', township: 'north', unit: null, day: '2030-05-06', present: 50, symptoms: 0, measured: 50, disinfected: true, note: '', by: 'con', at: noon, check: null },
  ...sitesGiven(noon, hour),
  exposure: { id: 'e1', place: 'p1', name: 'market', township: 'north', unit: null, lng: 110, lat: 21, windows: [{ from: noon - 30 * hour, to: noon - 28 * hour }], origin: 'case', reason: 'CDC report 7', checks: {}, zone: null, line: null, by: 'ann', at: noon, releasedBy: null, releasedAt: null, released: '' },
  workPlan: { id: 'w1-1', plan: 'w1', version: 1, title: 'Back to school', text: 'In turns.', file: null, unit: null, addressees: ['township:north'], by: 'ann', at: noon, reads: {}, remindedAt: null, replacedAt: null },
  notice: { id: 'overdue-i1-1', rule: 'overdue', issue: 'i1', shift: null, letter: null, place: null, plan: null, township: 'north', to: { role: null, unit: 'health', township: null, person: null, place: null, grid: null }, about: '', at: noon, readBy: [] },
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** A frozen record of that kind with ordinary values, except for the fields given. */
export const make = <K extends Kind>(kind: K, given: Partial<Records[K]>): Records[K] => frozen(structuredClone({ ...samples[kind], ...given }))

/** A board with only these records. */
export function board(records: { readonly [K in Kind]?: readonly Partial<Records[K]>[] } = {}): Board {
  const made = new Board()
  for (const kind of kinds) {
    for (const value of (records[kind] ?? []).map(given => make(kind, given as never))) made.set({ kind, id: value.id, value })
  }
  return made
}

/** The answer of the rules: the changes, or the refusal with all its details. Checks that every record written fits its schema. */
export function outcome(given: Board, actor: Actor, name: string, args: unknown, now = noon, by = facts, real = now): Change[] | Rejection {
  try {
    const changes = decide(given, { id: 'c', name, args }, { actor, now, real, facts: by, codeFits })
    for (const { kind, value } of changes) assert.deepEqual(stored(value && v.parse(schemas[kind], value)), stored(value))
    return changes
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
}

/** The changes, or the code of the refusal. */
export function when<N extends CommandName>(given: Board, actor: Actor, name: N, args: Args<N>, now = noon): Change[] | Code {
  const answer = outcome(given, actor, name, args, now)
  return answer instanceof Rejection ? answer.code : answer
}

/** The one record of that kind as the command leaves it. */
export function after<K extends Kind, N extends CommandName>(kind: K, given: Board, actor: Actor, name: N, args: Args<N>, now = noon): Records[K] {
  const answer = outcome(given, actor, name, args, now)
  const change = answer instanceof Rejection ? undefined : answer.find(one => one.kind === kind)
  if (!change?.value) throw new Error(`${name} changed no ${kind}: ${answer instanceof Rejection ? `${answer.code} ${answer.detail}` : 'it was accepted'}`)
  return change.value as Records[K]
}
