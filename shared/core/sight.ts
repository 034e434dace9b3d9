import type { AnyRecord, Kind, Records } from '../records.ts'
import type { Actor, Role } from './actor.ts'
import { worksIn } from './actor.ts'
import { among, isNamed, namedTogether } from './named-together.ts'

/** Which records a person may see and change: decided here, once, for client and server. One line per kind. */

/**
 * The audience of a person. All people of one audience see the same records, so one frame and one snapshot serve them all.
 * An officer sees their township, a token with several townships all of these, a unit what is assigned to it, a contact their place, a grid worker their grid, a volunteer the shifts, and a
 * wall screen what may be shown in public. A volunteer without approval sees the name of the incident and no records, and so does an auditor.
 */
export function audienceOf({ role, township, townships, unit, place, grid, approved }: Actor): string {
  if (role === 'officer') return `township:${townships ? namedTogether(townships) : township}`
  if (role === 'unit') return `unit:${unit}`
  if (role === 'contact') return `place:${place}`
  if (role === 'gridWorker') return `grid:${grid}`
  if (role === 'auditor' || (role === 'volunteer' && !approved)) return 'newcomer'
  return role === 'volunteer' || role === 'viewer' ? role : 'staff'
}

/** An audience in parts: the scope is `staff`, `viewer`, `volunteer`, `newcomer`, `township`, `unit`, `place` or `grid`; the last four have a name, and several townships one for them all. */
interface Eye { readonly scope: string, readonly name: string }
type Sight<K extends Kind> = (eye: Eye, record: Records[K]) => boolean

/** Audiences that follow no requirements of places. */
const plain: readonly string[] = ['newcomer', 'volunteer', 'grid']
const all = () => true
const none = () => false
const members = ({ scope }: Eye) => scope !== 'newcomer'
const staff = ({ scope }: Eye) => scope === 'staff'
const office = ({ scope }: Eye) => scope === 'staff' || scope === 'viewer'
const ofTownship = ({ scope, name }: Eye, { township }: { readonly township: string | null }) => scope === 'township' && among(name, township)
const ofGrid = ({ scope, name }: Eye, grid: string | null) => scope === 'grid' && grid === name
const ofUnit = ({ scope, name }: Eye, { unit }: { readonly unit: string | null }) => scope === 'unit' && unit === name
const ofPlace = ({ scope, name }: Eye, place: string | null) => scope === 'place' && place === name
/** An unannounced visit is hidden from the inspected until check-in. An announced visit stays visible, even if it is cancelled. */
const open = ({ unannounced, checkIn }: Records['inspection']) => checkIn !== null || !unannounced

