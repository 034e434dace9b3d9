import type { CommandName } from '../../shared/commands.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Reader } from '../../shared/core/board.ts'
import type { Kind } from '../../shared/records.ts'
import type { Chance } from '../support/random.ts'
import { commands } from '../../shared/commands.ts'
import { issueStates } from '../../shared/records.ts'
import { hour, noon } from '../support/given.ts'
import { dutyWhims } from './whims-duty.ts'
import { supplyWhims } from './whims-supplies.ts'

/** What a whim uses: a visible record of a kind, a new id, random numbers, the people, and the person acting. */
export interface Around {
  readonly one: <K extends Kind>(kind: K) => ReturnType<Reader['get']> & { id: string }
  readonly fresh: () => string
  readonly luck: Chance
  readonly people: readonly string[]
  readonly me: string
  readonly view: Reader
}
export type Makers = Partial<Record<CommandName, (around: Around) => object>>

const where = (luck: Chance) => ({ township: luck.one(['north', 'south']), lng: 110, lat: 21 })
const hours = (luck: Chance) => {
  const startsAt = noon + luck.below(luck.one([1, 6, 6, 60])) * hour
  return { startsAt, endsAt: startsAt + (1 + luck.below(6)) * hour }
}

/** Sets some fields; their seen values are sometimes old. */
function edit(record: object, set: object, luck: Chance) {
  const seen = record as Record<string, unknown>
  return { set, base: Object.fromEntries(Object.keys(set).map(field => [field, luck.maybe(0.9) ? seen[field] : undefined]).filter(([, value]) => value !== undefined)) }
}

