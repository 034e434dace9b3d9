import type { FeatureCollection } from 'geojson'
import type { Severity } from '../records.ts'
import type { BulletinWords } from './bulletin-words.ts'
import type { Outline } from './outline.ts'
import { outlineOf } from './outline.ts'

/** What a county folder exports. Everything about one county is in it; another county is another folder. */

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
}

export interface Unit extends Named {
  /** As said in a list row: 市卫健局. */
  readonly short: string
  /** Only for a township government. */
  readonly township?: string
}

/** Limits that protect people on duty from exhaustion and posts from standing empty. In hours unless it says otherwise. */
export interface DutyRules {
  readonly hoursIn24: number
  readonly rest: number
  /** Shifts with less between them count as one, and need no rest in between. */
  readonly join: number
  readonly nightsInRow: number
  readonly daysInRow: number
  /** From this day in a row on, everybody sees a warning. */
  readonly warnDays: number
  /** By the county's clock; and how many hours in it make a shift a night shift. */
  readonly night: readonly [from: number, to: number]
  readonly nightFrom: number
  /** Kilometres an hour, as the crow flies, between two posts. */
  readonly travel: number
  /** How far ahead a shift that lacks people is a gap. */
  readonly gapAhead: number
  /** Minutes: how early check-in opens, when a holder counts as late, and when as missing. */
  readonly early: number
  readonly late: number
  readonly missing: number
  /** How long a check-in made without a network is taken. */
  readonly offline: number
  /** How many are called when a shift calls out. */
  readonly callOut: number
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
  /** 只, 套, 罐; as said after a number. */
  readonly measure: Worded
  /** Daily use by one person of a group. `duty` counts the people on duty there now; the others are counted at the site. */
  readonly perDay: Readonly<Record<string, number>>
  /** Days it keeps; null when that does not matter. */
  readonly shelfDays: number | null
}

/** A staple whose price is watched, and the measure it is sold by. */
export interface Staple extends Named { readonly measure: Worded }

export interface RouteWeights { readonly unseen: number, readonly open: number, readonly late: number, readonly relapsed: number, readonly kilometre: number, readonly stops: number }

/** What a county may set as it likes; where a number comes from a law or a guide, its folder says so beside it. */
export interface Rules {
  /** When the day's figures are frozen, by the county's clock: 20:00. */
  readonly dayEndsAt: string
  /** The finder of an issue does not re-check it either. */
  readonly recheckNotByFinder: boolean
  /** The share of closed issues that is looked at again each day: 0.1 is a tenth. */
  readonly sampleShare: number
  /** A place that no team has seen for so many days is grey on the map. */
  readonly unseenDays: number
  /** For how many days a settled record stays on the live boards, by kind: a signed inspection, a delivery that was signed for, a notice that was read. */
  readonly boardDays: { readonly inspection: number, readonly delivery: number, readonly notice: number }
  /** Metres from a place within which a check-in counts as on the spot. */
  readonly nearMetres: number
  /** Weights for proposing a day's routes: a day unseen, an open issue, an overdue issue, a relapse, a kilometre; and the stops of a team. */
  readonly route: RouteWeights
  /** How many teams an incident begins with. */
  readonly teams: number
  /** A unit with fewer issues than this is not ranked: its rates say nothing. */
  readonly rankFrom: number
  /** Hours of the county's clock between which only urgent notices are sent out: [22, 7]. */
  readonly quietHours: readonly [from: number, to: number]
  /** Hours of supply left below which a site is yellow, and red. */
  readonly supplyHours: readonly [yellow: number, red: number]
  /** How much more than was asked for may be allocated: 0.1 is a tenth. */
  readonly overAllocation: number
  /** A price that rose so much since the day before is an issue: 0.3 is 30 %. */
  readonly priceRise: number
  /** Kinds of places whose prices are watched. */
  readonly priceKinds: readonly string[]
  /** The aspect, severity and unit of that issue. */
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
  /** The sentence that must stand wherever cells are drawn; null when they are official borders. */
  readonly cellsNote: Worded | null
  /** Names around the county on the map. */
  readonly surroundings: readonly (Worded & { readonly at: readonly [number, number], readonly sea?: boolean })[]
  readonly placeKinds: readonly PlaceKind[]
  /** Kinds that are swept along a street, shop by shop, and not visited one by one. */
  readonly sweptKinds: readonly string[]
  /** Kinds that are guarded round the clock, and have lanes. */
  readonly guardedKinds: readonly string[]
  /** Kinds that open again in the recovery, and are watched then. */
  readonly recoveryKinds: readonly string[]
  readonly aspects: readonly Named[]
  readonly units: readonly Unit[]
  /** Which unit an issue goes to unless a person says otherwise: the first line that fits; `township` means its government. */
  readonly routes: readonly { readonly kind?: string, readonly aspect?: string, readonly unit: string }[]
  /** Hours to put an issue right, by severity. */
  readonly hours: Readonly<Record<Severity, number>>
  readonly rules: Rules
  readonly supplies: readonly SupplyItem[]
  readonly staples: readonly Staple[]
  /** Groups that are counted at a sealed site. */
  readonly groups: readonly Named[]
  /** Skills that some posts require (采样、方言、驾驶), and trainings and consents that risky posts require. */
  readonly skills: readonly Named[]
  readonly trainings: readonly Named[]
  readonly checklists: Readonly<Record<string, { readonly version: number, readonly items: readonly CheckItem[] }>>
  /** What stands on its official papers. `{no}`, `{year}`, `{unit}` and `{due}` are filled in. */
  readonly office: {
    readonly name: string
    /** BCP 47: how dates are written on papers. */
    readonly locale: string
    /** Stands on every paper of a drill. */
    readonly drillMark: string
    readonly letterTitle: string
    readonly letterNo: string
    readonly letterIntro: string
    readonly letterClose: string
    /** Over the table: row, number, issue, place, until when. */
    readonly letterColumns: readonly [string, string, string, string, string]
    /** What counts as hours of service, and the rule by which a certificate is given. */
    readonly serviceRule: Worded
    readonly bulletin: BulletinWords
  }
  /** Credit for the map data, and its licence. */
  readonly credits: readonly string[]
}

/** The county's lists as the rules ask for them. */
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
