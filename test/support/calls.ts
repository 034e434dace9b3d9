import type { CommandName } from '../../shared/commands.ts'
import type { Actor, Role } from '../../shared/core/actor.ts'
import type { Records } from '../../shared/records.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import * as bulletins from './calls/bulletins.ts'
import * as care from './calls/care.ts'
import * as duty from './calls/duty.ts'
import * as exposure from './calls/exposure.ts'
import * as help from './calls/help.ts'
import * as incident from './calls/incident.ts'
import * as inspections from './calls/inspections.ts'
import * as issues from './calls/issues.ts'
import * as notices from './calls/notices.ts'
import * as quarantine from './calls/quarantine.ts'
import * as recovery from './calls/recovery.ts'
import * as register from './calls/register.ts'
import * as requirements from './calls/requirements.ts'
import * as supplies from './calls/supplies.ts'
import * as tables from './calls/tables.ts'
import * as testing from './calls/testing.ts'
import * as zones from './calls/zones.ts'
import { board, hour, noon, who } from './given.ts'

/** One call of every command, which each listed role may make on the board below. A new command without a call does not compile. */
export const calls: Record<CommandName, object> = {
  ...bulletins.calls,
  ...care.calls,
  ...duty.calls,
  ...exposure.calls,
  ...help.calls,
  ...incident.calls,
  ...inspections.calls,
  ...issues.calls,
  ...notices.calls,
  ...quarantine.calls,
  ...recovery.calls,
  ...register.calls,
  ...requirements.calls,
  ...supplies.calls,
  ...tables.calls,
  ...testing.calls,
  ...zones.calls,
}

/** The roles of each command, written a second time so that a role added by mistake is found. */
export const may: Record<CommandName, readonly Role[]> = {
  ...bulletins.may,
  ...care.may,
  ...duty.may,
  ...exposure.may,
  ...help.may,
  ...incident.may,
  ...inspections.may,
  ...issues.may,
  ...notices.may,
  ...quarantine.may,
  ...recovery.may,
  ...register.may,
  ...requirements.may,
  ...supplies.may,
  ...tables.may,
  ...testing.may,
  ...zones.may,
}

const onTheSpot = { at: noon, lng: 110, lat: 21, accuracy: 8, how: 'gps' as const, proven: false, metres: 0, deviceAt: null, reason: '' }
const everybody = Object.values(who).map(actor => actor.id)
/** The shifts that these commands need. Each is on the board only for its command, since one person cannot hold them all at once. */
const onDuty: Record<string, readonly Partial<Records['shift']>[]> = {
  joinWaitlist: [{ id: 's5', needed: 1, claimedBy: ['zoe'] }],
  leaveWaitlist: [{ id: 's6', needed: 1, claimedBy: ['zoe'], waitlist: everybody }],
  releaseForCrew: [{ id: 's10', needed: 20, claimedBy: everybody, crews: ['k3'] }],
  passOffers: [{ id: 's6', needed: 1, offers: [{ person: 'zoe', until: noon - 1 }], waitlist: ['ben'] }],
  acceptSwap: [{ id: 's7', needed: 1, claimedBy: ['zoe'], swaps: everybody.map(to => ({ by: 'zoe', to, for: null, at: noon })) }],
  withdrawSwap: [{ id: 's3', needed: 20, claimedBy: everybody, swaps: everybody.map(by => ({ by, to: 'zoe', for: null, at: noon })) }],
  checkInShift: [{ id: 's4', startsAt: noon, needed: 20, claimedBy: everybody }],
  checkOutShift: [{ id: 's8', startsAt: noon - hour, endsAt: noon, needed: 20, claimedBy: everybody, presence: Object.fromEntries(everybody.map(id => [id, { in: { at: noon - hour, how: 'leader' as const, late: 0, offline: false, confirmedBy: null }, out: null }])) }],
  tickPresence: [{ id: 's4', post: 'g2', startsAt: noon, claimedBy: ['zoe'] }],
  writeHandover: [{ id: 's4', startsAt: noon - hour, needed: 20, claimedBy: everybody }],
  acknowledgeHandover: [
    { id: 's8', post: 'g1', startsAt: noon - 8 * hour, endsAt: noon, claimedBy: ['zoe'], handover: { text: 'x', by: 'zoe', at: noon, acknowledgedBy: null, acknowledgedAt: null } },
    { id: 's9', post: 'g1', startsAt: noon, endsAt: noon + hour, needed: 20, claimedBy: everybody },
  ],
}
onDuty.declineSwap = onDuty.acceptSwap ?? []

