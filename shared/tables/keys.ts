import type { Records } from '../records.ts'
import type { TableField, TableKind } from './field.ts'

/**
 * The keys of the fields of each kind, without how they are read: a device needs them to save a table, and the fields only on the pages of
 * tables. `+` marks numbers and times, of which no groups are made.
 */
const keys = {
  issue: 'no title state severity aspect township place unit keeper found+ due+ since+ count+ foundToday+ closed+ closedToday+ followed+ overdue+ late+ relapses+ photos+ detail lng+ lat+',
  place: 'name kind township address unit keeper keeperPost seen+ seenToday+ retired count+ note lng+ lat+',
  shift: 'title township place starts+ ends+ needed+ holders+ missing+ open count+ note',
  shortage: 'itemName item quantity+ measure allocated+ covered+ state township place runsOut+ posted+ count+ note',
  stock: 'item place township quantity+ counted+',
  move: 'at+ item place township quantity+ why paper party reason',
  delivery: 'item quantity+ from to township state dueAt+ driver received+ allocatedAt+ dispatchedAt+ receivedAt+ count+',
  pledge: 'donor quantity+ township state at+ count+',
  inspection: 'day title place township state arrived+ finished+ faults+ clean count+ note',
  zone: 'name level validFrom+ validTo+ lifted+ approver reason count+',
  fulfilment: 'act place township unit at+ people+ count+ note',
  letter: 'number+ unit township at+ dueAt+ items+ count+',
  bulletin: 'day found+ foundToday+ closed+ closedToday+ followed+ overdue+ inspections+ placesSeen+ shortages+ missing+ zones+ issued+',
  round: 'number+ name starts+ ends+ target+ result ended+ reason count+',
  sampling: 'round place township unit target+ sampled+ reported+ tubes+ unsampled+ entered+ count+',
  tube: 'round tubeCode place township unit people+ state at+ dueAt+ settled+ overdue+ count+',
  quarantine: 'place township unit rooms+ batches+',
  batch: 'number+ place township unit arrived+ from heads+ present+ roomsTaken+ tested+ left+ count+ note',
  transfer: 'number+ vehicle from to township unit state heads+ seats+ departBy+ departed+ arriveBy+ arrived+ disinfected+ reason count+',
  exposure: 'name township unit origin exposedFrom+ exposedTo+ checked+ announced at+ lifted+ reason count+ lng+ lat+',
  reopening: 'place kind township unit step since+ aboveScale workers+ comesBack+ pupils+ teachers+ teachersReady+ rooms+ roomsReady+ lastReport count+ conditions',
  selfReport: 'day place township unit attending+ measured+ symptoms+ disinfection spotChecked+ agrees count+ note',
  helpCount: 'township grid unsettled+ waiting+ urgent+ newest+',
  careCount: 'township grid group cared+ inGroup+ lateCare+ since+',
} as const satisfies Readonly<Record<TableKind, string>>

type Parts<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Parts<Rest> : S
type Bare<S extends string> = S extends `${infer Key}+` ? Key : S
/** The fields of these kinds: each of their keys has one. */
export type FieldsOf<K extends TableKind> = { readonly [One in K]: Readonly<Record<Bare<Parts<(typeof keys)[One]>>, TableField<Records[One]>>> }

/** How many tables one person and the whole board may have, so that a board stays small. */
export const mostTables = { own: 40, all: 400 } as const

const marked = (kind: TableKind) => new Set<string>(keys[kind].split(' '))
export const hasField = (kind: TableKind, key: string): boolean => /^\w+$/.test(key) && (marked(kind).has(key) || marked(kind).has(`${key}+`))
/** Groups are made of choices and texts. */
export const makesGroups = (kind: TableKind, key: string): boolean => /^\w+$/.test(key) && marked(kind).has(key)
