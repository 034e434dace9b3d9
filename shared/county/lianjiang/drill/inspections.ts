import type { County } from '../../../core/county.ts'
import type { Place } from '../../../records.ts'
import type { Seeded } from '../../seeded.ts'
import type { Story } from '../../story.ts'
import { faultOf, folderVersions } from '../../../inspections/checklists.ts'
import { seeded } from '../../seeded.ts'
import { day, hour, minute } from '../../story.ts'
import { inspector } from './people.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** The inspection, and the checklist item if any, in which an issue of the drill was found. */
export interface Found { readonly inspection: string, readonly item: string | null }
export type Visit = (spot: Spot, finder: string, at: number, title: string, issue: string) => Found

const signed = ['现场负责人陪同，已当场反馈。', '台账、现场一致。', '较上次有明显改进。', '', '', '']
const roads = ['水浸桥面，车辆无法通过，已视频查看。', '封控区内，经指挥部同意视频督查。']

/** The inspections of eight teams. They use random numbers of their own, so that a change here leaves the rest of the drill unchanged. */
export function inspections(story: Story, county: County, spots: readonly Spot[]) {
  const { now, today } = story
  const random = seeded(story.random.whole(1, 1e9))
  const codes = county.townships.map(township => township.code)
  const seen = new Set<string>()
  let count = 0
  const next = () => `v-${String(++count).padStart(4, '0')}`
  const team = (township: string) => inspector(1 + codes.indexOf(township) % 8, random.whole(1, 3))

  /** The visit in which an issue was found. It begins before the finding and is signed after it. */
  const visit: Visit = (spot, finder, at, title, issue) => {
    const inspection = arrive(story, county, random, next(), spot, finder, at - random.between(6, 20) * minute)
    const item = folderVersions(county.checklists, spot.kind, false)[0]?.items.find(one => title.includes(faultOf(one).zh))?.id ?? null
    if (item) story.tell(finder, at + minute, 'answerItem', { inspection, item, answer: 'fail', issue })
    leave(story, random, inspection, finder, at + random.between(5, 25) * minute, false)
    seen.add(spot.id)
    return { inspection, item }
  }

  /** Visits to the other places: two thirds of the places within three days, a tenth never. */
  function rounds(): void {
    for (const spot of spots.filter(one => one.kind !== 'shop' && one.kind !== 'tracingCentre')) {
      const chance = random.between(0, 1)
      if (chance > 0.9 || (seen.has(spot.id) && chance > 0.55)) continue
      const ago = chance < 0.65 ? random.whole(0, 2) : random.whole(4, 16)
      const from = today - ago * day
      const at = ago === 0 ? from + (now - from) * random.between(0.1, 0.9) : from + random.between(8, 19) * hour
      const who = team(spot.township)
      const inspection = arrive(story, county, random, next(), spot, who, at)
      leave(story, random, inspection, who, at + random.between(15, 45) * minute, true)
    }
  }

  /** Sweeps of streets, shop by shop. `issues` adds the sweep that found the shops without a code. */
  function sweeps(): void {
    county.townships.forEach((township, n) => {
      const shops = spots.filter(one => one.kind === 'shop' && one.township === township.code)
      if (n % 5 !== 4) sweep(team(township.code), today - (n % 4 === 3 ? 9 : 1 + n % 2) * day + random.between(9, 16) * hour, `${township.name}沿街商户`, shops, [])
    })
  }

  function sweep(who: string, at: number, title: string, shops: readonly Spot[], missing: readonly Spot[]): string {
    const inspection = next()
    const first = shops[0]
    if (!first) return inspection
    const spot = { lng: first.lng, lat: first.lat, accuracy: 8 }
    story.tell(who, at, 'startInspection', { inspection, mode: 'sweep', title, township: first.township, spot, deviceAt: Math.floor(at) })
    shops.forEach((shop, i) => story.tell(who, at + (i + 1) * 8000, 'sweepPlace', { inspection, place: shop.id, ok: !missing.includes(shop) }))
    leave(story, random, inspection, who, at + 12 * minute, missing.length === 0)
    return inspection
  }

  return { visit, sweep, rounds, sweeps }
}

export type Inspections = ReturnType<typeof inspections>

/** Begins an inspection. Those before today used the first version of their checklist. */
function arrive(story: Story, county: County, random: Seeded, inspection: string, spot: Spot, who: string, at: number): string {
  const near = () => random.between(-0.0003, 0.0003)
  const chance = random.between(0, 1)
  const far = chance > 0.985
  story.tell(who, at, 'startInspection', {
    inspection,
    place: spot.id,
    checklist: folderVersions(county.checklists, spot.kind, false).at(at < story.today ? -1 : 0)?.id ?? null,
    spot: far ? null : { lng: spot.lng + near(), lat: spot.lat + near(), accuracy: random.whole(5, 40) },
    remote: far,
    reason: far ? random.pick(roads) : '',
    deviceAt: Math.floor(at),
  })
  return inspection
}

/** Signs an inspection, unless that would be after `now`: then the team is still at the place. */
function leave(story: Story, random: Seeded, inspection: string, who: string, at: number, clean: boolean): void {
  const note = random.pick(signed)
  if (at > story.now) return
  story.tell(who, at - 1000, 'passRest', { inspection })
  story.tell(who, at, 'finishInspection', { inspection, clean, note: clean ? note : '' })
}
