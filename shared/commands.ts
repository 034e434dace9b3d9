import type { Definition } from './core/command.ts'
import * as bulletins from './bulletins/commands.ts'
import * as care from './care/commands.ts'
import * as posts from './duty/post-commands.ts'
import * as shifts from './duty/shift-commands.ts'
import * as exposures from './exposure/commands.ts'
import * as help from './help/commands.ts'
import * as announcements from './incident/announcement-commands.ts'
import * as drillClock from './incident/clock-commands.ts'
import * as incident from './incident/commands.ts'
import * as incidentEnd from './incident/end-commands.ts'
import * as briefings from './inspections/briefing-commands.ts'
import * as checklists from './inspections/checklist-commands.ts'
import * as inspections from './inspections/commands.ts'
import * as plans from './inspections/plan-commands.ts'
import * as teams from './inspections/team-commands.ts'
import * as issues from './issues/commands.ts'
import * as letters from './issues/letter-commands.ts'
import * as masks from './issues/mask-commands.ts'
import * as slips from './issues/slip-commands.ts'
import * as voices from './issues/voice-commands.ts'
import * as givenNotices from './notices/give-commands.ts'
import * as batches from './quarantine/batch-commands.ts'
import * as quarantineSites from './quarantine/site-commands.ts'
import * as transfers from './quarantine/transfer-commands.ts'
import * as trips from './quarantine/trip-commands.ts'
import * as recovery from './recovery/commands.ts'
import * as workPlans from './recovery/plan-commands.ts'
import * as selfReports from './recovery/report-commands.ts'
import * as reopeningSteps from './recovery/step-commands.ts'
import * as baselines from './register/baseline-commands.ts'
import * as placeCodes from './register/place-code-commands.ts'
import * as places from './register/place-commands.ts'
import * as townships from './register/township-commands.ts'
import * as listWords from './register/word-commands.ts'
import * as requirements from './requirements/commands.ts'
import * as deliveries from './supplies/delivery-commands.ts'
import * as markets from './supplies/market-commands.ts'
import * as supplyNotes from './supplies/note-commands.ts'
import * as pledges from './supplies/pledge-commands.ts'
import * as shortages from './supplies/shortage-commands.ts'
import * as stock from './supplies/stock-commands.ts'
import * as tables from './tables/commands.ts'
import * as rounds from './testing/round-commands.ts'
import * as sites from './testing/site-commands.ts'
import { volunteerCommands } from './volunteer-commands.ts'
import * as zones from './zones/commands.ts'
import * as lifting from './zones/lift-commands.ts'
import * as shapes from './zones/shape-commands.ts'

/** Every command by its name. Names never change, because the log and the queues on devices use them. */
export const commands = {
  ...volunteerCommands,
  ...announcements,
  ...baselines,
  ...batches,
  ...briefings,
  ...bulletins,
  ...care,
  ...checklists,
  ...deliveries,
  ...drillClock,
  ...exposures,
  ...help,
  ...givenNotices,
  ...incident,
  ...incidentEnd,
  ...inspections,
  ...issues,
  ...letters,
  ...listWords,
  ...markets,
  ...masks,
  ...placeCodes,
  ...places,
  ...plans,
  ...pledges,
  ...posts,
  ...quarantineSites,
  ...recovery,
  ...reopeningSteps,
  ...requirements,
  ...selfReports,
  ...rounds,
  ...shifts,
  ...shortages,
  ...sites,
  ...slips,
  ...stock,
  ...supplyNotes,
  ...tables,
  ...transfers,
  ...trips,
  ...voices,
  ...workPlans,
  ...townships,
  ...teams,
  ...zones,
  ...lifting,
  ...shapes,
}

export type CommandName = keyof typeof commands
type Input<D> = D extends Definition<infer S> ? import('valibot').InferInput<S> : never
export type Args<N extends CommandName> = Input<(typeof commands)[N]>
