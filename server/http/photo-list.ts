import type { Actor } from '../../shared/core/actor.ts'
import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import { dayOf, zoneOffset } from '../../shared/core/calendar.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { clip } from '../../shared/core/text.ts'
import { isVoice } from '../../shared/core/voices.ts'

/** Whose photos are taken out: those of these issues, or of what was found and inspected on a day. */
export type PhotosOf = { readonly issues: readonly string[] } | { readonly day: string }
type Said = Pick<County, 'timeZone' | 'townships'>

/** One photo of the list: whose it is, and what its line says. `at` is when the problem was found, or the place inspected (epoch ms). */
export interface Listed { readonly subject: string, readonly photo: string, readonly no: number | null, readonly place: string, readonly township: string, readonly at: number | null }

/** The photos of what this person sees, in the order of the records and of each record's photos. Voice notes and signatures are none. */
export function photosOf(board: Reader, actor: Actor, wanted: PhotosOf, { timeZone, townships }: Said): Listed[] {
  const audience = audienceOf(actor)
  const issues = 'issues' in wanted ? wanted.issues.flatMap(id => board.get('issue', id) ?? []) : [...board.all('issue')].filter(one => dayOf(one.foundAt, timeZone) === wanted.day)
  const visits = 'day' in wanted ? [...board.all('inspection')].filter(one => one.day === wanted.day) : []
  const placed = (one: { readonly place: string | null, readonly township: string }) => ({
    place: one.place ? board.get('place', one.place)?.name ?? '' : '',
    township: townships.find(({ code }) => code === one.township)?.name ?? '',
  })
  return [
    ...issues.filter(one => visible(audience, 'issue', one)).flatMap(one => one.photos.filter(photo => !isVoice(photo)).map(photo => ({ subject: one.id, photo, no: one.no, ...placed(one), at: one.foundAt }))),
    ...visits.filter(one => visible(audience, 'inspection', one)).flatMap(one => one.photos.map(photo => ({ subject: one.id, photo, no: null, ...placed(one), at: one.finishedAt ?? one.checkIn?.at ?? null }))),
  ]
}

/** A time as the county's clock shows it, or nothing. */
export const clockOf = (at: number | null, timeZone: string): string => at === null ? '' : new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 16).replace('T', ' ')

/** The name of a photo's file: its turn, the issue's number, its place and time, with nothing that a file system or a shell would read. */
export function fileNameOf({ no, place, township, at }: Omit<Listed, 'subject' | 'photo'>, turn: number, timeZone: string): string {
  const words = [String(turn).padStart(3, '0'), no === null ? '' : `No${no}`, clip(place || township, 30), clockOf(at, timeZone).replace(/\D/g, '')]
  return `${words.filter(Boolean).join('-').replace(/[^\p{L}\p{N}\-（）]/gu, '')}.jpg`
}
