import { bulletinDeeds } from './bulletins/deeds.ts'
import { careDeeds } from './care/deeds.ts'
import { exposureDeeds } from './exposure/deeds.ts'
import { helpDeeds } from './help/deeds.ts'
import { incidentDeeds } from './incident/deeds.ts'
import { inspectionDeeds } from './inspections/deeds.ts'
import { planDeeds } from './inspections/plan-deeds.ts'
import { issueDeeds } from './issues/deeds.ts'
import { staffNotices } from './notices/staff-words.ts'
import { quarantineDeeds } from './quarantine/deeds.ts'
import { recoveryDeeds } from './recovery/deeds.ts'
import { registerDeeds } from './register/deeds.ts'
import { requirementDeeds } from './requirements/deeds.ts'
import { supplyDeeds } from './supplies/deeds.ts'
import { tableDeeds } from './tables/deeds.ts'
import { testingDeeds } from './testing/deeds.ts'
import { zoneDeeds } from './zones/deeds.ts'

/** The words of the rooms in which volunteers do nothing. They come with the commands of the other roles. */
export const staffDeeds = [bulletinDeeds, careDeeds, exposureDeeds, helpDeeds, incidentDeeds, inspectionDeeds, planDeeds, issueDeeds, quarantineDeeds, recoveryDeeds, registerDeeds, requirementDeeds, supplyDeeds, tableDeeds, testingDeeds, zoneDeeds] as const

/** The sentences of the notices that volunteers do not get. */
export { staffNotices }
