import type { CountyFolder } from '../county-folder.ts'
import { county } from './county.ts'
import { drill } from './drill.ts'

/** The drill begins at 10:15 of its ninth day, whenever it is loaded. */
export const folder: CountyFolder = { county, drill, drillAt: 10 * 60 + 15 }
