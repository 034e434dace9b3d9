import type { Issue } from '../../../shared/records.ts'
import { pendingFor, record } from '../../core/board.ts'
import { rowWords } from '../lists/row-words.ts'

/** The number of an issue, like 0506-0361. Empty until the server has the report: only the server gives numbers. */
export function numberOf(issue: Issue): string {
  const unsent = pendingFor(`issue/${issue.id}`).some(one => one.command.name === 'reportIssue')
  return unsent ? rowWords.value.noNumber : `${record('incident', 'incident')?.code ?? ''}-${String(issue.no).padStart(4, '0')}`
}
