import * as v from 'valibot'
import { masks } from '../core/blocks.ts'
import { Day, Id, Instant, Lat, lineOf, Lng, Maybe, Note, position, Tally, Title } from '../core/fields.ts'
import { phases } from '../incident/records.ts'
import { severities } from '../issues/records.ts'

/** A supervision team (督导组) and its townships. The inspected must never learn which team comes to them. */
export const team = v.object({
  id: Id,
  no: Tally,
  name: Title,
  leader: Maybe(Id),
  members: v.optional(v.array(Id), []),
  vehicle: v.optional(lineOf(40), ''),
  /** The team's duty phone, not a person's. */
  phone: v.optional(lineOf(30), ''),
  townships: v.optional(v.array(Id), []),
})

/** One item of a checklist: what must be so, and the fault that a failed item is reported as. In older records without a `fault`, the item states the fault. */
const checkItem = v.object({ id: Id, zh: Title, en: Title, fault: Maybe(v.object({ zh: Title, en: Title })), aspect: Id, severity: v.picklist(severities) })

/** One version of the checklist of a place kind in a phase of the incident. An inspection keeps the version it used. */
export const checklist = v.object({
  id: Id,
  kind: Id,
  /** True for the checklist of the recovery phase. */
  recovery: v.optional(v.boolean(), false),
  version: Tally,
  items: v.pipe(v.array(checkItem), v.maxLength(60)),
  madeBy: Id,
  madeAt: Instant,
})

const inspectionStates = ['planned', 'onSite', 'done', 'cancelled'] as const
/** `visit`: to one place. `sweep`: along a street, one tap per shop. `follow`: a long process, with a trail of observations. */
export const inspectionModes = ['visit', 'sweep', 'follow'] as const
export const answers = ['pass', 'fail', 'none'] as const

/** One inspection (督查), from the plan to the signature. An unannounced one is hidden from the inspected until check-in. */
export const inspection = v.object({
  id: Id,
  day: Day,
  team: Id,
  mode: v.picklist(inspectionModes),
  title: Title,
  place: Maybe(Id),
  township: Id,
  ...position,
  unannounced: v.optional(v.boolean(), true),
  /** Its turn in the team's route on that day. */
  order: v.optional(Tally, 0),
  state: v.picklist(inspectionStates),
  plannedBy: Id,
  plannedAt: Instant,
  inspector: Maybe(Id),
  checkIn: Maybe(v.object({
    at: Instant,
    lng: Maybe(Lng),
    lat: Maybe(Lat),
    /** Metres, as the device gave it. */
    accuracy: Maybe(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))),
    how: v.picklist(['gps', 'code', 'remote']),
    /** True if checked in by the poster's secret code. False in older records, where the poster's public number was enough. */
    proven: v.optional(v.boolean(), false),
    /** Metres from the place; null if either position is unknown. */
    metres: Maybe(v.pipe(v.number(), v.minValue(0))),
    /** The time by the device's clock, which nobody has verified. Earlier than `at` for a check-in made offline. */
    deviceAt: Maybe(Instant),
    /** Why the check-in was remote. */
    reason: v.optional(Note, ''),
  })),
  /** The id of the checklist, which contains its version; null without a checklist. */
  checklist: Maybe(Id),
  results: v.optional(v.record(Id, v.object({ answer: v.picklist(answers), note: v.optional(lineOf(200), ''), issue: Maybe(Id) })), {}),
  swept: v.optional(v.array(v.object({ place: Id, ok: v.boolean() })), []),
  observations: v.optional(Tally, 0),
  /** Positions of the observations ([lng, lat], WGS-84) in order: the trail on the map. Their texts are in the log. */
  trail: v.optional(v.pipe(v.array(v.tuple([Lng, Lat])), v.maxLength(200)), []),
  /** The photos of the observations. */
  photos: v.optional(v.pipe(v.array(Id), v.maxLength(200)), []),
  masks,
  finishedAt: Maybe(Instant),
  /** True if the inspector signed that nothing was found. */
  clean: v.optional(v.boolean(), false),
  signedBy: Maybe(Id),
  note: v.optional(Note, ''),
})

/** A team's signed statement that it found no problems on a day (今日无问题). The id is made from the day and the team. */
export const dayReport = v.object({ id: Id, day: Day, team: Id, note: v.optional(Note, ''), signedBy: Id, at: Instant })

/** What the daily meeting (每日例会) decided for a day. The id is the day. */
export const briefing = v.object({
  id: Id,
  day: Day,
  focus: v.optional(lineOf(200), ''),
  decisions: v.optional(Note, ''),
  publishedAt: Maybe(Instant),
  /** The phase in which it was published. */
  phase: Maybe(v.picklist(phases)),
  by: Id,
  /** The teams that have read it. */
  readBy: v.optional(v.array(Id), []),
})
