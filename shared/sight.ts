import type { Actor, Role } from './actor.ts'
import type { Reader } from './board.ts'
import type { AnyRecord, Kind, Records } from './records.ts'
import { schemas } from './records.ts'

/** Who may see and change which records, decided here, once, for both sides. One line a kind. */

/**
 * Everybody of one audience sees the same records, so one frame and one snapshot serve them all.
 * An officer sees their township, a unit what is assigned to it, a volunteer the shifts; a wall screen what may hang on a wall.
 */
export function audienceOf({ role, township, unit }: Actor): string {
  if (role === 'officer') return `township:${township}`
  if (role === 'unit') return `unit:${unit}`
  return role === 'volunteer' || role === 'viewer' ? role : 'staff'
}

/** An audience taken apart: `staff`, `viewer`, `volunteer`, or one `township` or `unit` by name. */
interface Eye { readonly scope: string, readonly name: string }
type Sight<K extends Kind> = (eye: Eye, record: Records[K]) => boolean

const all = () => true
const none = () => false
const staff = ({ scope }: Eye) => scope === 'staff'
const office = ({ scope }: Eye) => scope === 'staff' || scope === 'viewer'
const ofTownship = ({ scope, name }: Eye, { township }: { readonly township: string | null }) => scope === 'township' && township === name
/** The plan of a surprise visit is nobody's but the teams' and headquarters' until they stand at the door. What was announced stays told, also when it is called off. */
const open = ({ unannounced, checkIn }: Records['inspection']) => checkIn !== null || !unannounced

const sights: { readonly [K in Kind]: Sight<K> } = {
  incident: all,
  counter: none,
  postKey: none,
  zone: all,
  announcement: all,
  place: (eye, place) => office(eye) || eye.scope === 'unit' || ofTownship(eye, place),
  issue: (eye, issue) => office(eye) || ofTownship(eye, issue) || (eye.scope === 'unit' && issue.unit === eye.name),
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
  team: staff,
  checklist: staff,
  inspection: (eye, inspection) => staff(eye) || (open(inspection) && (office(eye) || ofTownship(eye, inspection))),
  briefing: staff,
  dayReport: staff,
  bulletin: (eye, { issuedAt }) => office(eye) || (issuedAt !== null && eye.scope !== 'volunteer'),
  correction: (eye, one) => office(eye) || ofTownship(eye, one) || (eye.scope === 'unit' && one.unit === eye.name),
  letter: (eye, { unit, township }) => staff(eye) || (eye.scope === 'unit' && unit === eye.name) || ofTownship(eye, { township }),
  slip: (eye, slip) => staff(eye) || ofTownship(eye, slip) || (eye.scope === 'unit' && slip.units.includes(eye.name)),
  notice: (eye, { to, shift, township }) => staff(eye) || (shift !== null && to.person !== null && (eye.scope === 'volunteer' || ofTownship(eye, { township }))) || (eye.scope === 'unit' && to.unit === eye.name) || (eye.scope === 'township' && to.township === eye.name) || eye.scope === to.role,
}

/** May this audience see the record as it stands? Pure in the record, so a move out of sight is a removal there. */
export function visible(audience: string, kind: Kind, record: AnyRecord): boolean {
  const [scope = '', name = ''] = audience.split(':')
  return (sights[kind] as Sight<Kind>)({ scope, name }, record as never)
}

const plans: readonly Kind[] = ['team', 'checklist', 'briefing', 'dayReport', 'inspection']

/**
 * Has this audience never seen the record, so that not even its removal, its id or that somebody looks at it may be told?
 * True of a plan until it is seen: what is announced is never made a secret again, and a visit never moves after the check-in.
 */
export function secret(audience: string, kind: Kind, record: AnyRecord): boolean {
  if (!plans.includes(kind) || visible(audience, kind, record)) return false
  return kind !== 'inspection' || (record as Records['inspection']).unannounced
}

/**
 * May this audience know that somebody of that role looks at `kind/id`? Only at what they see themselves; and where an
 * inspector looks is where they will go, so of places and townships that is told to none but the teams and headquarters.
 */
export function mayKnowLook(board: Reader, audience: string, role: Role, looking: string | null): boolean {
  if (!looking || audience === 'staff') return true
  const [kind = '', id = ''] = looking.split('/')
  if (role === 'inspector' && (kind === 'place' || kind === 'township')) return false
  if (!Object.hasOwn(schemas, kind)) return kind === 'township'
  const record = board.get(kind as Kind, id)
  return record !== undefined && visible(audience, kind as Kind, record)
}

/** What anybody at all may read of a place, by its code at the door: its name and kind, where, and in which incident. */
export interface PublicLine { readonly name: string, readonly kind: string, readonly township: string, readonly incident: string, readonly drill: boolean }

export function publicLine(board: Reader, id: string): PublicLine | null {
  const [place, incident] = [board.get('place', id), board.get('incident', 'incident')]
  if (!place || place.retired || !incident) return null
  return { name: place.name, kind: place.kind, township: place.township, incident: incident.name, drill: incident.drill }
}

type Reach<K extends Kind> = (actor: Actor, record: Records[K]) => boolean
const own = ({ township }: Actor, record: { readonly township: string | null }) => record.township === township

/** What an officer and a unit may change, each within what is theirs; a kind that is not listed they never change. */
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
  delivery: (actor, { township, fromTownship }) => actor.township === township || actor.township === fromTownship,
  pledge: own,
  headcount: own,
  marketDay: own,
  correction: own,
  baseline: own,
  slip: own,
  notice: (actor, { to, township }) => to.township === actor.township || township === actor.township,
}
const units: { readonly [K in Kind]?: Reach<K> } = {
  shortage: all,
  stock: all,
  move: all,
  delivery: all,
  pledge: all,
  headcount: all,
  marketDay: all,
  issue: (actor, issue) => issue.unit === actor.unit,
  notice: (actor, { to }) => to.unit === actor.unit,
}
const areas: Partial<Record<Role, typeof officers>> = { officer: officers, unit: units, viewer: {} }

/** May this actor change the record? Asked of a record both as it was and as it becomes. */
export function inArea(actor: Actor, kind: Kind, record: AnyRecord): boolean {
  const area = areas[actor.role]
  return !area || ((area[kind] as Reach<Kind> | undefined)?.(actor, record as never) ?? false)
}