const sights: { readonly [K in Kind]: Sight<K> } = {
  incident: all,
  counter: none,
  postKey: none,
  placeKey: none,
  zone: members,
  announcement: members,
  place: (eye, place) => office(eye) || eye.scope === 'unit' || ofTownship(eye, place) || ofPlace(eye, place.id),
  issue: (eye, issue) => office(eye) || ofTownship(eye, issue) || (eye.scope === 'unit' && issue.unit === eye.name),
  issueTotal: (eye, { township, unit }) => (township === null && unit === null ? office(eye) : ofTownship(eye, { township }) || (eye.scope === 'unit' && unit === eye.name)),
  post: (eye, post) => office(eye) || eye.scope === 'volunteer' || ofTownship(eye, post),
  shift: (eye, shift) => office(eye) || eye.scope === 'volunteer' || ofTownship(eye, shift),
  crew: ({ scope }) => scope === 'staff' || scope === 'volunteer' || scope === 'township',
  shortage: (eye, shortage) => office(eye) || eye.scope === 'unit' || ofTownship(eye, shortage),
  stock: (eye, stock) => office(eye) || eye.scope === 'unit' || ofTownship(eye, stock),
  move: (eye, move) => staff(eye) || eye.scope === 'unit' || ofTownship(eye, move),
  delivery: (eye, delivery) => office(eye) || eye.scope === 'unit' || ofTownship(eye, delivery) || ofTownship(eye, { township: delivery.fromTownship }),
  pledge: (eye, pledge) => office(eye) || eye.scope === 'unit' || ofTownship(eye, pledge),
  headcount: (eye, headcount) => staff(eye) || eye.scope === 'unit' || ofTownship(eye, headcount),
  marketDay: (eye, day) => office(eye) || eye.scope === 'unit' || ofTownship(eye, day),
  baseline: (eye, list) => staff(eye) || ofTownship(eye, list),
  listWord: ({ scope }) => scope === 'staff' || scope === 'township' || scope === 'unit',
  townshipCard: (eye, card) => staff(eye) || eye.scope === 'unit' || ofTownship(eye, card),
  requirement: ({ scope }) => !plain.includes(scope),
  liftCondition: ({ scope }) => !plain.includes(scope),
  fulfilment: (eye, done) => office(eye) || eye.scope === 'unit' || ofTownship(eye, done) || ofPlace(eye, done.place),
  grid: (eye, grid) => staff(eye) || ofTownship(eye, grid) || ofGrid(eye, grid.id),
  careCount: (eye, count) => staff(eye) || ofTownship(eye, count) || ofGrid(eye, count.grid),
  reopening: (eye, one) => office(eye) || ofUnit(eye, one) || ofTownship(eye, one) || ofPlace(eye, one.place),
  selfReport: (eye, one) => staff(eye) || ofUnit(eye, one) || ofTownship(eye, one) || ofPlace(eye, one.place),
  table: (eye, { shared, home }) => (shared === 'all' ? office(eye) || eye.scope === 'township' || eye.scope === 'unit' : shared === 'colleagues' && isNamed(eye, home)),
  workPlan: (eye, plan) => staff(eye) || (!plain.includes(eye.scope) && plan.addressees.some(one => isNamed(eye, one))),
  helpCount: (eye, count) => staff(eye) || ofTownship(eye, count) || ofGrid(eye, count.grid),
  round: eye => office(eye) || eye.scope === 'unit' || eye.scope === 'township' || eye.scope === 'place',
  sampling: (eye, site) => office(eye) || eye.scope === 'unit' || ofTownship(eye, site) || ofPlace(eye, site.place),
  tube: (eye, tube) => staff(eye) || eye.scope === 'unit' || ofTownship(eye, tube) || ofPlace(eye, tube.place),
  quarantine: (eye, site) => office(eye) || eye.scope === 'unit' || ofTownship(eye, site) || ofPlace(eye, site.id),
  batch: (eye, one) => office(eye) || eye.scope === 'unit' || ofTownship(eye, one) || ofPlace(eye, one.place),
  transfer: (eye, trip) => office(eye) || ofUnit(eye, trip) || ofTownship(eye, trip) || ofTownship(eye, { township: trip.fromTownship }) || ofPlace(eye, trip.target) || ofPlace(eye, trip.from.place),
  exposure: (eye, one) => staff(eye) || ofUnit(eye, one) || ofTownship(eye, one) || ofPlace(eye, one.place),
  team: staff,
  checklist: staff,
  inspection: (eye, inspection) => staff(eye) || (open(inspection) && (office(eye) || ofTownship(eye, inspection))),
  briefing: staff,
  dayReport: staff,
  bulletin: (eye, { issuedAt }) => office(eye) || (issuedAt !== null && (eye.scope === 'township' || eye.scope === 'unit')),
  correction: (eye, one) => office(eye) || ofTownship(eye, one) || (eye.scope === 'unit' && one.unit === eye.name),
  letter: (eye, { unit, township }) => staff(eye) || (eye.scope === 'unit' && unit === eye.name) || ofTownship(eye, { township }),
  slip: (eye, slip) => staff(eye) || ofTownship(eye, slip) || (eye.scope === 'unit' && slip.units.includes(eye.name)),
  notice: (eye, { to, shift, township }) => staff(eye) || (shift !== null && to.person !== null && ofTownship(eye, { township })) || (eye.scope === 'unit' && to.unit === eye.name) || ofTownship(eye, to) || ofPlace(eye, to.place) || ofGrid(eye, to.grid) || eye.scope === to.role,
}

/** True if this audience may see the record. Depends on the record alone, so a record that moves out of sight becomes a removal for this audience. */
export function visible(audience: string, kind: Kind, record: AnyRecord): boolean {
  const [scope = '', name = ''] = audience.split(':')
  return (sights[kind] as Sight<Kind>)({ scope, name }, record as never)
}

