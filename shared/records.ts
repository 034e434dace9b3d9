import * as v from 'valibot'

/** What can stand on the board. Schemas are the source, types are inferred; a new field needs a default. */

const words = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))

/** Made on the device (uuidv7), or a name from the county folder. Safe in URLs and file names. */
export const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
/** Epoch milliseconds, UTC. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
export const Title = v.pipe(words(80), v.minLength(1))
export const Note = words(2000)
/** Degrees, WGS-84. */
export const Lng = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180))
export const Lat = v.pipe(v.number(), v.finite(), v.minValue(-85), v.maxValue(85))
export const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
const Tally = v.pipe(v.number(), v.integer(), v.minValue(0))
const Maybe = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null)

/** Where something is: WGS-84, accuracy in metres, and how the position was got. */
export const position = {
  lng: Lng,
  lat: Lat,
  /** Metres, one sigma as the device gave it; null when it was not measured. */
  accuracy: Maybe(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))),
  source: v.optional(v.picklist(['gps', 'map', 'place', 'import', 'approximate']), 'map'),
}

export const issueStates = ['found', 'told', 'rectifying', 'awaiting', 'closed', 'relapsed', 'deferred'] as const
export const severities = ['immediate', 'day', 'threeDays'] as const
export const zoneLevels = ['lockdown', 'control', 'precaution'] as const
export const phases = ['emergency', 'control', 'recovery'] as const

export const schemas = {
  incident: v.object({
    id: Id,
    code: Title,
    name: Title,
    phase: v.picklist(phases),
    /** Practice data, invented: every screen says so. */
    drill: v.boolean(),
    startedAt: Instant,
  }),
  /** Numbers given out, one record a series. Seen by the server alone. */
  counter: v.object({ id: Id, value: Tally }),
  place: v.object({
    id: Id,
    name: Title,
    kind: Id,
    township: Id,
    address: v.optional(words(200), ''),
    ...position,
    note: v.optional(Note, ''),
    retired: v.optional(v.boolean(), false),
  }),
  issue: v.object({
    id: Id,
    /** Number within the incident, given by the server in order of arrival. */
    no: Tally,
    title: Title,
    note: v.optional(Note, ''),
    aspect: Id,
    severity: v.picklist(severities),
    township: Id,
    place: Maybe(Id),
    ...position,
    /** The unit that must fix it (责任单位). Without one the issue cannot leave `found`. */
    unit: Maybe(Id),
    state: v.picklist(issueStates),
    deadline: Instant,
    /** When a deferred issue is looked at again. */
    nextDate: Maybe(Instant),
    foundBy: Id,
    foundAt: Instant,
    /** The device's own clock, kept as a claim. */
    deviceAt: Maybe(Instant),
    rectifiedBy: Maybe(Id),
    /** When it came into its present state. */
    since: Instant,
    photos: v.optional(v.array(Id), []),
    comments: v.optional(Tally, 0),
  }),
  shift: v.object({
    id: Id,
    title: Title,
    place: Maybe(Id),
    township: Id,
    ...position,
    startsAt: Instant,
    endsAt: Instant,
    needed: Count,
    claimedBy: v.optional(v.array(Id), []),
    open: v.optional(v.boolean(), true),
    note: v.optional(Note, ''),
  }),
  shortage: v.object({
    id: Id,
    item: Title,
    quantity: Count,
    measure: v.optional(words(10), ''),
    covered: v.optional(Tally, 0),
    place: Maybe(Id),
    township: Id,
    ...position,
    /** When the last of it is used up, as judged by whoever posted it. */
    runsOutAt: Maybe(Instant),
    state: v.picklist(['open', 'covered', 'withdrawn']),
    postedBy: Id,
    postedAt: Instant,
    note: v.optional(Note, ''),
  }),
  zone: v.object({
    id: Id,
    name: Title,
    level: v.picklist(zoneLevels),
    /** One ring of [lng, lat] in WGS-84, not closed, at least three corners. */
    ring: v.pipe(v.array(v.tuple([Lng, Lat])), v.minLength(3), v.maxLength(500)),
    validFrom: Instant,
    validTo: Maybe(Instant),
    reason: v.optional(Note, ''),
    approver: v.optional(words(40), ''),
    liftedAt: Maybe(Instant),
  }),
  announcement: v.object({ id: Id, text: v.pipe(words(500), v.minLength(1)), by: Id, at: Instant, until: Maybe(Instant) }),
} as const

type Schemas = typeof schemas
export type Kind = keyof Schemas
export type Records = { [K in Kind]: Readonly<v.InferOutput<Schemas[K]>> }
export type AnyRecord = Records[Kind]
export const kinds = Object.keys(schemas) as Kind[]

export type Issue = Records['issue']
export type IssueState = (typeof issueStates)[number]
export type Severity = (typeof severities)[number]
export type Place = Records['place']
export type Shift = Records['shift']
export type Shortage = Records['shortage']
export type Zone = Records['zone']
export type ZoneLevel = (typeof zoneLevels)[number]
export type Announcement = Records['announcement']
export type Incident = Records['incident']
export type Phase = (typeof phases)[number]

/** Raise by one when a stored record needs a new default: older records are parsed again when loaded. */
export const recordVersion = 1

/** A record of another version, brought to this one. */
export function upgrade(kind: Kind, value: unknown): AnyRecord {
  return v.parse(schemas[kind] as v.GenericSchema<unknown, AnyRecord>, value)
}
