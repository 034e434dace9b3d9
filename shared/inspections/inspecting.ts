import type { Actor } from '../core/actor.ts'
import type { Draft, Reader } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Inspection, Place } from '../records.ts'
import * as v from 'valibot'
import { MaybeId, MaybeInstant } from '../core/arguments.ts'
import { metres, tooFar } from '../core/distance.ts'
import { reject } from '../core/rejection.ts'
import { Note, schemas } from '../records.ts'
import { posterWorth } from '../register/place-code.ts'

/** Rules that the commands of inspections share: check-in, progress, findings. */

const { lng, lat, accuracy } = schemas.place.entries
/** The fields of an inspection that nobody has begun yet. */
export const notBegun = { inspector: null, checkIn: null, results: {}, swept: [], observations: 0, trail: [], photos: [], finishedAt: null, clean: false, signedBy: null, note: '' } satisfies Partial<Inspection>

/** The position that the device measured: WGS-84, accuracy in metres. */
export const Measured = v.optional(v.nullable(v.strictObject({ lng, lat, accuracy })), null)

export const arrival = {
  spot: Measured,
  /** The code on the place's poster. */
  code: MaybeId,
  /** True for a check-in away from the place, which needs a reason. */
  remote: v.optional(v.boolean(), false),
  reason: v.optional(Note, ''),
  deviceAt: MaybeInstant,
}
type Arrival = { readonly [K in keyof typeof arrival]: v.InferOutput<(typeof arrival)[K]> }

/** True if an item failed, a swept shop was not fine, or an issue was reported from this inspection. */
export function somethingFound(board: Reader, { id, results, swept }: Inspection): boolean {
  return Object.values(results).some(result => result.answer === 'fail')
    || swept.some(one => !one.ok)
    || [...board.by('issue', 'inspection', id)].length > 0
}

/** The place. Rejects with `not_found`, and with `retired` if it is retired. */
export function activePlace(draft: Draft, id: string): Place {
  const place = draft.need('place', id)
  return place.retired ? reject('retired') : place
}

/** The inspection, if it is between check-in and signing. Rejects with `not_found`, `already_signed`, `not_on_site`. */
export function working(draft: Draft, id: string): Inspection {
  const inspection = draft.need('inspection', id)
  if (inspection.finishedAt) reject('already_signed')
  if (inspection.state !== 'onSite') reject('not_on_site')
  return inspection
}

export function recordVisit(draft: Draft, place: Place, now: number): void {
  draft.put('place', { ...place, inspectedAt: Math.max(now, place.inspectedAt ?? 0) })
}

/**
 * The check-in of an inspection: on the spot by the place's code or within the county's `nearMetres` as far as its accuracy can tell, else remote with a
 * reason. Rejects with `wrong_code`, `old_poster`, `too_far`, `no_position`, `needs_reason`. Only the server has the key of a
 * code: a device accepts any code until the server has checked it.
 */
export function arrive(board: Reader, args: Arrival, place: Place | null, { now, facts }: Context): NonNullable<Inspection['checkIn']> {
  const { spot, code, remote, reason, deviceAt } = args
  const worth = code === null ? null : place ? posterWorth(place, code, board.get('placeKey', place.id)?.key) : 'wrong'
  if (worth === 'old') reject('old_poster')
  if (worth === 'wrong') reject('wrong_code')
  const away = spot && place ? Math.round(metres(spot, place)) : null
  const there = code !== null || (spot !== null && !tooFar(away, spot.accuracy, facts.rules))
  if (!there && !remote) reject(spot ? 'too_far' : 'no_position', away === null ? undefined : `${away} m`)
  if (!there && !reason) reject('needs_reason')
  const how = there ? code ? 'code' : 'gps' : 'remote'
  return { at: now, lng: spot?.lng ?? null, lat: spot?.lat ?? null, accuracy: spot?.accuracy ?? null, how, proven: how === 'code', metres: away, deviceAt, reason }
}

/** The id of the actor's team. A team without a record is named by its number; people without a team count as headquarters. */
export function teamOf(board: Reader, actor: Actor): string {
  const teams = [...board.all('team')]
  const team = teams.find(one => one.members.includes(actor.id)) ?? teams.find(one => one.no === actor.team)
  return team?.id ?? (actor.team ? `team-${actor.team}` : 'headquarters')
}
