import type { Severity, ZoneLevel } from '../records.ts'
import type { Worded } from './worded.ts'

/** The values that each county sets. Another county may set others. */

/** Limits that protect people on duty from exhaustion and keep posts staffed. In hours unless another unit is given. */
export interface DutyRules {
  readonly hoursIn24: number
  readonly rest: number
  /** Shifts with a shorter gap between them count as one and need no rest in between. */
  readonly join: number
  readonly nightsInRow: number
  readonly daysInRow: number
  /** From this consecutive day of duty on, everybody sees a warning. */
  readonly warnDays: number
  /** Hours of the county's clock between which it is night: [22, 6]. */
  readonly night: readonly [from: number, to: number]
  /** A shift with at least this many hours in the night is a night shift. */
  readonly nightFrom: number
  /** Speed of travel between two posts, in kilometres an hour along a straight line. */
  readonly travel: number
  /** A shift that lacks people counts as a gap (缺口) when it begins within this time. */
  readonly gapAhead: number
  /** Minutes: how early check-in opens, when a holder counts as late, and when as missing. */
  readonly early: number
  readonly late: number
  readonly missing: number
  /** How old a check-in made offline may be when it arrives. */
  readonly offline: number
  /** Minutes in which a person on the waitlist may take a place that became free, and the same for a shift that begins within twice `offer`. */
  readonly offer: number
  readonly offerSoon: number
  /** How many people one call-out asks. */
  readonly callOut: number
  /** What to bring to a shift of that risk. */
  readonly bring: Readonly<Record<'low' | 'high', Worded>>
  /** A shift in a zone of one of these levels is of high risk, whatever its post says. */
  readonly riskLevels: readonly ZoneLevel[]
  /** The training that a post of that risk requires. */
  readonly trainings: Readonly<Record<'low' | 'high', readonly string[]>>
}

export interface RouteWeights { readonly unseen: number, readonly open: number, readonly late: number, readonly relapsed: number, readonly kilometre: number, readonly stops: number }

/** For how many days a settled record stays on the live boards, by kind: at least two, so that what happened today or yesterday is there. */
export interface BoardDays {
  /** From its closing. */
  readonly issue: number
  /** A day's figures, from its cut-off. */
  readonly bulletin: number
  /** From its signature; from the end of its day when it was never visited or never signed. */
  readonly inspection: number
  /** From the signature for it, once a difference is explained, or from its cancellation. */
  readonly delivery: number
  /** From its end. With less than `daysInRow` and two days a device foresees fewer limits of rest than the server. */
  readonly shift: number
  /** A line of the ledger, from when it was written. */
  readonly move: number
  /** From when it was covered or withdrawn. */
  readonly shortage: number
  /** From when it was received or withdrawn. */
  readonly pledge: number
  /** Prices, from the end of their day. */
  readonly marketDay: number
  /** From the end of its day. */
  readonly briefing: number
  /** From the end of its day. */
  readonly dayReport: number
  /** From when it expired or was ended. */
  readonly announcement: number
  /** From when it was given, once it was read. */
  readonly notice: number
  /** From the new deadline that it sets. */
  readonly letter: number
  /** From when it was given. */
  readonly slip: number
  /** From when it was made. */
  readonly correction: number
  /** From when it was lifted or expired. */
  readonly zone: number
  /** A place's own report, from the end of its day. */
  readonly selfReport: number
  /** A version of a plan, from when it was replaced or withdrawn. */
  readonly workPlan: number
  /** From the closing of the round of testing. */
  readonly round: number
  readonly sampling: number
  /** From the answer to it. */
  readonly tube: number
  /** From when the last of its people left. */
  readonly batch: number
  /** From the disinfection of its vehicle, or from its cancelling. */
  readonly transfer: number
  /** From the release of the place. */
  readonly exposure: number
}

/** Values that each county sets. `ruleSources` of the county names where a number comes from. */
export interface Rules {
  /** When the day's figures are frozen, by the county's clock: 20:00. */
  readonly dayEndsAt: string
  /** True if the person who found an issue may not re-check it either. */
  readonly recheckNotByFinder: boolean
  /** Within how many hours a fix that was sent in must be re-checked. */
  readonly recheckHours: number
  /** True if a fix needs a photo that shows it. If false, the photo is only asked for. */
  readonly afterPhoto: boolean
  /** The share of closed issues that is drawn for a spot check (抽查) each day: 0.1 is a tenth. */
  readonly sampleShare: number
  /** A place is grey on the map if no team has inspected it for this many days. */
  readonly unseenDays: number
  readonly boardDays: BoardDays
  /** Metres from a place within which a check-in counts as on the spot. */
  readonly nearMetres: number
  /** A position less accurate than this many metres proves nothing. */
  readonly coarseMetres: number
  /** Weights for proposing a day's routes: a day without inspection, an open issue, an overdue issue, a relapse, a kilometre. `stops` is how many places a team visits. */
  readonly route: RouteWeights
  /** How many teams an incident begins with. */
  readonly teams: number
  /** A unit with fewer closed issues than this is not ranked, because its rates mean nothing. */
  readonly rankFrom: number
  /** Hours of the county's clock between which only urgent notices are sent out: [22, 7]. */
  readonly quietHours: readonly [from: number, to: number]
  /** A site with fewer hours of supply left than this is yellow, or red. */
  readonly supplyHours: readonly [yellow: number, red: number]
  /** How long a delivery usually takes from a store to a site. Used when its sender gave no time of arrival. */
  readonly deliveryHours: number
  /** How much more than requested may be allocated: 0.1 is a tenth. */
  readonly overAllocation: number
  /** A price that rises by more than the first share within a day is marked; beyond the second somebody decides if it is an issue. 0.3 is 30 %. */
  readonly priceRise: readonly [mark: number, decide: number]
  /** Kinds of places whose prices are watched. */
  readonly priceKinds: readonly string[]
  /** The title, aspect, severity and unit of that issue. */
  readonly priceIssue: { readonly title: string, readonly aspect: string, readonly severity: Severity, readonly unit: string }
  /** A place in operation is marked when this many whole days have passed without its own report. */
  readonly reportMissingDays: number
  /** The title, aspect and severity of the issue when a spot check differs from a report. */
  readonly reportIssue: { readonly title: string, readonly aspect: string, readonly severity: Severity }
  /** Limits of one person's photos and signatures within 24 hours: how many, and how many bytes as stored. */
  readonly photosADay: { readonly count: number, readonly bytes: number }
  readonly duty: DutyRules
}

/** A rule by its name: those of `Rules`, and those of `DutyRules`. */
export type RuleName = Exclude<keyof Rules, 'duty'> | keyof DutyRules