const words = ['no gloves', 'gate open', 'list missing', 'bins full']
const boardWhims: Makers = {
  announce: ({ fresh, luck }) => ({ announcement: fresh(), text: luck.one(words) }),
  endAnnouncement: ({ one }) => ({ announcement: one('announcement').id }),
  reportIssue: ({ fresh, luck }) => ({ issue: fresh(), title: luck.one(words), aspect: 'safety', severity: luck.one(['immediate', 'day']), ...where(luck), unit: luck.one(['health', 'civil', null]) }),
  editIssue: ({ one, luck }) => {
    const issue = one('issue')
    return { issue: issue.id, ...edit(issue, luck.one<object>([{ title: luck.one(words) }, { note: luck.one(words) }, { severity: 'threeDays' }, { title: luck.one(words), note: 'both' }]), luck) }
  },
  moveIssue: ({ one, luck }) => {
    const issue = one('issue')
    return { issue: issue.id, ...edit(issue, luck.one<object>([{ township: luck.one(['north', 'south']) }, { lng: luck.below(9), lat: 2 }]), luck) }
  },
  assignIssue: ({ one, luck }) => {
    const issue = one('issue')
    return { issue: issue.id, ...edit(issue, { unit: luck.one(['health', 'civil']) }, luck) }
  },
  commentIssue: ({ one, luck }) => ({ issue: one('issue').id, text: luck.one(words) }),
  maskPhoto: ({ one, luck }) => {
    const { id, photos = [] } = one('issue') as { id: string, photos?: readonly string[] }
    return { of: 'issue', record: id, photo: luck.one(photos.length ? photos : ['none']), blocks: [[luck.below(900), 0, 100, 1000]] }
  },
  attachVoice: ({ one, luck }) => ({ issue: one('issue').id, voice: `${'0'.repeat(48)}-${String(luck.below(99)).padStart(12, '0')}-v` }),
  removeVoice: ({ one, luck }) => {
    const { id, voices = [] } = one('issue') as { id: string, voices?: readonly string[] }
    return { issue: id, voice: luck.one(voices.length ? voices : [`${'0'.repeat(48)}-${'9'.repeat(12)}-v`]) }
  },
  attachPhoto: ({ one, fresh }) => ({ issue: one('issue').id, photo: fresh() }),
  advanceIssue: ({ one, luck }) => {
    const issue = one('issue') as { id: string, state?: string }
    return { issue: issue.id, from: issue.state, to: luck.one(issueStates), reason: 'because', nextDate: noon + 900 * hour }
  },
  addPlace: ({ fresh, luck }) => ({ place: fresh(), name: luck.one(words), kind: 'school', ...where(luck) }),
  movePlace: ({ one, luck }) => {
    const place = one('place')
    return { place: place.id, ...edit(place, { township: luck.one(['north', 'south']) }, luck) }
  },
  retirePlace: ({ one }) => ({ place: one('place').id }),
  restorePlace: ({ one }) => ({ place: one('place').id }),
  openShift: ({ fresh, luck }) => ({ shift: fresh(), title: luck.one(words), ...where(luck), ...hours(luck), needed: 1 + luck.below(2) }),
  editShift: ({ one, luck }) => {
    const shift = one('shift')
    return { shift: shift.id, ...edit(shift, luck.one<object>([{ needed: 1 + luck.below(3) }, hours(luck)]), luck) }
  },
  claimShift: ({ one }) => ({ shift: one('shift').id }),
  releaseShift: ({ one, luck, people }) => ({ shift: one('shift').id, ...luck.maybe(0.3) && { person: luck.one(people) } }),
  closeShift: ({ one }) => ({ shift: one('shift').id }),
  reopenShift: ({ one }) => ({ shift: one('shift').id }),
  postShortage: ({ fresh, luck }) => ({ shortage: fresh(), item: luck.one(words), quantity: 1 + luck.below(9), ...where(luck) }),
  coverShortage: ({ one, luck }) => ({ shortage: one('shortage').id, quantity: 1 + luck.below(4) }),
  withdrawShortage: ({ one }) => ({ shortage: one('shortage').id }),
  reopenShortage: ({ one }) => ({ shortage: one('shortage').id }),
  drawZone: ({ fresh }) => ({ zone: fresh(), name: 'zone', level: 'control', ring: [[0, 0], [1, 0], [1, 1]], validFrom: noon }),
  editZone: ({ one, luck }) => {
    const zone = one('zone')
    return { zone: zone.id, ...edit(zone, { name: luck.one(words) }, luck) }
  },
  liftZone: ({ one }) => ({ zone: one('zone').id, reason: 'over', approver: 'Ann', override: true }),
  restoreZone: ({ one }) => ({ zone: one('zone').id }),
}
const makers: Makers = { ...boardWhims, ...dutyWhims, ...supplyWhims }
/** Commands that often conflict between people are tried more often. */
const often: readonly CommandName[] = ['claimShift', 'claimShift', 'claimShift', 'claimShift', 'claimShift', 'claimShift', 'claimShift', 'claimShift', 'releaseShift', 'editShift', 'editShift', 'editIssue', 'editIssue', 'moveIssue', 'advanceIssue', 'coverShortage', 'joinWaitlist', 'joinWaitlist', 'acceptSwap', 'acceptSwap', 'offerSwap', 'assignShift', 'claimForCrew', 'joinCrew', 'acceptMember', 'acceptMember', 'checkInShift', 'checkInShift', 'checkInShift', 'checkInShift', 'checkInShift', 'checkInShift', 'tickPresence', 'tickPresence', 'tickPresence', 'tickPresence', 'writeHandover', 'editPost', 'receiveStock', 'allocateSupplies', 'allocateSupplies', 'dispatchDelivery', 'dispatchDelivery', 'receiveDelivery']
const names = [...Object.keys(makers) as CommandName[], ...often]

/** Something this person might do with what they see. The rules may refuse it. */
export function whim(actor: Actor, view: Reader, luck: Chance, fresh: () => string, people: readonly string[], among: readonly CommandName[] = names) {
  const name = luck.one(among.filter(name => commands[name].roles.includes(actor.role)))
  const one = ((kind: Kind) => luck.one([...view.all(kind)]) ?? { id: 'none' }) as never
  return { name, args: makers[name]?.({ one, fresh, luck, people, me: actor.id, view }) }
}
