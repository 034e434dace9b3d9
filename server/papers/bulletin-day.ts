import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import type { Bulletin } from '../../shared/records.ts'
import type { Store } from '../board/store.ts'
import type { BulletinSource, PaperIssue } from './bulletin-source.ts'
import { setImmediate } from 'node:timers/promises'
import { reject } from '../../shared/core/rejection.ts'
import { correctionsIn } from '../../shared/issues/corrections.ts'
import { dueAt, overdue } from '../../shared/issues/steps.ts'
import { replay } from '../board/past.ts'
import { listsOf } from './bulletin-source.ts'

/** Reads the board at the cut-off of a bulletin from the log. The last board is kept, because readers open several figures of one day. Rejects with `not_found`. */
export function cutOffs(store: Pick<Store, 'since' | 'aside'>) {
  let kept: { readonly day: string, readonly board: Promise<Reader> } | null = null

  async function read(until: number): Promise<Reader> {
    const { value } = await replay(store, [until]).next()
    return value ? value.board : reject('not_found')
  }
  return ({ day, until }: Bulletin): Promise<Reader> => {
    if (kept?.day !== day) {
      const board = read(until)
      kept = { day, board }
      board.catch(() => kept = null)
    }
    return kept.board
  }
}

/** Gathers the content of a bulletin from `board` (at its cut-off) and `now` (the current board), in slices, so that other requests have their turn. Rejects with `not_found`. */
export async function paperDay(board: Reader, now: Reader, bulletin: Bulletin, county: County): Promise<{ readonly day: Omit<BulletinSource, 'issues'>, readonly issues: readonly PaperIssue[] }> {
  const issues: PaperIssue[] = []
  for (const issue of board.all('issue')) {
    const { id, no, title, township, aspect, severity, unit, state, foundAt, since } = issue
    issues.push({ id, no, title, township, aspect, severity, unit, state, foundAt, since, place: board.get('place', issue.place ?? '')?.name ?? '', due: dueAt(issue), late: overdue(issue, bulletin.until) })
    if (issues.length % 500 === 0) await setImmediate()
  }
  const corrections = correctionsIn(board, bulletin).map((one) => {
    const issue = board.get('issue', one.issue)
    return { ...one, issueNo: issue?.no ?? 0, title: issue?.title ?? '' }
  })
  const silent = bulletin.figures.silentTeams.map(id => board.get('team', id)?.name ?? id)
  const incident = now.get('incident', 'incident') ?? reject('not_found')
  return { day: { lists: listsOf(county), incident, bulletin, corrections, silent }, issues: issues.sort((a, b) => a.no - b.no) }
}
