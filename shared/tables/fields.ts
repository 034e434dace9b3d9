import type { Kind, Records } from '../records.ts'
import type { tableKinds } from './records.ts'
import { dueAt, followed, overdue, wasLate } from '../issues/steps.ts'

/** The fields of which people make tables: what each holds, and how it is read from a record. No field names a person. */

export type TableKind = (typeof tableKinds)[number] & Kind
export type Value = string | number | null
/** A list from which a choice is taken: of the county, or the words of a state. */
export type Choices = 'township' | 'unit' | 'placeKind' | 'aspect' | 'supply' | 'issueState' | 'severity' | 'shortageState' | 'deliveryState' | 'pledgeState' | 'inspectionState' | 'level' | 'act' | 'moveReason' | 'yesNo'
export type Holds = 'text' | 'number' | 'time' | 'degrees' | 'choice'

/** What a field may need besides its record: the moment (epoch ms), the last cut-off, and the names that this reader may see. */
export interface Around {
  readonly at: number
  readonly from: number
  readonly code: string
  readonly placeName: (id: string | null) => string | null
}
export interface TableField<R = never> { readonly holds: Holds, readonly choices?: Choices, readonly of: (record: R, around: Around) => Value }
type Fields<K extends TableKind> = Readonly<Record<string, TableField<Records[K]>>>

type Of<R> = (record: R, around: Around) => Value
const text = <R>(of: Of<R>): TableField<R> => ({ holds: 'text', of })
const number = <R>(of: Of<R>): TableField<R> => ({ holds: 'number', of })
const time = <R>(of: Of<R>): TableField<R> => ({ holds: 'time', of })
const degrees = <R>(of: Of<R>): TableField<R> => ({ holds: 'degrees', of })
const choice = <R>(choices: Choices, of: Of<R>): TableField<R> => ({ holds: 'choice', choices, of })
const yes = <R>(of: (record: R) => boolean): TableField<R> => choice('yesNo', record => of(record) ? 'yes' : 'no')
const one = (is: boolean) => is ? 1 : 0

const township = choice<{ readonly township: string }>('township', record => record.township)
const place = text<{ readonly place: string | null }>((record, { placeName }) => placeName(record.place))
const item = choice<{ readonly supply: string | null }>('supply', record => record.supply)
const position = {
  lng: degrees<{ readonly lng: number }>(record => record.lng),
  lat: degrees<{ readonly lat: number }>(record => record.lat),
}
const note = text<{ readonly note: string }>(record => record.note)

