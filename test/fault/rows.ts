import type { Fault } from './fault.ts'
import { atrest } from './atrest.ts'
import { bitflip } from './bitflip.ts'
import { canary } from './canary.ts'
import { claim } from './claim.ts'
import { connflood } from './connflood.ts'
import { crash } from './crash.ts'
import { destroy } from './destroy.ts'
import { enospc } from './enospc.ts'
import { flood } from './flood.ts'
import { polling } from './polling.ts'
import { scrape } from './scrape.ts'
import { slow } from './slow.ts'
import { slowloris } from './slowloris.ts'
import { start } from './start.ts'
import { subject } from './subject.ts'

/** Every fault, by the name it is run with: `npm run fault -- claim --seed 7`. */
export const rows: Readonly<Record<string, Fault>> = { atrest, bitflip, canary, claim, connflood, crash, destroy, enospc, flood, polling, scrape, slow, slowloris, start, subject }
