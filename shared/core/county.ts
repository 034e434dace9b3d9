import type { FeatureCollection } from 'geojson'
import type { Severity } from '../records.ts'
import type { BulletinWords } from './bulletin-words.ts'
import type { Outline } from './outline.ts'
import { outlineOf } from './outline.ts'

/** What a county folder exports: everything about one county. Another county is another folder. */

export interface Named { readonly id: string, readonly zh: string, readonly en: string }
interface Worded { readonly zh: string, readonly en: string }

export interface Township {
  /** Administrative code, nine digits in China. */
  readonly code: string
  readonly name: string
  /** The name without 镇 or 街道, for tight labels. */
  readonly short: string
  readonly nameEn: string
  /** Positions of its government and of its label: [lng, lat], WGS-84. */
  readonly seat: readonly [number, number]
  readonly label: readonly [number, number]
}

export interface PlaceKind extends Named {
  /** Name of a line icon in `client/map/icons.ts`. */
  readonly icon: string
  /** What lists of departments call it besides. Proposed to the person who imports such a list, who confirms it. */
  readonly also?: readonly string[]
}

export interface Unit extends Named {
  /** The name in a list row: 市卫健局. */
  readonly short: string
  /** Only for a township government. */
  readonly township?: string
}

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
  /** How many people one call-out asks. */
  readonly callOut: number
  /** What to bring to a shift of that risk. */
  readonly bring: Readonly<Record<'low' | 'high', Worded>>
  /** The training that a post of that risk requires. */
  readonly trainings: Readonly<Record<'low' | 'high', readonly string[]>>
}

export interface CheckItem extends Worded {
  readonly id: string
  readonly aspect: string
  readonly severity: Severity
}

/** One item of the supplies catalogue (物资目录). */
export interface SupplyItem extends Named {
  /** The measure after a number: 只, 套, 罐. */
  readonly measure: Worded
  /** Daily use per person, by group. The group `duty` is the people on duty at the site now; the site reports the size of the other groups. */
  readonly perDay: Readonly<Record<string, number>>
  /** The codes printed on its packs, each with the number of `measure` in a pack: for hand scanners. */
  readonly codes?: Readonly<Record<string, number>>
  /** Shelf life in days; null if it does not matter. */
  readonly shelfDays: number | null
}

/** A staple food whose price is watched, and the measure it is sold by. */
export interface Staple extends Named { readonly measure: Worded }

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
}

/** Values that each county sets. Where a number comes from a law or a guide, the county folder names the source beside it. */
export interface Rules {
  /** When the day's figures are frozen, by the county's clock: 20:00. */
  readonly dayEndsAt: string
  /** True if the person who found an issue may not re-check it either. */
  readonly recheckNotByFinder: boolean
  /** The share of closed issues that is drawn for a spot check (抽查) each day: 0.1 is a tenth. */
  readonly sampleShare: number
  /** A place is grey on the map if no team has inspected it for this many days. */
  readonly unseenDays: number
  readonly boardDays: BoardDays
  /** Metres from a place within which a check-in counts as on the spot. */
  readonly nearMetres: number
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
  /** Limits of one person's photos and signatures within 24 hours: how many, and how many bytes as stored. */
  readonly photosADay: { readonly count: number, readonly bytes: number }
  readonly duty: DutyRules
}

export interface County {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** IANA name; every clock on the screen is in it. */
  readonly timeZone: string
  readonly townships: readonly Township[]
  /** GeoJSON, WGS-84. Cells carry `code` of their township. */
  readonly outline: FeatureCollection
  readonly water: FeatureCollection
  readonly cells: FeatureCollection
  /** The sentence that must be shown wherever cells are drawn; null if they are official borders. */
  readonly cellsNote: Worded | null
  /** Names around the county on the map. */
  readonly surroundings: readonly (Worded & { readonly at: readonly [number, number], readonly sea?: boolean })[]
  readonly placeKinds: readonly PlaceKind[]
  /** Kinds that are inspected street by street in a sweep, not by single visits. */
  readonly sweptKinds: readonly string[]
  /** Kinds that are staffed round the clock and have lanes. */
  readonly guardedKinds: readonly string[]
  /** Kinds that reopen in the recovery phase and are inspected then. */
  readonly recoveryKinds: readonly string[]
  readonly aspects: readonly Named[]
  readonly units: readonly Unit[]
  /** The unit that an issue goes to unless a person chooses another: the first line that fits. `township` means the township's government. */
  readonly routes: readonly { readonly kind?: string, readonly aspect?: string, readonly unit: string }[]
  /** Hours to put an issue right, by severity. */
  readonly hours: Readonly<Record<Severity, number>>
  readonly rules: Rules
  readonly supplies: readonly SupplyItem[]
  readonly staples: readonly Staple[]
  /** Groups of people that a sealed site counts. */
  readonly groups: readonly Named[]
  /** Skills that some posts require (采样、方言、驾驶), and trainings and consents that risky posts require. */
  readonly skills: readonly Named[]
  readonly trainings: readonly Named[]
  readonly checklists: Readonly<Record<string, { readonly version: number, readonly items: readonly CheckItem[] }>>
  /** The wording of its official papers. `{no}`, `{year}`, `{unit}` and `{due}` are replaced by values. */
  readonly office: {
    readonly name: string
    /** BCP 47 tag for the dates on papers. */
    readonly locale: string
    /** Printed on every paper of a drill. */
    readonly drillMark: string
    readonly letterTitle: string
    readonly letterNo: string
    readonly letterIntro: string
    readonly letterClose: string
    /** Headings of the table: row, number, issue, place, deadline. */
    readonly letterColumns: readonly [string, string, string, string, string]
    /** What counts as a service hour, and the regulation that certificates follow. */
    readonly serviceRule: Worded
    readonly bulletin: BulletinWords
  }
  /** Credit for the map data, and its licence. */
  readonly credits: readonly string[]
}

/** The county's lists in the form that rules use. */
export interface Facts {
  readonly townships: ReadonlySet<string>
  readonly placeKinds: ReadonlySet<string>
  readonly aspects: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  /** The township of a unit that is its government. */
  readonly unitTownships: ReadonlyMap<string, string>
  readonly skills: ReadonlySet<string>
  readonly hours: Readonly<Record<Severity, number>>
  readonly rules: Rules
  readonly supplies: ReadonlyMap<string, SupplyItem>
  readonly staples: ReadonlyMap<string, Staple>
  readonly groups: ReadonlySet<string>
  readonly timeZone: string
  readonly checklists: County['checklists']
  readonly outline: Outline
}

export function factsOf(county: County): Facts {
  return {
    townships: new Set(county.townships.map(township => township.code)),
    placeKinds: new Set(county.placeKinds.map(kind => kind.id)),
    aspects: new Set(county.aspects.map(aspect => aspect.id)),
    units: new Set(county.units.map(unit => unit.id)),
    unitTownships: new Map(county.units.flatMap(unit => unit.township ? [[unit.id, unit.township]] : [])),
    skills: new Set(county.skills.map(skill => skill.id)),
    hours: county.hours,
    rules: county.rules,
    supplies: new Map(county.supplies.map(item => [item.id, item])),
    staples: new Map(county.staples.map(one => [one.id, one])),
    groups: new Set(county.groups.map(group => group.id)),
    timeZone: county.timeZone,
    checklists: county.checklists,
    outline: outlineOf(county.outline),
  }
}
