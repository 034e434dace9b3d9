import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { PhotoRights } from '../images/photo-rights.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { masksOf } from '../../shared/core/masking.ts'
import { isDestroyed } from '../../shared/core/over.ts'
import { pictured } from '../../shared/core/photos.ts'
import { reject } from '../../shared/core/rejection.ts'
import { theServer } from '../board/scheduler.ts'
import { isDrawn } from '../images/drill-photo.ts'
import { stampLines } from '../images/stamp-lines.ts'

type Said = Pick<County, 'timeZone' | 'townships' | 'units'>

/** The copies of photos that people get: with what is covered painted over, and with its stamp. */
export function servedPhotos(accounts: Pick<Accounts, 'actorOf'>, county: Said, board: IncidentBoard, rights: Pick<PhotoRights, 'sees' | 'wanted'>) {
  const { authority, photos } = board
  return {
    /** As `sees` of the rights says; a photo of the drill is drawn when somebody first looks. Rejects with `incident_over` once the photos were destroyed. */
    async look(actor: Actor, subject: string, photo: string): Promise<'here' | 'coming' | null> {
      const seen = rights.sees(actor, subject, photo)
      if (seen && isDestroyed(authority.board)) reject('incident_over')
      if (seen !== 'coming' || !isDrawn(photo) || !authority.board.get('incident', 'incident')?.drill) return seen
      await photos.draw(photo, subject, authority.board.get('issue', subject)?.aspect ?? '', theServer, () => rights.wanted(subject, photo))
      return 'here'
    },

    /** The file to be served, with how many parts are covered. `whole` is false while it lacks its stamp, because its record is not here yet. */
    async copy(subject: string, photo: string, thumb = false): Promise<{ readonly file: string, readonly shown: number, readonly whole: boolean }> {
      const blocks = masksOf(authority.board, subject, photo)
      await photos.cover(photo, blocks)
      const shown = photos.shown(photo, blocks.length)
      // On a thumbnail nobody could read it, and before its record is here an issue has no number.
      const evidence = thumb ? null : photos.evidence.find(photo)
      const here = pictured.some(kind => authority.board.get(kind, subject))
      const file = evidence && here
        ? await photos.stamped(photo, stampLines(board, subject, evidence.value, accounts.actorOf(evidence.owner), county), shown)
        : photos.path(photo, thumb ? 'thumb' : 'full', shown)
      return { file, shown, whole: !evidence || here }
    },
  }
}

export type ServedPhotos = ReturnType<typeof servedPhotos>
