import type { FeatureCollection } from 'geojson'
import type { Kind, LiftCondition, Requirement, Severity } from '../records.ts'
import type { BulletinWords } from './bulletin-words.ts'
import type { CareRules } from './care-rules.ts'
import type { ExposureRules } from './exposure-rules.ts'
import type { Outline } from './outline.ts'
import type { QuarantineNorms } from './quarantine-norms.ts'
import type { RuleName, Rules } from './rules.ts'
import type { TestingNorms } from './testing-norms.ts'
import type { Worded } from './worded.ts'
import { outlineOf } from './outline.ts'

/** What a county folder exports: everything about one county. Another county is another folder. */

export interface Named { readonly id: string, readonly zh: string, readonly en: string }

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

/** One item of a checklist. It states what must be so; `fault` is how a failed item is reported. Without a `fault`, as in older versions, the item itself states the fault. */
export interface CheckItem extends Worded {
  readonly id: string
  readonly fault?: Worded | null
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

/** One version of a checklist in the county folder. */
interface FolderList { readonly version: number, readonly items: readonly CheckItem[] }

export interface County {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** IANA name; every clock on the screen is in it. */
  readonly timeZone: string
  /** The kinds of records of the parts that this county does not use; `left-out.ts` has them. */
  readonly leftOut: readonly Kind[]
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
  /** Those of them whose people come back by batch and grade. */
  readonly schoolKinds: readonly string[]
  readonly grades: readonly Named[]
  /** Where the checklists for reopening come from. */
  readonly reopeningSource: Worded
  readonly aspects: readonly Named[]
  readonly units: readonly Unit[]
  /** The unit that an issue goes to unless a person chooses another: the first line that fits. `township` means the township's government. */
  readonly routes: readonly { readonly kind?: string, readonly aspect?: string, readonly unit: string }[]
  /** Hours to put an issue right, by severity. */
  readonly hours: Readonly<Record<Severity, number>>
  readonly rules: Rules
  /** The law, guide or decision that a rule's value comes from. A rule that is missing here is the county's own choice. */
  readonly ruleSources: Readonly<Partial<Record<RuleName, Worded>>>
  readonly supplies: readonly SupplyItem[]
  readonly staples: readonly Staple[]
  /** Groups of people that a sealed site counts. */
  readonly groups: readonly Named[]
  /** Skills that some posts require (采样、方言、驾驶), and trainings and consents that risky posts require. */
  readonly skills: readonly Named[]
  readonly trainings: readonly Named[]
  /** How often people at places are tested and visited, and places disinfected, by kind of place, level of zone and phase. Headquarters makes newer versions on the board. */
  readonly requirements: readonly Requirement[]
  /** How people who need care are looked after by name. */
  readonly care: CareRules
  readonly testing: TestingNorms
  readonly quarantine: QuarantineNorms
  readonly exposure: ExposureRules
  /** What must be so before a zone is lifted or lowered. Headquarters makes newer versions on the board. */
  readonly liftConditions: readonly LiftCondition[]
  /** The version in force of each, with the earlier versions, whose words must not change: inspections show the version they began with. */
  readonly checklists: Readonly<Record<string, FolderList & { readonly earlier?: readonly FolderList[] }>>
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
  readonly recoveryKinds: ReadonlySet<string>
  readonly grades: ReadonlySet<string>
  readonly timeZone: string
  readonly requirements: readonly Requirement[]
  readonly care: CareRules
  readonly careGroups: ReadonlySet<string>
  readonly testing: TestingNorms
  readonly quarantine: QuarantineNorms
  readonly exposure: ExposureRules
  readonly liftConditions: readonly LiftCondition[]
  readonly checklists: County['checklists']
  readonly outline: Outline
  readonly leftOut: readonly Kind[]
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
    recoveryKinds: new Set(county.recoveryKinds),
    grades: new Set(county.grades.map(grade => grade.id)),
    timeZone: county.timeZone,
    requirements: county.requirements,
    liftConditions: county.liftConditions,
    care: county.care,
    careGroups: new Set(county.care.groups.map(group => group.id)),
    testing: county.testing,
    quarantine: county.quarantine,
    exposure: county.exposure,
    checklists: county.checklists,
    outline: outlineOf(county.outline),
    leftOut: county.leftOut,
  }
}
