import type { Actor } from '../../shared/core/actor.ts'
import type { Rules } from '../../shared/core/rules.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { IncidentBoard } from '../incidents.ts'
import { isDestroyed } from '../../shared/core/over.ts'
import { namesPhoto, pictured } from '../../shared/core/photos.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'

type PhotoBoard = Pick<IncidentBoard, 'authority' | 'store' | 'photos'>
type Pictured = (typeof pictured)[number]
interface Naming { readonly actor: string, readonly seq: number }

const naming = (kind: Kind, record: AnyRecord, photo: string) => namesPhoto(kind as Pictured, record as never, photo)

/** Who may see and send a photo. A photo belongs to the person who first named it in a record. */
export function photoRights({ authority: { board }, store, photos }: PhotoBoard, most: Rules['photosADay']) {
  const recordsOf = (subject: string) => pictured.flatMap((kind) => {
    const record = board.get(kind, subject)
    return record ? [{ kind, record }] : []
  })

  async function firstNaming(subject: string, photo: string): Promise<Naming | null> {
    for (const { kind, record } of recordsOf(subject)) {
      if (!naming(kind, record, photo)) continue
      const commits = await store.history(kind, subject, 10_000)
      const first = commits.findLast(({ changes }) => changes.some(({ kind: of, id, value }) => of === kind && id === subject && value && naming(kind, value, photo)))
      if (first) return first
    }
    return null
  }

  /** Rejects with `incident_over` once the incident's photos were destroyed, and with `not_found` for a voice note whose sound was removed for ever: a device that still has it must not bring it back. */
  function wanted(subject: string, photo: string): void {
    if (isDestroyed(board)) reject('incident_over')
    if (board.get('issue', subject)?.silenced?.includes(photo)) reject('not_found')
  }

  return {
    wanted,

    /** Whether this person may see the photo, since they sent it or see a record that names it; `coming` if its file is not here yet. */
    sees(actor: Actor, subject: string, photo: string): 'here' | 'coming' | null {
      const kept = photos.find(photo)
      const named = recordsOf(subject).some(({ kind, record }) => visible(audienceOf(actor), kind, record) && naming(kind, record, photo))
      if (kept) return kept.subject === subject && (named || kept.owner === actor.id) ? 'here' : null
      return named ? 'coming' : null
    },

    /**
     * True if the photo is stored and this person sent it; false if they may send it now, which replaces a photo that another
     * person sent under its id. Rejects with `not_found` for a record they may not see, `not_the_photo` for somebody else's
     * photo, `too_many_photos` beyond the daily limit, and the codes of `wanted`.
     */
    async keptAlready(actor: Actor, subject: string, photo: string): Promise<boolean> {
      wanted(subject, photo)
      const records = recordsOf(subject)
      if (records.length && !records.some(({ kind, record }) => visible(audienceOf(actor), kind, record))) reject('not_found')
      const named = await firstNaming(subject, photo)
      if (named && named.actor !== actor.id) reject('not_the_photo')
      const kept = photos.find(photo)
      if (kept?.subject === subject && kept.owner === actor.id) return true
      if (kept) {
        const other = await firstNaming(kept.subject, photo)
        if (!named || (other && other.actor === kept.owner && other.seq <= named.seq)) reject('not_the_photo')
      }
      const sent = photos.sentADay(actor.id)
      if (sent.count >= most.count || sent.bytes >= most.bytes) throw new Rejection('too_many_photos', undefined, undefined, 3_600_000)
      return false
    },
  }
}

export type PhotoRights = ReturnType<typeof photoRights>
