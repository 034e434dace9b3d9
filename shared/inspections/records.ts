import * as v from 'valibot'
import { Day, Id, Instant, Lat, Lng, Maybe, Note, position, Tally, Title, words } from '../core/fields.ts'
import { phases } from '../incident/records.ts'
import { severities } from '../issues/records.ts'

/** A supervision team (督导组) and its townships. The inspected never learn which. */
export const team = v.object({
  id: Id,
  no: Tally,
  name: Title,
  leader: Maybe(Id),
  members: v.optional(v.array(Id), []),
  vehicle: v.optional(words(40), ''),
  /** The team's duty phone, not a person's. */
  phone: v.optional(words(30), ''),
  townships: v.optional(v.array(Id), []),
})

/** One line of a checklist, worded as what is wrong. */
const checkItem = v.object({ id: Id, zh: Title, en: Title, aspect: Id, severity: v.picklist(severities) })

/** One version of the checklist of a place kind in a phase of the incident. An inspection keeps the version it used. */
export const checklist = v.object({
  id: Id,
  kind: Id,
  /** Used when business resumes; the other is for the emergency. */
  recovery: v.optional(v.boolean(), false),
  version: Tally,
  items: v.pipe(v.array(checkItem), v.maxLength(60)),
  madeBy: Id,
  madeAt: Instant,
})

const inspectionStates = ['planned', 'onSite', 'done', 'cancelled'] as const
/** A visit to one place; a sweep along a street, one tap a shop; a long process followed with a thread of observations. */
export const inspectionModes = ['visit', 'sweep', 'follow'] as const
export const answers = ['pass', 'fail', 'none'] as const

/** One inspection (督查), from the plan to its signing. Unannounced ones stay hidden from the inspected until the check-in. */
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
  /** Its turn in the team's route of that day. */
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
    /** True if checked in by the secret code of the poster; false for the public number that was enough before. */
    proven: v.optional(v.boolean(), false),
    /** Metres from the place, when both are known. */
    metres: Maybe(v.pipe(v.number(), v.minValue(0))),
    /** The device's own clock, kept as a claim: without a network it is earlier than `at`. */
    deviceAt: Maybe(Instant),
    /** Why it was not checked in on the spot. */
    reason: v.optional(Note, ''),
  })),
  /** The checklist's id with its version; null for one without. */
  checklist: Maybe(Id),
  results: v.optional(v.record(Id, v.object({ answer: v.picklist(answers), note: v.optional(words(200), ''), issue: Maybe(Id) })), {}),
  swept: v.optional(v.array(v.object({ place: Id, ok: v.boolean() })), []),
  observations: v.optional(Tally, 0),
  /** Positions of the observations, in order: the thread on the map. The text is in the log. */
  trail: v.optional(v.pipe(v.array(v.tuple([Lng, Lat])), v.maxLength(200)), []),
  finishedAt: Maybe(Instant),
  /** Signed: nothing was found. */
  clean: v.optional(v.boolean(), false),
  signedBy: Maybe(Id),
  note: v.optional(Note, ''),
})

/** 今日无问题: a signed act of a team for a day, when it has nothing to report; id is the day with the team. */
export const dayReport = v.object({ id: Id, day: Day, team: Id, note: v.optional(Note, ''), signedBy: Id, at: Instant })

/** What the daily meeting (每日例会) decided for a day; id is the day. */
export const briefing = v.object({
  id: Id,
  day: Day,
  focus: v.optional(words(200), ''),
  decisions: v.optional(Note, ''),
  publishedAt: Maybe(Instant),
  /** In which phase it was published. */
  phase: Maybe(v.picklist(phases)),
  by: Id,
  /** Teams that have opened it. */
  readBy: v.optional(v.array(Id), []),
})
