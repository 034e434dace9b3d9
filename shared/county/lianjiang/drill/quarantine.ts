import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { day, hour, minute } from '../../story.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** The hotel of the report has no name there; that it is this site, its rooms, heads and hours, and the other two sites, are invented. */
export const reportedHotel = '罗州街道1号隔离点'
const contacted = 'pl-hotel-shicheng-3'
const north = 'pl-hotel-north-2'

/** Rooms 301 to 312 and so on. */
const rooms = (floors: readonly number[]): string[] => floors.flatMap(floor => Array.from({ length: 12 }, (_, n) => `${floor}${String(n + 1).padStart(2, '0')}`))
const single = (floor: number, heads: number, from = 1) => Array.from({ length: heads }, (_, n) => ({ room: `${floor}${String(from + n).padStart(2, '0')}`, heads: 1 }))

/** Quarantine sites with their batches, and transfers. From the report: people who came on the afternoon of 8 May were not tested by the next morning. */
export function quarantine(story: Story, spots: readonly Spot[]): void {
  const { now, today } = story
  const hotel = spots.find(({ name }) => name === reportedHotel)
  const jishui = spots.find(({ id }) => id === 'pl-huaren-jishui')?.township
  if (!hotel || !jishui) return
  const keeper = (place: string) => place === contacted ? 'p-con-hotel-shicheng-3' : `p-off-${spots.find(({ id }) => id === place)?.township}`
  const open = (place: string, floors: readonly number[]) => story.tell(keeper(place), today - 16 * day + 8 * hour, 'setRooms', { place, rooms: rooms(floors) })
  const test = (place: string, batch: string, n: number, at: number, heads: number) => at <= now && story.tell(keeper(place), at, 'testBatch', { batch, test: `${batch}-${n}`, at: Math.floor(at), heads })
  open(hotel.id, [3, 4])
  open(contacted, [3, 4, 5])
  open(north, [2, 3])

  // 8 May, 14:40: tested only after the supervision team had said so, then every day until they went home.
  const eighth = today - 15 * day + 14.7 * hour
  story.tell(keeper(hotel.id), eighth, 'receiveBatch', { batch: 'ba-1', place: hotel.id, at: Math.floor(eighth), heads: 14, rooms: [...single(3, 10), { room: '311', heads: 2 }, { room: '312', heads: 2 }], from: { township: jishui }, needs: { infant: 1, chronic: 3 }, note: '5月8日下午接收' })
  for (let n = 0; n < 14; n++) test(hotel.id, 'ba-1', n, today - (14 - n) * day + 10.5 * hour, 14)
  const home = today - day + 16 * hour
  story.tell(keeper(hotel.id), home, 'leaveBatch', { batch: 'ba-1', departure: 'ba-1-home', at: Math.floor(home), rooms: [...single(3, 10), { room: '311', heads: 2 }, { room: '312', heads: 2 }], to: '解除隔离返家' })

  const steady = (batch: string, place: string, floor: number, heads: number, days: number, needs: Record<string, number>, note = '') => {
    const at = today - days * day + 11 * hour
    story.tell(keeper(place), at, 'receiveBatch', { batch, place, at: Math.floor(at), heads, rooms: single(floor, heads), from: { township: jishui }, needs, note })
    for (let n = 0; n < days; n++) test(place, batch, n, today - (days - 1 - n) * day + 8 * hour - (days - 1 - n === 0 && now < today + 8 * hour ? day / 2 : 0), heads)
  }
  steady('ba-2', hotel.id, 4, 9, 6, { chronic: 2 })
  steady('ba-3', contacted, 3, 11, 5, { infant: 2, chronic: 4, pregnant: 1 })
  steady('ba-4', north, 2, 12, 9, { elder: 3, chronic: 5, dialysis: 1 })
  // As on 8 May: yesterday afternoon’s arrivals are not tested, so they are red this morning. Half of another batch is.
  const yesterday = Math.min(today - day + 15.3 * hour, now - 17 * hour)
  story.tell(keeper(contacted), yesterday, 'receiveBatch', { batch: 'ba-5', place: contacted, at: Math.floor(yesterday), heads: 8, rooms: [...single(4, 6), { room: '407', heads: 2 }], from: { township: jishui }, needs: { infant: 1 } })
  const evening = now - 9 * hour
  story.tell(keeper(contacted), evening, 'receiveBatch', { batch: 'ba-6', place: contacted, at: Math.floor(evening), heads: 6, rooms: single(5, 6), from: { text: '高速路口劝返人员' }, needs: { chronic: 1 } })
  test(contacted, 'ba-6', 1, now - 2 * hour, 4)

  transfers(story, jishui)
}

/** One on the road, one late, one for later, and one whose people are in their rooms. */
function transfers({ now, tell }: Story, jishui: string): void {
  const plan = (transfer: string, vehicle: string, heads: number, target: string, depart: number, arrive: number) =>
    tell('p-coord-1', now + Math.min(depart, 0) - 40 * minute, 'planTransfer', { transfer, vehicle, phone: '0759-0070-0506', seats: 20, heads, from: { township: jishui }, target, departBy: Math.floor(now + depart), arriveBy: Math.floor(now + arrive) })
  const off = (transfer: string, at: number, heads: number) => tell(`p-off-${jishui}`, now + at, 'departTransfer', { transfer, at: Math.floor(now + at), heads, post: '村委会值班员' })
  plan('tr-1', '粤G·A0506', 6, contacted, -30 * hour, -29 * hour)
  off('tr-1', -30 * hour, 6)
  tell('p-con-hotel-shicheng-3', now - 29 * hour, 'arriveTransfer', { transfer: 'tr-1', at: Math.floor(now - 29 * hour), post: '隔离点值班组长' })
  tell('p-con-hotel-shicheng-3', now - 28.5 * hour, 'disinfectTransfer', { transfer: 'tr-1', at: Math.floor(now - 28.5 * hour) })
  tell('p-con-hotel-shicheng-3', now - 28.4 * hour, 'receiveBatch', { batch: 'ba-7', place: contacted, at: Math.floor(now - 29 * hour), heads: 6, rooms: single(5, 6, 7), from: { township: jishui }, transfer: 'tr-1' })
  tell('p-con-hotel-shicheng-3', now - 19 * hour, 'testBatch', { batch: 'ba-7', test: 'ba-7-1', at: Math.floor(now - 19 * hour), heads: 6 })
  plan('tr-2', '粤G·A0506', 9, contacted, -25 * minute, 20 * minute)
  off('tr-2', -25 * minute, 9)
  plan('tr-3', '粤G·B0506', 4, north, -90 * minute, -45 * minute)
  off('tr-3', -80 * minute, 4)
  plan('tr-4', '粤G·A0506', 12, north, 3 * hour, 4 * hour)
}
