import type { AnyRecord, Kind, Records } from '../../shared/records.ts'
import { hour, make, noon } from '../support/given.ts'

/** The headquarters, the team and the overseer, then the other readers. */
const staff = 'KAIR'
const office = `${staff}V`
const members = 'HJL'
const both = 'UC'

/** A record of the table. Every text about it contains its id; `seen` lists the readers by audience, `own` the other readers. */
export interface Case { readonly sort: string, readonly kind: Kind, readonly id: string, readonly record: AnyRecord, readonly seen: string, readonly own: string }
interface Line<K extends Kind> { readonly seen: string, readonly own?: string, readonly record?: Partial<Records[K]> }
type Table = { readonly [K in Kind]: Readonly<Record<string, Line<K>>> }

const north = { township: 'north' }
const south = { township: 'south' }
const came = { at: noon, lng: 110, lat: 21, accuracy: null, how: 'gps', proven: false, metres: 0, deviceAt: null, reason: '' } as const
const of = (given: Partial<Records['notice']['to']>) => ({ role: null, unit: null, township: null, person: null, place: null, grid: null, ...given })
const bulletinDay = { from: noon - 24 * hour, until: noon + hour }

/** Every kind: a reader's own record, a neighbour's, and a hidden one where the kind has any. A new kind does not compile without its row. */
const table: Table = {
  incident: { own: { seen: `${office}ON${both}${members}WPGE`, record: { id: 'incident' } } },
  counter: { hidden: { seen: '' } },
  postKey: { hidden: { seen: '' } },
  placeKey: { hidden: { seen: '' } },
  liftCondition: { hidden: { seen: `${office}ON${both}P` } },
  zone: { own: { seen: `${office}ON${both}${members}PG` } },
  announcement: { own: { seen: `${office}ON${both}${members}PG` } },
  place: {
    own: { seen: `${office}O${both}P`, record: { ...north, inspectedAt: noon } },
    neighbour: { seen: `${office}N${both}`, record: { ...south, inspectedAt: noon } },
  },
  issue: {
    own: { seen: `${office}OU`, record: { ...north, unit: 'health', photos: ['p-own-issue'] } },
    neighbour: { seen: `${office}NC`, record: { ...south, unit: 'civil', photos: ['p-neighbour-issue'] } },
  },
  issueTotal: {
    whole: { seen: office },
    own: { seen: 'O', record: north },
    neighbour: { seen: 'N', record: south },
    ofUnit: { seen: 'U', record: { unit: 'health' } },
    ofOther: { seen: 'C', record: { unit: 'civil' } },
  },
  post: {
    own: { seen: `${office}O${members}`, record: { ...north, leader: 'L', coded: true } },
    neighbour: { seen: `${office}N${members}`, record: south },
  },
  shift: {
    own: { seen: `${office}O${members}`, record: { ...north, post: 'x-own-post-x', claimedBy: ['H'] } },
    neighbour: { seen: `${office}N${members}`, record: { ...south, claimedBy: ['Z'] } },
  },
  crew: { own: { seen: `${staff}ON${members}`, record: { leader: 'H', members: [{ person: 'H', skills: ['x-skill-x'], trained: [] }, { person: 'J', skills: [], trained: [] }] } } },
  shortage: { own: { seen: `${office}O${both}`, record: north }, neighbour: { seen: `${office}N${both}`, record: south } },
  stock: { own: { seen: `${office}O${both}`, record: north }, neighbour: { seen: `${office}N${both}`, record: south } },
  move: { own: { seen: `${staff}O${both}`, record: north }, neighbour: { seen: `${staff}N${both}`, record: south } },
  delivery: {
    own: { seen: `${office}O${both}`, record: { fromTownship: 'north', ...north, proof: ['p-own-delivery'] } },
    between: { seen: `${office}ON${both}`, record: { fromTownship: 'north', ...south } },
    neighbour: { seen: `${office}N${both}`, record: { fromTownship: 'south', ...south, proof: ['p-neighbour-delivery'] } },
  },
  pledge: { own: { seen: `${office}O${both}`, record: north }, neighbour: { seen: `${office}N${both}`, record: south } },
  headcount: { own: { seen: `${staff}O${both}`, record: north }, neighbour: { seen: `${staff}N${both}`, record: south } },
  marketDay: { own: { seen: `${office}O${both}`, record: north }, neighbour: { seen: `${office}N${both}`, record: south } },
  baseline: { own: { seen: `${staff}O`, record: north }, neighbour: { seen: `${staff}N`, record: south }, unsaid: { seen: staff, record: { township: null } } },
  townshipCard: { own: { seen: `${staff}O${both}`, record: north }, neighbour: { seen: `${staff}N${both}`, record: south } },
  listWord: { hidden: { seen: `${staff}ON${both}` } },
  requirement: { hidden: { seen: `${office}ON${both}P` } },
  fulfilment: { own: { seen: `${office}O${both}P`, record: { ...north, unit: 'health', place: 'x-own-place-x' } }, neighbour: { seen: `${office}N${both}`, record: south } },
  grid: { own: { seen: `${staff}OG`, record: north }, neighbour: { seen: `${staff}N`, record: south } },
  careCount: { own: { seen: `${staff}OG`, record: { ...north, grid: 'x-own-grid-x' } }, neighbour: { seen: `${staff}N`, record: { ...south, grid: 'x-neighbour-grid-x' } } },
  reopening: {
    own: { seen: `${office}OUP`, record: { ...north, unit: 'health', place: 'x-own-place-x' } },
    neighbour: { seen: `${office}NC`, record: { ...south, unit: 'civil', place: 'x-neighbour-place-x' } },
  },
  selfReport: {
    own: { seen: `${staff}OUP`, record: { ...north, unit: 'health', place: 'x-own-place-x' } },
    neighbour: { seen: `${staff}NC`, record: { ...south, unit: 'civil', place: 'x-neighbour-place-x' } },
  },
  table: {
    own: { seen: '', own: 'O', record: { shared: 'own', owner: 'O', home: 'township:north' } },
    colleagues: { seen: 'O', record: { shared: 'colleagues', owner: 'O', home: 'township:north' } },
    staff: { seen: staff, record: { shared: 'colleagues', owner: 'K', home: 'staff' } },
    all: { seen: `${office}ON${both}`, record: { shared: 'all', owner: 'K', home: 'staff' } },
  },
  workPlan: {
    own: { seen: `${staff}OUP`, record: { addressees: ['township:north', 'unit:health', 'place:x-own-place-x'] } },
    neighbour: { seen: `${staff}NC`, record: { addressees: ['township:south', 'unit:civil', 'place:x-neighbour-place-x'] } },
  },
  helpCount: { own: { seen: `${staff}OG`, record: { ...north, grid: 'x-own-grid-x' } }, neighbour: { seen: `${staff}N`, record: { ...south, grid: null } } },
  round: { hidden: { seen: `${office}ON${both}P` } },
  sampling: { own: { seen: `${office}O${both}P`, record: { ...north, unit: 'health', place: 'x-own-place-x' } }, neighbour: { seen: `${office}N${both}`, record: south } },
  tube: { own: { seen: `${staff}O${both}P`, record: { ...north, unit: 'health', place: 'x-own-place-x', code: 'x-own-tube-x' } }, neighbour: { seen: `${staff}N${both}`, record: { ...south, code: 'x-neighbour-tube-x' } } },
  quarantine: { own: { seen: `${office}O${both}P`, record: { ...north, id: 'x-own-place-x' } }, neighbour: { seen: `${office}N${both}`, record: south } },
  batch: { own: { seen: `${office}O${both}P`, record: { ...north, place: 'x-own-place-x' } }, neighbour: { seen: `${office}N${both}`, record: south } },
  transfer: {
    own: { seen: `${office}OUP`, record: { ...north, unit: 'health', fromTownship: null, target: 'x-own-place-x', from: { place: null, township: null, text: '' } } },
    neighbour: { seen: `${office}NC`, record: { ...south, unit: 'civil', fromTownship: null, target: 'x-neighbour-place-x', from: { place: null, township: null, text: '' } } },
  },
  exposure: {
    own: { seen: `${staff}OUP`, record: { ...north, unit: 'health', place: 'x-own-place-x', name: 'x-own-exposure-x' } },
    neighbour: { seen: `${staff}NC`, record: { ...south, unit: 'civil', place: null, name: 'x-neighbour-exposure-x' } },
  },
  team: { hidden: { seen: staff } },
  checklist: { hidden: { seen: staff } },
  briefing: { hidden: { seen: staff } },
  dayReport: { hidden: { seen: staff } },
  inspection: {
    own: { seen: `${office}O`, record: { ...north, state: 'onSite', checkIn: came, photos: ['p-own-inspection'] } },
    neighbour: { seen: `${office}N`, record: { ...south, state: 'onSite', checkIn: came, photos: ['p-neighbour-inspection'] } },
    announced: { seen: `${office}O`, record: { ...north, unannounced: false, photos: ['p-announced-inspection'] } },
    hidden: { seen: staff, record: { ...north, photos: ['p-hidden-inspection'] } },
  },
  bulletin: {
    own: { seen: `${office}ON${both}`, record: { id: '2030-04-01', day: '2030-04-01', ...bulletinDay, no: 1, issuedBy: 'K', issuedAt: noon } },
    hidden: { seen: office, record: { id: '2030-04-02', day: '2030-04-02', ...bulletinDay } },
  },
  correction: {
    own: { seen: `${office}OU`, record: { ...north, unit: 'health' } },
    neighbour: { seen: `${office}NC`, record: { ...south, unit: 'civil' } },
  },
  letter: {
    own: { seen: `${staff}OU`, record: { ...north, unit: 'health' } },
    neighbour: { seen: `${staff}NC`, record: { ...south, unit: 'civil' } },
  },
  slip: {
    own: { seen: `${staff}OU`, record: { ...north, units: ['health'], signature: 'p-own-slip' } },
    neighbour: { seen: `${staff}NC`, record: { ...south, units: ['civil'], signature: 'p-neighbour-slip' } },
  },
  notice: {
    unit: { seen: `${staff}U`, record: { to: of({ unit: 'health' }), ...south } },
    township: { seen: `${staff}O`, record: { to: of({ township: 'north' }), ...south } },
    role: { seen: staff, record: { to: of({ role: 'coordinator' }), ...north } },
    person: { seen: `${staff}O`, own: 'H', record: { to: of({ person: 'H' }), issue: null, shift: 'x-own-shift-x', ...north } },
    place: { seen: `${staff}P`, record: { to: of({ place: 'x-own-place-x' }), issue: null, ...south } },
    grid: { seen: `${staff}G`, record: { to: of({ grid: 'x-own-grid-x' }), issue: null, ...south } },
    neighbour: { seen: `${staff}N`, record: { to: of({ person: 'Z' }), issue: null, shift: 'x-neighbour-shift-x', ...south } },
  },
}

/** The table names people by letter; this uses their accounts. */
function withPeople(record: AnyRecord, people: Readonly<Record<string, string>>): AnyRecord {
  const known = (value: unknown): unknown => {
    if (typeof value === 'string') return people[value] ?? value
    if (Array.isArray(value)) return value.map(known)
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, known(one)])) : value
  }
  return known(record) as AnyRecord
}

/** The whole table, for these people. */
export function cases(people: Readonly<Record<string, string>>): Case[] {
  return (Object.keys(table) as Kind[]).flatMap(kind => Object.entries(table[kind] as Readonly<Record<string, Line<Kind>>>).map(([sort, { seen, own = '', record }]) => {
    const whole = withPeople(make(kind, { id: `x-${sort}-${kind}-x`, ...record } as never), people)
    return { sort, kind, id: whole.id, record: whole, seen, own }
  }))
}