/** True if this audience sees some records of the kind: the record asked about is as visible to it as one of this kind can be. */
export function seesAny(audience: string, kind: Kind): boolean {
  const [scope = '', all = ''] = audience.split(':')
  const [name = ''] = all.split('+')
  const to = { role: scope, unit: name, township: name, person: null, place: null, grid: name }
  const record: unknown = { id: name, place: name, grid: name, township: scope === 'township' ? name : null, fromTownship: name, target: name, from: { place: name }, unit: scope === 'unit' ? name : null, units: [name], addressees: [`${scope}:${name}`], to, shift: null, issuedAt: 0, shared: 'all', unannounced: false, checkIn: null }
  return visible(audience, kind, record as AnyRecord)
}

type Veil<K extends Kind> = (eye: Eye, record: Records[K]) => Partial<Records[K]> | null

/** Presence without times and without the way of checking in: a wall screen shows only that somebody is at the post or has left it. */
const there = ({ presence, startsAt, endsAt }: Records['shift']): Records['shift']['presence'] => Object.fromEntries(Object.entries(presence).map(([person, { in: came, out }]) =>
  [person, { in: came && { at: startsAt, how: 'leader', late: 0, offline: Boolean(came.offline || came.vague), confirmedBy: came.confirmedBy && person }, out: out && { at: endsAt, early: 0 } }]))

const small = (people: number | null) => people !== null && people > 0 && people < 5 ? null : people

/** Values that replace the fields hidden from an audience. `own-parts.ts` says what a person sees beyond their audience. Nothing but `fault canary --sabotage` takes one away. */
export const veils: { readonly [K in Kind]?: Veil<K> } = {
  shift({ scope }, shift) {
    if (scope === 'volunteer') return { presence: {}, overrides: {}, swaps: [], handover: null }
    return scope === 'viewer' ? { presence: there(shift), overrides: {}, swaps: [], handover: null } : null
  },
  // Fewer than five people could be recognised; only their own township and grid see how many they are.
  careCount: ({ scope }, { count, late, risen, far }) => scope === 'staff' ? { count: small(count), late: small(late), risen: small(risen), far: small(far) } : null,
  // Other departments need the figures for supplies, a wall screen for its colours; neither needs to know who is behind which door.
  batch: ({ scope, name }, { unit, departures }) => scope === 'viewer' || (scope === 'unit' && unit !== name) ? { rooms: [], note: '', departures: departures.map(one => ({ ...one, rooms: [], to: '' })) } : null,
  transfer: ({ scope }) => scope === 'viewer' ? { phone: '' } : null,
  // The evidence for lifting a zone may speak of cases.
  zone: ({ scope }) => scope === 'volunteer' || scope === 'viewer' || scope === 'place' || scope === 'grid' ? { known: { case: null, contact: null, round: null } } : null,
  helpCount: ({ scope }, { open, waiting, urgent }) => scope === 'staff' ? { open: small(open), waiting: small(waiting), urgent: small(urgent) } : null,
  crew: ({ scope }, { members }) => scope === 'volunteer' ? { members: members.map(({ person }) => ({ person, skills: [], trained: [] })), requests: [] } : null,
}

/** The record as this audience sees it, or null if it is hidden. The same object if no field is hidden. */
export function shown(audience: string, kind: Kind, record: AnyRecord): AnyRecord | null {
  if (!visible(audience, kind, record)) return null
  const [scope = '', name = ''] = audience.split(':')
  const veil = (veils[kind] as Veil<Kind> | undefined)?.({ scope, name }, record as never)
  return veil ? { ...record, ...veil } as AnyRecord : record
}

/** True if only fields hidden from this audience changed: then the audience must not learn of the command. */
export function looksSame(audience: string, kind: Kind, was: AnyRecord, value: AnyRecord): boolean {
  const now = shown(audience, kind, value)
  return now !== null && now !== value && JSON.stringify(shown(audience, kind, was)) === JSON.stringify(now)
}

/** What this audience may learn about other people online: who they are and what they look at, only how many there are, or nothing. */
export function company(audience: string): 'names' | 'count' | 'nothing' {
  if (audience === 'newcomer') return 'nothing'
  return audience === 'volunteer' || audience.startsWith('place:') || audience.startsWith('grid:') ? 'count' : 'names'
}

const plans: readonly Kind[] = ['team', 'checklist', 'briefing', 'dayReport', 'inspection']

/**
 * True if the record is a plan that this audience has never seen: then its removal, its id and its readers stay hidden too.
 * Once a plan has been seen it stays visible: an announcement is never withdrawn, and a visit never moves after check-in.
 */
