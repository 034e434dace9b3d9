import type { Board } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import ical from 'ical-generator'
import { cleaned } from '../../shared/core/text.ts'

const month = 30 * 24 * 3_600_000

interface Options {
  readonly county: County
  /** The address of the board, as `https://…`. */
  readonly origin: string
  /** Epoch ms. */
  readonly now: number
}

/** The shifts that a person holds in all incidents as iCalendar (RFC 5545), without those that ended over 30 days ago. It names nobody else. */
export function calendarFeed(person: string, boards: readonly { readonly id: string, readonly board: Pick<Board, 'by' | 'get'> }[], { county, origin, now }: Options): string {
  const feed = ical({ name: `${county.name} · 一线`, prodId: { company: 'Yixian', product: 'Yixian', language: county.office.locale }, ttl: 15 * 60 })
  for (const { id, board } of boards) {
    const incident = cleaned(board.get('incident', 'incident'))
    for (const one of board.by('shift', 'holder', person)) {
      if (one.endsAt < now - month) continue
      const shift = cleaned(one)
      const place = cleaned(shift.place ? board.get('place', shift.place) : undefined)
      const url = `${origin}/?i=${id}&sel=shift/${encodeURIComponent(shift.id)}`
      feed.createEvent({
        id: `${shift.id}@${id}.yixian`,
        stamp: new Date(now),
        start: new Date(shift.startsAt),
        end: new Date(shift.endsAt),
        summary: incident?.drill ? `${shift.title}（${county.office.drillMark}）` : shift.title,
        description: [incident?.name, shift.note, url].filter(Boolean).join('\n'),
        location: { title: place?.address || place?.name || shift.title, geo: { lat: shift.lat, lon: shift.lng } },
        url,
      })
    }
  }
  return feed.toString()
}
