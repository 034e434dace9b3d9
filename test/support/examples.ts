import type { Role } from '../../shared/actor.ts'
import type { Board } from '../../shared/board.ts'
import type { CommandName } from '../../shared/commands/all.ts'
import type { Kind } from '../../shared/records.ts'
import { board, hour, now } from './given.ts'

/** Of every command: a board on which these arguments are right for everybody who may, and who that is. A new command does not compile without. */
interface Example { readonly given: Board, readonly args: Readonly<Record<string, unknown>>, readonly may: readonly Role[], readonly subject?: Kind }

const where = { township: 'north', lng: -20, lat: 64.5 }
const ring = [[-20, 64], [-19, 64], [-19.5, 65]]
const headquarters: readonly Role[] = ['coordinator', 'admin']
const planners: readonly Role[] = ['coordinator', 'officer', 'admin']
const keepers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'admin']
const workers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'unit', 'admin']
const helpers: readonly Role[] = ['volunteer', 'inspector', 'officer', 'coordinator', 'admin']
const place = { name: 'Shop', kind: 'shop', ...where }
const everyone = ['cora', 'ines', 'olaf', 'vera', 'ada']

export const examples: Readonly<Record<CommandName, Example>> = {
  openIncident: { given: board(), args: { code: '001', name: 'Test', phase: 'emergency', drill: false, startedAt: now }, may: ['admin'] },
  announce: { given: board(), args: { announcement: 'a1', text: 'Hello' }, may: headquarters },
  endAnnouncement: { given: board({ announcement: [{}] }), args: { announcement: 'a1' }, may: headquarters, subject: 'announcement' },
  addPlace: { given: board(), args: { place: 'p1', ...place }, may: keepers },
  importPlaces: { given: board(), args: { places: [{ place: 'p1', ...place }] }, may: keepers },
  editPlace: { given: board({ place: [{}] }), args: { place: 'p1', set: { name: 'Old school' }, base: { name: 'School' } }, may: keepers, subject: 'place' },
  movePlace: { given: board({ place: [{}] }), args: { place: 'p1', set: { lng: -19 }, base: { lng: -20 } }, may: keepers, subject: 'place' },
  retirePlace: { given: board({ place: [{}] }), args: { place: 'p1' }, may: keepers, subject: 'place' },
  restorePlace: { given: board({ place: [{ retired: true }] }), args: { place: 'p1' }, may: keepers, subject: 'place' },
  reportIssue: { given: board(), args: { issue: 'i1', title: 'No gloves', aspect: 'safety', severity: 'day', ...where }, may: keepers },
  editIssue: { given: board({ issue: [{}] }), args: { issue: 'i1', set: { title: 'None' }, base: { title: 'No gloves' } }, may: keepers, subject: 'issue' },
  moveIssue: { given: board({ issue: [{}] }), args: { issue: 'i1', set: { lat: 64.6 }, base: { lat: 64.5 } }, may: keepers, subject: 'issue' },
  commentIssue: { given: board({ issue: [{}] }), args: { issue: 'i1', text: 'Seen' }, may: workers, subject: 'issue' },
  attachPhoto: { given: board({ issue: [{}] }), args: { issue: 'i1', photo: 'f1' }, may: workers, subject: 'issue' },
  assignIssue: { given: board({ issue: [{ unit: null }] }), args: { issue: 'i1', set: { unit: 'police' }, base: { unit: null } }, may: keepers, subject: 'issue' },
  extendIssue: { given: board({ issue: [{}] }), args: { issue: 'i1', set: { deadline: now + 90 * hour }, base: { deadline: now + 20 * hour }, reason: 'Storm' }, may: headquarters, subject: 'issue' },
  advanceIssue: { given: board({ issue: [{ state: 'told' }] }), args: { issue: 'i1', from: 'told', to: 'rectifying' }, may: ['unit', 'officer', 'coordinator', 'admin'], subject: 'issue' },
  openShift: { given: board(), args: { shift: 's1', title: 'Gate', ...where, startsAt: now + hour, endsAt: now + 2 * hour, needed: 2 }, may: planners },
  editShift: { given: board({ shift: [{}] }), args: { shift: 's1', set: { needed: 3 }, base: { needed: 2 } }, may: planners, subject: 'shift' },
  claimShift: { given: board({ shift: [{}] }), args: { shift: 's1' }, may: helpers, subject: 'shift' },
  releaseShift: { given: board({ shift: [{ needed: 5, claimedBy: everyone }] }), args: { shift: 's1' }, may: helpers, subject: 'shift' },
  closeShift: { given: board({ shift: [{}] }), args: { shift: 's1' }, may: planners, subject: 'shift' },
  reopenShift: { given: board({ shift: [{ open: false }] }), args: { shift: 's1' }, may: planners, subject: 'shift' },
  postShortage: { given: board(), args: { shortage: 'h1', item: 'Gloves', quantity: 10, ...where }, may: workers },
  editShortage: { given: board({ shortage: [{}] }), args: { shortage: 'h1', set: { quantity: 12 }, base: { quantity: 10 } }, may: workers, subject: 'shortage' },
  coverShortage: { given: board({ shortage: [{}] }), args: { shortage: 'h1', quantity: 4 }, may: ['coordinator', 'officer', 'unit', 'admin'], subject: 'shortage' },
  withdrawShortage: { given: board({ shortage: [{}] }), args: { shortage: 'h1' }, may: workers, subject: 'shortage' },
  reopenShortage: { given: board({ shortage: [{ state: 'withdrawn' }] }), args: { shortage: 'h1' }, may: workers, subject: 'shortage' },
  drawZone: { given: board(), args: { zone: 'z1', name: 'Zone', level: 'lockdown', ring, validFrom: now }, may: headquarters },
  editZone: { given: board({ zone: [{}] }), args: { zone: 'z1', set: { level: 'control' }, base: { level: 'lockdown' } }, may: headquarters, subject: 'zone' },
  liftZone: { given: board({ zone: [{}] }), args: { zone: 'z1' }, may: headquarters, subject: 'zone' },
  restoreZone: { given: board({ zone: [{ liftedAt: now }] }), args: { zone: 'z1' }, may: headquarters, subject: 'zone' },
}
