import type { Actor } from '../../shared/core/actor.ts'
import type { Evidence, Shown } from '../../shared/core/evidence.ts'
import type { Database } from '../database/database.ts'
import { eq } from 'drizzle-orm'
import { evidenceClaim, misfitsOf, readsEvidence } from '../../shared/core/evidence.ts'
import { parseOutside } from '../core/guard.ts'
import { evidence } from '../database/schema.ts'

/** What devices said about the originals of photos, apart from the photos that are served. */
export function photoEvidence({ database }: Database, now: () => number = Date.now) {
  return {
    /** Writes it down once: a later claim about the same photo changes nothing. Rejects with `invalid`. */
    keep(photo: string, subject: string, claimed: unknown, owner: Actor): void {
      database.insert(evidence).values({ photo, subject, owner: owner.id, value: parseOutside(evidenceClaim, claimed), at: now() }).onConflictDoNothing().run()
    },

    /** What was said about one photo, and who took it. */
    find: (photo: string): { readonly value: Evidence, readonly owner: string } | null => database.select().from(evidence).where(eq(evidence.photo, photo)).get() ?? null,

    /** Of the photos of a record that this reader sees, as much as they may know. `spot` is where the record is. */
    of(subject: string, reader: Actor, sees: (photo: string) => boolean, spot: { readonly lng: number, readonly lat: number } | null): Shown[] {
      const rows = database.select().from(evidence).where(eq(evidence.subject, subject)).all()
      return rows.filter(one => sees(one.photo)).map(({ photo, owner, value }) => ({
        photo,
        by: owner,
        at: value.at,
        accuracy: value.where?.accuracy ?? null,
        how: value.where?.how ?? null,
        misfits: misfitsOf(value, spot),
        whole: readsEvidence(reader, owner) ? value : null,
      }))
    },
  }
}

export type PhotoEvidence = ReturnType<typeof photoEvidence>
