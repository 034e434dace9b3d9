import type { Fault } from './fault.ts'
import { bitflip } from './bitflip.ts'
import { claim } from './claim.ts'
import { connflood } from './connflood.ts'
import { crash } from './crash.ts'
import { enospc } from './enospc.ts'
import { flood } from './flood.ts'
import { polling } from './polling.ts'
import { slow } from './slow.ts'
import { slowloris } from './slowloris.ts'
import { start } from './start.ts'

/** Every fault, by the name it is run with: `npm run fault -- claim --seed 7`. */
export const rows: Readonly<Record<string, Fault>> = { bitflip, claim, connflood, crash, enospc, flood, polling, slow, slowloris, start }
