import type { RecordField } from './core/read-field.ts'
import * as v from 'valibot'
import { bulletin, correction } from './bulletins/records.ts'
import { careCount, grid } from './care/records.ts'
import { fieldsOf, readRecord } from './core/read-field.ts'
import { crew, post, postKey, shift } from './duty/records.ts'
import { exposure } from './exposure/records.ts'
import { helpCount } from './help/records.ts'
import { announcement, counter, incident, phases } from './incident/records.ts'
import { briefing, checklist, dayReport, inspection, team } from './inspections/records.ts'
import { letter } from './issues/letter-record.ts'
import { issue, issueStates, severities } from './issues/records.ts'
import { slip } from './issues/slip-record.ts'
import { issueTotal } from './issues/total-record.ts'
import { notice } from './notices/records.ts'
import { batch, quarantine, transfer } from './quarantine/records.ts'
import { workPlan } from './recovery/plan-record.ts'
import { reopening, reopeningSteps, selfReport } from './recovery/records.ts'
import { baseline } from './register/baseline-record.ts'
import { place, placeKey } from './register/records.ts'
import { townshipCard } from './register/township-record.ts'
import { listWord } from './register/word-record.ts'
import { careActs, fulfilment, requirement, whereLevels } from './requirements/records.ts'
import { delivery, headcount, marketDay, move, pledge, shortage, stock } from './supplies/records.ts'
import { table } from './tables/records.ts'
import { round, sampling, tube } from './testing/records.ts'
import { liftAsks, liftCondition } from './zones/lift-record.ts'
import { zone, zoneLevels } from './zones/records.ts'

/** The kinds of records on the board. Types are inferred from the schemas. A new field needs a default, so that stored records can be read. */

export { Count, Day, Id, Instant, NewId, Note, position, Title } from './core/fields.ts'
export { careActs, issueStates, liftAsks, phases, reopeningSteps, severities, whereLevels, zoneLevels }

export const schemas = {
  incident,
  counter,
  place,
  placeKey,
  issue,
  issueTotal,
  post,
  postKey,
  shift,
  crew,
  shortage,
  zone,
  announcement,
  team,
  checklist,
  inspection,
  briefing,
  dayReport,
  notice,
  letter,
  slip,
  bulletin,
  correction,
  baseline,
  listWord,
  townshipCard,
  stock,
  move,
  delivery,
  pledge,
  headcount,
  marketDay,
  requirement,
  fulfilment,
  liftCondition,
  grid,
  careCount,
  reopening,
  selfReport,
  table,
  workPlan,
  helpCount,
  round,
  sampling,
  tube,
  quarantine,
  batch,
  transfer,
  exposure,
} as const

type Schemas = typeof schemas
export type Kind = keyof Schemas
export type Records = { [K in Kind]: Readonly<v.InferOutput<Schemas[K]>> }
export type AnyRecord = Records[Kind]

export type Issue = Records['issue']
export type IssueTotal = Records['issueTotal']
export type IssueState = (typeof issueStates)[number]
export type Severity = (typeof severities)[number]
export type Place = Records['place']
export type Post = Records['post']
export type Shift = Records['shift']
export type Crew = Records['crew']
export type Shortage = Records['shortage']
export type Zone = Records['zone']
export type ZoneStep = Zone['history'][number]
export type ZoneLevel = (typeof zoneLevels)[number]
export type Announcement = Records['announcement']
export type Incident = Records['incident']
/** What a person says about an incident that they open. */
/** How an incident was ended. */
export type Ended = NonNullable<Incident['ended']>
export type NewIncident = Omit<Incident, 'id' | 'openedAt' | 'clock' | 'cleared' | 'ended'>
export type Phase = (typeof phases)[number]
export type Team = Records['team']
export type Checklist = Records['checklist']
export type Inspection = Records['inspection']
export type Briefing = Records['briefing']
export type DayReport = Records['dayReport']
export type Notice = Records['notice']
export type Letter = Records['letter']
export type Bulletin = Records['bulletin']
export type Figures = Bulletin['figures']
export type Correction = Records['correction']
export type Slip = Records['slip']
export type Baseline = Records['baseline']
export type Stock = Records['stock']
export type Move = Records['move']
export type Delivery = Records['delivery']
export type Pledge = Records['pledge']
export type MarketDay = Records['marketDay']
export type Requirement = Records['requirement']
export type Fulfilment = Records['fulfilment']
export type Grid = Records['grid']
export type CareCount = Records['careCount']
export type Reopening = Records['reopening']
export type ReopeningStep = (typeof reopeningSteps)[number]
export type SelfReport = Records['selfReport']
export type SavedTable = Records['table']
export type WorkPlan = Records['workPlan']
export type LiftCondition = Records['liftCondition']
export type LiftAsk = (typeof liftAsks)[number]
export type HelpCount = Records['helpCount']
export type Round = Records['round']
export type Sampling = Records['sampling']
export type Tube = Records['tube']
export type Quarantine = Records['quarantine']
export type Batch = Records['batch']
export type Transfer = Records['transfer']
export type Exposure = Records['exposure']
export type CareAct = (typeof careActs)[number]
export type WhereLevel = (typeof whereLevels)[number]

/** Raise this by one when stored records need a new default: older records are then read by the schemas on loading, and devices fetch the board again. */
export const recordVersion = 26

/** The fields of each kind, as its schema has them. */
export const fields = Object.fromEntries(Object.entries(schemas).map(([kind, { entries }]) => [kind, fieldsOf(entries)])) as Readonly<Record<Kind, readonly RecordField[]>>

/** A stored record, brought to this version. Throws if its schema refuses it. */
export function upgrade(kind: Kind, value: unknown): AnyRecord {
  return readRecord(fields[kind], value) as AnyRecord | null ?? v.parse(schemas[kind] as v.GenericSchema<unknown, AnyRecord>, value)
}
