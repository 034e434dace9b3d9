import type { ZoneLevel } from '../records.ts'
import type { Worded } from './worded.ts'

/** An entry of one of the lists below. */
interface Listed extends Worded { readonly id: string }

/** A kind of need with a clock of its own. */
export interface CareNeedKind extends Listed {
  /** Hours until it is due again after it was met; null if it ends when it is met. */
  readonly every: number | null
  /** Hours after it was due at which it rises to the township, and to headquarters. */
  readonly rises: readonly [township: number, headquarters: number]
}

/** In zones of these levels a need comes round sooner: so many hours after the person was last reached. Its words say the rule. */
export interface CallRule extends Listed {
  readonly need: string
  readonly levels: readonly ZoneLevel[]
  readonly every: number
  readonly source: Worded
}

/** What people ask for without an account (急难愁盼). */
export interface HelpKind extends Listed {
  /** An urgent request stands first, and is taken when others no longer are. */
  readonly urgent: boolean
  /** Minutes after which a request that nobody has taken rises to the township, and to headquarters. */
  readonly rises: readonly [township: number, headquarters: number]
}

/** How a county looks after people by name. */
export interface CareRules {
  /** Groups of people who need care (弱势群体), and where the list comes from. */
  readonly groups: readonly Listed[]
  readonly groupsSource: Worded
  readonly needs: readonly CareNeedKind[]
  readonly calls: readonly CallRule[]
  /** Why somebody opens a person's data. `other` asks for words. */
  readonly reasons: readonly Listed[]
  /** Days after the incident ends, or a zone is lifted, until its people's data is destroyed. */
  readonly keepDays: number
  readonly keepDaysSource: Worded
  /** How many people's data one reader may open. More is refused, and headquarters is told. */
  readonly opens: { readonly minute: number, readonly hour: number }
  readonly help: { readonly kinds: readonly HelpKind[], readonly source: Worded, /** How many requests can wait at once; urgent ones twice as many. */ readonly most: number }
  /** How many lists with names one person may take out within 24 hours. */
  readonly exportsADay: number
  /** Minutes after a sign-in link was used on a device in which personal data is taken out on it. */
  readonly confirmMinutes: number
}