const member = (person: string) => ({ person, skills: [], trained: [] })
/** The board on which the calling person may make those calls. */
export const givenFor = (name: string, actor: Actor = who.admin) => board({
  post: [{ id: 'g1' }, { id: 'g2', leader: actor.id }, { id: 'g3', open: false }, { id: 'g4', coded: true }],
  crew: [{ id: 'k1', members: [member('ann')] }, { id: 'k2', leader: 'zoe', members: ['zoe', ...everybody].map(member) }, { id: 'k3', leader: actor.id, members: [member(actor.id)] }, { id: 'k4', requests: [{ ...member(actor.id), at: noon }] }, { id: 'k5', leader: actor.id, members: [member(actor.id)], requests: [{ ...member('zoe'), at: noon }] }],
  ...name !== 'openIncident' && { incident: [{ id: 'incident', drill: true, clock: { offset: 0, stoppedAt: name === 'runClock' ? noon : null }, ended: incident.endedFor[name] ?? null }] },
  issue: [{ id: 'i1', state: 'rectifying' }, { id: 'i2', state: 'awaiting' }, { id: 'i5', state: 'told', deadline: noon - hour }, { id: 'i6', state: 'closed', closedBy: 'zoe' }, ...name === 'maskPhoto' || name === 'removeVoice' ? [{ id: 'i7', photos: ['f1'], voices: [`${'1'.repeat(48)}-${'0'.repeat(12)}-v`], foundBy: 'zoe' }] : []],
  bulletin: [{ id: '2030-05-05', sample: ['i6'] }, { id: '2030-05-03', day: '2030-05-03', no: 1, issuedBy: 'ann', issuedAt: noon }],
  notice: [{ id: 'r1', to: { role: null, place: null, grid: null, unit: actor.unit ?? null, township: actor.role === 'officer' ? actor.township ?? null : null, person: actor.unit || actor.role === 'officer' ? null : actor.id } }],
  place: [{ id: 'p1' }, { id: 'p2', retired: true }, { id: 'p3' }, { id: 'p4', coded: true }, { id: 'p5', unit: actor.unit ?? null }],
  grid: [{ id: 'w1' }],
  reopening: [{ id: 'p5', place: 'p5', kind: 'works', unit: actor.unit ?? null, step: recovery.stepFor[name] ?? 'running' }],
  workPlan: [{ unit: actor.unit ?? null, addressees: ['township:north', 'unit:health', 'place:p5', 'team:1'] }],
  selfReport: [{ id: 'p5_2030-05-05', place: 'p5', day: '2030-05-05', unit: actor.unit ?? null }],
  fulfilment: [{ id: 'p5-visit', place: 'p5', act: 'visit', by: actor.id, unit: actor.unit ?? null }],
  round: [{ id: 'rd1' }, { id: 'rd2', targets: { south: 9 }, closedAt: noon }],
  sampling: [{ id: 'rd1_p3', place: 'p3' }, { id: 'rd1_p5', place: 'p5', unit: actor.unit ?? null }],
  tube: [{ id: 'tb1', unit: actor.unit ?? null }],
  quarantine: [{ id: 'p5', unit: actor.unit ?? null }],
  batch: [{ id: 'ba1', place: 'p5', unit: actor.unit ?? null, ...quarantine.batchFor[name] }],
  transfer: [{ id: 'tr1', target: 'p5', unit: actor.unit ?? null, ...quarantine.tripFor[name] }],
  exposure: [
    { id: 'e1', unit: actor.unit ?? null },
    { id: 'e2', place: 'p3', line: { text: 'x', by: 'ann', at: noon } },
    { id: 'e3', place: 'p4', checks: exposure.allTicked },
    { id: 'e4', place: 'p5', releasedBy: 'ann', releasedAt: noon },
  ],
  shift: [{ id: 's1', needed: 9 }, { id: 's2', needed: 9, claimedBy: everybody, startsAt: noon + 20 * hour, endsAt: noon + 22 * hour }, { id: 's3', open: false }, ...onDuty[name] ?? []],
  shortage: [{ id: 'n1', allocated: 10 }, { id: 'n2', state: 'withdrawn' }, { id: 'n3', place: 'p3' }],
  stock: [{ id: 'p1_glove', quantity: 100 }],
  move: name === 'withdrawStock' ? [{ id: 'm1', change: 5, why: 'received' as const }] : [],
  delivery: [{ id: 'd1' }, { id: 'd2', state: 'onTheWay' }, { id: 'd3', state: 'received', received: 7 }],
  baseline: [{ id: 'u1_north', list: 'u1', by: actor.id }],
  pledge: [{ id: 'g1' }],
  marketDay: name === 'recordPrices' ? [] : [['2030-05-05', 300], ['2030-05-06', 400]].map(([day, price]) => ({ id: `p1_${day}`, day: String(day), staples: { rice: { price: Number(price), stock: 'ample' as const } } })),
  zone: [
    { id: 'z1' },
    { id: 'z2', liftedAt: noon },
    { id: 'z3', history: [zones.lastStep('merged')] },
    { id: 'z4', liftedAt: noon, history: [zones.lastStep('merged')] },
    { id: 'z5', history: [zones.lastStep('split')] },
    { id: 'z6', history: [zones.lastStep('split')] },
    { id: 'z8', ring: [[110.1, 21], [110.2, 21], [110.1, 21.1]] },
  ],
  announcement: [{ id: 'a1' }],
  table: [{ id: 'b1', owner: actor.id, home: audienceOf(actor) }],
  team: [{ id: 't1' }, { id: 't2', no: 2, leader: null, members: [], townships: [] }],
  briefing: [{ id: '2030-05-06', publishedAt: noon }],
  inspection: [
    { id: 'v1', place: 'p1' },
    { id: 'v2', place: 'p1', state: 'onSite', checklist: 'school-1', checkIn: onTheSpot },
    { id: 'v4', state: 'cancelled' },
    { id: 'v3', mode: 'sweep', state: 'onSite', checkIn: onTheSpot },
  ],
})
