import type { CountyFolder } from '../../county.ts'
import { county } from './county.ts'
import { drill } from './drill.ts'

export const folder: CountyFolder = { county, drill }
