import type { CountyFolder } from '../county-folder.ts'
import { county } from './county.ts'
import { drill } from './drill.ts'
import { careDrill } from './drill/care.ts'
import { planFile } from './drill/plan-file.ts'

/** The drill begins at 16:42 of its 18th day, whenever it is loaded. */
export const folder: CountyFolder = { county, drill, drillCare: careDrill, drillFiles: [planFile], drillAt: 16 * 60 + 42 }
