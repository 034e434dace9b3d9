import type { Definition } from '../command.ts'
import * as announcements from './announcements.ts'
import * as baselines from './baselines.ts'
import * as briefings from './briefings.ts'
import * as bulletins from './bulletins.ts'
import * as checklists from './checklists.ts'
import * as deliveries from './deliveries.ts'
import * as drillClock from './drill-clock.ts'
import * as incident from './incident.ts'
import * as inspections from './inspections.ts'
import * as issues from './issues.ts'
import * as letters from './letters.ts'
import * as markets from './markets.ts'
import * as notices from './notices.ts'
import * as placeCodes from './place-codes.ts'
import * as places from './places.ts'
import * as plans from './plans.ts'
import * as pledges from './pledges.ts'
import * as claims from './shifts-claims.ts'
import * as crews from './shifts-crews.ts'
import * as handovers from './shifts-handover.ts'
import * as posts from './shifts-posts.ts'
import * as presence from './shifts-presence.ts'
import * as swaps from './shifts-swaps.ts'
import * as waitlist from './shifts-waitlist.ts'
import * as shifts from './shifts.ts'
import * as shortages from './shortages.ts'
import * as slips from './slips.ts'
import * as stock from './stock.ts'
import * as teams from './teams.ts'
import * as zones from './zones.ts'

/** Every command by its name. A name lives for ever: the log and waiting phones use it. */
export const commands = {
  ...announcements,
  ...baselines,
  ...briefings,
  ...bulletins,
  ...checklists,
  ...claims,
  ...crews,
  ...deliveries,
  ...drillClock,
  ...handovers,
  ...incident,
  ...inspections,
  ...issues,
  ...letters,
  ...markets,
  ...notices,
  ...placeCodes,
  ...places,
  ...plans,
  ...pledges,
  ...posts,
  ...presence,
  ...shifts,
  ...shortages,
  ...slips,
  ...stock,
  ...swaps,
  ...teams,
  ...waitlist,
  ...zones,
}

export type CommandName = keyof typeof commands
type Input<D> = D extends Definition<infer S> ? import('valibot').InferInput<S> : never
export type Args<N extends CommandName> = Input<(typeof commands)[N]>