const fields: { readonly [K in TableKind]: Fields<K> } = {
  issue: {
    no: text((issue, { code }) => `${code}-${String(issue.no).padStart(4, '0')}`),
    title: text(issue => issue.title),
    state: choice('issueState', issue => issue.state),
    severity: choice('severity', issue => issue.severity),
    aspect: choice('aspect', issue => issue.aspect),
    township,
    place,
    unit: choice('unit', issue => issue.unit),
    keeper: text(issue => issue.keeper),
    found: time(issue => issue.foundAt),
    due: time(issue => followed(issue) ? dueAt(issue) : issue.deadline),
    since: time(issue => issue.since),
    count: number(() => 1),
    foundToday: number((issue, { from }) => one(issue.foundAt > from)),
    closed: number(issue => one(!followed(issue))),
    closedToday: number((issue, { from }) => one(!followed(issue) && issue.since > from)),
    followed: number(issue => one(followed(issue))),
    overdue: number((issue, { at }) => one(followed(issue) && overdue(issue, at))),
    late: number((issue, { at }) => one(wasLate(issue, at))),
    relapses: number(issue => issue.relapses),
    photos: number(issue => issue.photos.length + issue.after.length),
    detail: text(issue => issue.note),
    ...position,
  },
  place: {
    name: text(one => one.name),
    kind: choice('placeKind', one => one.kind),
    township,
    address: text(one => one.address),
    unit: choice('unit', one => one.unit),
    keeper: text(one => one.keeper),
    keeperPost: text(one => one.keeperPost),
    seen: time(one => one.inspectedAt),
    seenToday: number(({ inspectedAt }, { from }) => one(inspectedAt !== null && inspectedAt > from)),
    retired: yes(one => one.retired),
    count: number(() => 1),
    note,
    ...position,
  },
  shift: {
    title: text(shift => shift.title),
    township,
    place,
    starts: time(shift => shift.startsAt),
    ends: time(shift => shift.endsAt),
    needed: number(shift => shift.needed),
    holders: number(shift => shift.claimedBy.length),
    missing: number(shift => Math.max(0, shift.needed - shift.claimedBy.length)),
    open: yes(shift => shift.open),
    count: number(() => 1),
    note,
  },
  shortage: {
    itemName: text(one => one.item),
    item,
    quantity: number(one => one.quantity),
    measure: text(one => one.measure),
    allocated: number(one => one.allocated),
    covered: number(one => one.covered),
    state: choice('shortageState', one => one.state),
    township,
    place,
    runsOut: time(one => one.runsOutAt),
    posted: time(one => one.postedAt),
    count: number(() => 1),
    note,
  },
  stock: {
    item,
    place,
    township,
    quantity: number(one => one.quantity),
    counted: time(one => one.countedAt),
  },
  move: {
    at: time(one => one.at),
    item,
    place,
    township,
    quantity: number(one => one.change),
    why: choice('moveReason', one => one.why),
    paper: text(one => one.paper),
    party: text(one => one.party),
    reason: text(one => one.reason),
  },
  delivery: {
    item,
    quantity: number(one => one.quantity),
    from: text((one, { placeName }) => placeName(one.from)),
    to: text((one, { placeName }) => placeName(one.to)),
    township,
    state: choice('deliveryState', one => one.state),
    dueAt: time(one => one.dueAt),
    driver: text(one => one.driver),
    received: number(one => one.received),
    allocatedAt: time(one => one.allocatedAt),
    dispatchedAt: time(one => one.dispatchedAt),
    receivedAt: time(one => one.receivedAt),
    count: number(() => 1),
  },
  pledge: {
    donor: text(one => one.donor),
    quantity: number(one => one.quantity),
    township,
    state: choice('pledgeState', one => one.state),
    at: time(one => one.at),
    count: number(() => 1),
  },
  inspection: {
    day: text(one => one.day),
    title: text(one => one.title),
    place,
    township,
    state: choice('inspectionState', one => one.state),
    arrived: time(one => one.checkIn?.at ?? null),
    finished: time(one => one.finishedAt),
    faults: number(one => Object.values(one.results).filter(({ answer }) => answer === 'fail').length),
    clean: yes(one => one.clean),
    count: number(() => 1),
    note,
  },
  zone: {
    name: text(zone => zone.name),
    level: choice('level', zone => zone.level),
    validFrom: time(zone => zone.validFrom),
    validTo: time(zone => zone.validTo),
    lifted: time(zone => zone.liftedAt),
    approver: text(zone => zone.approver),
    reason: text(zone => zone.reason),
    count: number(() => 1),
  },
  fulfilment: {
    act: choice('act', one => one.act),
    place,
    township,
    unit: choice('unit', one => one.unit),
    at: time(one => one.at),
    people: number(one => one.count),
    count: number(() => 1),
    note,
  },
  letter: {
    number: number(one => one.no),
    unit: choice('unit', one => one.unit),
    township: choice('township', one => one.township),
    at: time(one => one.at),
    dueAt: time(one => one.dueAt),
    items: number(one => one.items.length),
    count: number(() => 1),
  },
  bulletin: {
    day: text(one => one.day),
    found: number(one => one.figures.found),
    foundToday: number(one => one.figures.foundToday),
    closed: number(one => one.figures.closed),
    closedToday: number(one => one.figures.closedToday),
    followed: number(one => one.figures.followed),
    overdue: number(one => one.figures.overdue),
    inspections: number(one => one.figures.inspections),
    placesSeen: number(one => one.figures.placesSeen),
    shortages: number(one => one.figures.shortages),
    missing: number(one => one.figures.missing),
    zones: number(one => one.figures.zones),
    issued: time(one => one.issuedAt),
  },
}

/** How many tables one person and the whole board may have, so that a board stays small. */
export const mostTables = { own: 40, all: 400 } as const

/** The fields of a kind by their key, in the order in which they are offered. */
export const fieldsFor = (kind: TableKind) => fields[kind] as Readonly<Record<string, TableField>>
export const fieldOf = (kind: TableKind, key: string): TableField | undefined => Object.hasOwn(fields[kind], key) ? fieldsFor(kind)[key] : undefined
/** Groups are made of choices and texts. */
export const groups = ({ holds }: TableField): boolean => holds === 'choice' || holds === 'text'
