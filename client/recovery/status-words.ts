import type { Status } from '../../shared/recovery/steps.ts'
import { words } from '../core/language.ts'

interface Words {
  readonly statuses: Readonly<Record<Status, string>>
  readonly missing: string
}

const zh: Words = { statuses: { running: '在运行', waiting: '待恢复', halted: '停工停课' }, missing: '缺报' }
const en: Words = { statuses: { running: 'In operation', waiting: 'Waiting', halted: 'Halted' }, missing: 'No report' }

/** What the map's legend says of a place that comes back. Apart from the words of the room's pages. */
export const statusWords = words({ zh, en })
