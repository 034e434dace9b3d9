import type { Snapshot } from '../../shared/core/protocol.ts'
import { snapshotJson } from '../../server/board/snapshots.ts'

/** The snapshot of an audience as its reader gets it. */
export const take = (board: Parameters<typeof snapshotJson>[0], audience: string): Snapshot => JSON.parse([...snapshotJson(board, audience)].join(''))
