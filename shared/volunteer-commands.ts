import * as claims from './duty/claim-commands.ts'
import * as crews from './duty/crew-commands.ts'
import * as handovers from './duty/handover-commands.ts'
import * as presence from './duty/presence-commands.ts'
import * as swaps from './duty/swap-commands.ts'
import * as waitlist from './duty/waitlist-commands.ts'
import * as notices from './notices/commands.ts'

/** Every command that a volunteer may give, by its name. Their phones load these and no others. */
export const volunteerCommands = {
  ...claims,
  ...crews,
  ...handovers,
  ...notices,
  ...presence,
  ...swaps,
  ...waitlist,
}