export function secret(audience: string, kind: Kind, record: AnyRecord): boolean {
  if (!plans.includes(kind) || visible(audience, kind, record)) return false
  return kind !== 'inspection' || (record as Records['inspection']).unannounced
}

type Reach<K extends Kind> = (actor: Actor, record: Records[K]) => boolean
const own = (actor: Actor, record: { readonly township: string | null }) => worksIn(actor, record.township)

/** The kinds that an officer, a unit, a contact or a grid worker may change, each within their own area. They may not change a kind that is not listed. */
const officers: { readonly [K in Kind]?: Reach<K> } = {
  counter: all,
  place: own,
  issue: own,
  post: own,
  shift: own,
  crew: all,
  shortage: own,
  stock: own,
  move: own,
  delivery: (actor, { township, fromTownship }) => worksIn(actor, township) || worksIn(actor, fromTownship),
  pledge: own,
  headcount: own,
  marketDay: own,
  correction: own,
  // A reader notes that they have read it.
  bulletin: (_, { issuedAt }) => issuedAt !== null,
  baseline: own,
  listWord: all,
  townshipCard: own,
  fulfilment: own,
  table: ({ id }, { owner }) => owner === id,
  sampling: own,
  tube: own,
  quarantine: own,
  batch: own,
  transfer: (actor, trip) => own(actor, trip) || own(actor, { township: trip.fromTownship }),
  exposure: own,
  grid: own,
  reopening: own,
  selfReport: own,
  workPlan: (actor, { addressees }) => addressees.some(one => one.startsWith('township:') && worksIn(actor, one.slice('township:'.length))),
  slip: own,
  // A notice about a team of volunteers has no township.
  notice: (actor, { to, township, issue, shift }) => to.person === actor.id || worksIn(actor, to.township) || worksIn(actor, township) || (!issue && !shift && to.place === null && to.grid === null),
}
const units: { readonly [K in Kind]?: Reach<K> } = {
  // The market unit confirms a price rise, which takes the next number of an issue.
  counter: all,
  shortage: all,
  stock: all,
  move: all,
  delivery: all,
  pledge: all,
  headcount: all,
  marketDay: all,
  listWord: all,
  bulletin: (_, { issuedAt }) => issuedAt !== null,
  issue: (actor, issue) => issue.unit === actor.unit,
  fulfilment: (actor, done) => done.unit === actor.unit,
  sampling: (actor, site) => site.unit === actor.unit,
  tube: (actor, tube) => tube.unit === actor.unit,
  quarantine: (actor, site) => site.unit === actor.unit,
  batch: (actor, one) => one.unit === actor.unit,
  transfer: (actor, trip) => trip.unit === actor.unit,
  exposure: (actor, one) => one.unit === actor.unit,
  reopening: (actor, one) => one.unit === actor.unit,
  selfReport: (actor, one) => one.unit === actor.unit,
  table: ({ id }, { owner }) => owner === id,
  workPlan: (actor, { addressees }) => addressees.includes(`unit:${actor.unit}`),
  notice: (actor, { to }) => to.unit === actor.unit,
}
const contacts: { readonly [K in Kind]?: Reach<K> } = {
  fulfilment: (actor, done) => done.place === actor.place,
  sampling: (actor, site) => site.place === actor.place,
  tube: (actor, tube) => tube.place === actor.place,
  quarantine: (actor, site) => site.id === actor.place,
  batch: (actor, one) => one.place === actor.place,
  transfer: (actor, { target, from }) => target === actor.place || (from.place !== null && from.place === actor.place),
  reopening: (actor, one) => one.place === actor.place,
  selfReport: (actor, one) => one.place === actor.place,
  workPlan: (actor, { addressees }) => addressees.includes(`place:${actor.place}`),
  notice: (actor, { to }) => to.person === actor.id || (to.place !== null && to.place === actor.place),
}
const gridWorkers: { readonly [K in Kind]?: Reach<K> } = {
  notice: (actor, { to }) => to.person === actor.id || (to.grid !== null && to.grid === actor.grid),
}
const areas: Partial<Record<Role, typeof officers>> = { officer: officers, unit: units, contact: contacts, gridWorker: gridWorkers, viewer: {} }

/** True if this actor may change the record. `decide` checks the record before the change and after it. */
export function inArea(actor: Actor, kind: Kind, record: AnyRecord): boolean {
  const area = areas[actor.role]
  return !area || ((area[kind] as Reach<Kind> | undefined)?.(actor, record as never) ?? false)
}
