import type { Place } from '../../../shared/records.ts'
import type { Fix } from '../../core/position.ts'
import type { Preset } from './forms.ts'
import { metres, nearest } from '../../../shared/core/distance.ts'
import { record } from '../../core/board.ts'
import { county, me } from '../../core/session.ts'

/** The position in a form. WGS-84 degrees, accuracy in metres; '' and null mean not known yet. */
export interface Where {
  place: string | null
  township: string
  lng: number | null
  lat: number | null
  accuracy: number | null
  source: 'gps' | 'map' | 'place'
}

/** Metres. A place within this distance counts as where the person is, if the position is measured at least as exactly. */
const near = 300

export const nowhere = (): Where => ({ place: null, township: me.value?.township ?? '', lng: null, lat: null, accuracy: null, source: 'map' })

const isExact = (accuracy: number | null): boolean => (accuracy ?? 0) <= near

/** The position of a place. An exactly measured position stays if it is near the place. */
export function atPlace(place: Place, before: Where): Where {
  const measured = before.source === 'gps' && before.lng !== null && before.lat !== null
    && isExact(before.accuracy) && metres(place, { lng: before.lng, lat: before.lat }) <= near
  return measured
    ? { ...before, place: place.id, township: place.township }
    : { place: place.id, township: place.township, lng: place.lng, lat: place.lat, accuracy: null, source: 'place' }
}

/** The device's position, with the nearest place if it is close enough. A position of ±3 km chooses no place. */
export function atFix(fix: Fix, places: readonly Place[], before: Where): Where {
  const here: Where = { ...before, lng: fix.lng, lat: fix.lat, accuracy: fix.accuracy, source: 'gps' }
  const [closest] = nearest(places, fix, 1)
  return closest && isExact(fix.accuracy) && closest.away <= near ? { ...here, place: closest.one.id, township: closest.one.township } : { ...here, place: null }
}

/** The township of the place nearest to a position that is exact enough to tell. */
export function townshipAt(fix: Fix, places: readonly Place[]): string | undefined {
  return isExact(fix.accuracy) ? nearest(places.filter(place => !place.retired), fix, 1)[0]?.one.township : undefined
}

/** The position under the pin. The township of the map's cell is a suggestion and never replaces one that a person chose. */
export const atPin = (at: { lng: number, lat: number, township: string | null }, before: Where): Where =>
  ({ ...before, lng: at.lng, lat: at.lat, accuracy: null, source: 'map', township: before.township || (at.township ?? '') })

/** The position a form starts with. */
export function whereOf(preset: Preset): Partial<Where> {
  const place = preset.place ? record('place', preset.place) : undefined
  if (place) return atPlace(place, nowhere())
  const { lng, lat, township } = preset
  return {
    ...lng !== undefined && lat !== undefined && { lng, lat, source: 'map' as const, place: null, accuracy: null },
    ...township && !me.value?.township && { township },
  }
}

/** The position as commands take it. A missing one is NaN, so that the rule refuses it by name. */
export const positionOf = ({ place, township, lng, lat, accuracy, source }: Where) =>
  ({ place, township, lng: lng ?? Number.NaN, lat: lat ?? Number.NaN, accuracy, source })

/** The same for what must be told also where nobody knows the position: it stands at the label of its township, approximately, until somebody moves it. */
export function positionOrTownship(where: Where): Omit<ReturnType<typeof positionOf>, 'source'> & { source: Where['source'] | 'approximate' } {
  const home = where.lng === null ? county.value?.townships.find(one => one.code === where.township) : undefined
  return home ? { place: where.place, township: home.code, lng: home.label[0], lat: home.label[1], accuracy: null, source: 'approximate' } : positionOf(where)
}
