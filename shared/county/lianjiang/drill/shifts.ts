import type { Place, Shift } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { dayName, dayNumber } from '../../../core/calendar.ts'
import { plannedId } from '../../../duty/duty.ts'
import { tiredness } from '../../../duty/fatigue.ts'
import { day, hour, minute } from '../../story.ts'
import { rules } from '../rules.ts'
import { volunteers } from './people.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>
export interface Slot { readonly post: Spot, readonly id: string, readonly n: number, readonly startsAt: number, readonly endsAt: number, readonly people: string[] }

const timeZone = 'Asia/Shanghai'
const turns = [{ id: 'a', title: '早班', start: '04:00' }, { id: 'b', title: '午班', start: '12:00' }, { id: 'c', title: '夜班', start: '20:00' }]

/** How many volunteers at the end of the list are not on the ordinary rota: the youth team, two on a waitlist, and the people of the scenes below. */
const kept = 20
export const youth = Array.from({ length: 8 }, (_, i) => `p-vol-${volunteers - i}`)
const waiting = [`p-vol-${volunteers - 8}`, `p-vol-${volunteers - 9}`]
/** A night at one checkpoint: two people hold the shift and two are on the waitlist. The first of these is tired from a shift by day. */
export const night = { post: 'cp-liangdong', watch: [`p-vol-${volunteers - 13}`, `p-vol-${volunteers - 15}`], tired: `p-vol-${volunteers - 10}`, rested: `p-vol-${volunteers - 12}` } as const
/** The volunteer who works every day, now the sixth and seventh day in a row. */
const porter = `p-vol-${volunteers - 11}`
/** Volunteers with the training and the consent for a post of high risk. */
const trained = [`p-vol-${volunteers - 14}`, `p-vol-${volunteers - 17}`]

/** The next night for which people can still sign up, in days from today: 0 before 19:00, otherwise 1. */
export const nightDay = ({ now, today }: Pick<Story, 'now' | 'today'>): number => now < today + 19 * hour ? 0 : 1

/**
 * A post at every named checkpoint, staffed round the clock. The shifts from three days ago to three days ahead are planned in
 * one act. Three shifts of the next 24 hours lack five people in all. Nobody works more than the county's limits allow.
 */
export function shifts(story: Story, spots: readonly Spot[]): readonly Slot[] {
  const { now, today, random } = story
  const posts = spots.filter(place => place.id.startsWith('cp-'))
  const openedAt = today - 3.4 * day
  const idOf = (post: Spot) => `g-${post.id.slice(3)}`
  posts.forEach((post, p) => {
    const { id, name, township, lng, lat, accuracy } = post
    story.tell('p-coord-1', openedAt + p, 'openPost', {
      post: idOf(post),
      title: name.replace(/公安检查站|治安卡点/, '卡口'),
      place: id,
      township,
      lng,
      lat,
      accuracy,
      source: 'approximate',
      pattern: turns.map(turn => ({ ...turn, hours: 8, needed: 2 })),
      leader: `p-off-${township}`,
    })
  })
  const first = dayNumber(today, timeZone) - 3
  story.tell('p-coord-1', openedAt + 1000, 'planShifts', { posts: posts.map(idOf), from: dayName(first), days: 7 })

  const begins = Array.from({ length: 7 * 3 }, (_, n) => today + (Math.floor(n / 3) - 3) * day + (4 + (n % 3) * 8) * hour)
  const next = begins.findIndex(at => at > now + hour)
  const short = new Map([[`cp-tangpeng-${next}`, 2], [`cp-hengshan-${next}`, 2], [`cp-gaoqiao-${next + 1}`, 1]])
  const rota = new Map(random.shuffle(Array.from({ length: volunteers - kept }, (_, i) => `p-vol-${i + 1}`)).map(person => [person, [] as Pick<Shift, 'id' | 'startsAt' | 'endsAt' | 'lng' | 'lat'>[]]))
  const slots: Slot[] = []

  begins.forEach((startsAt, n) => {
    for (const post of posts) {
      const id = plannedId(idOf(post), first + Math.floor(n / 3), turns[n % 3]?.id ?? '')
      const gap = short.get(`${post.id}-${n}`) ?? 0
      const far = startsAt > now + 24 * hour
      const needed = gap ? 4 : 2
      if (gap) story.tell('p-coord-1', openedAt + 2000, 'editShift', { shift: id, set: { needed }, base: { needed: 2 } })
      const one = { id, startsAt, endsAt: startsAt + 8 * hour, lng: post.lng, lat: post.lat }
      const scene = post.id === night.post ? [{ at: 0, who: [night.tired] }, { at: 2, who: night.watch }].find(one => n === (3 + nightDay(story)) * 3 + one.at)?.who ?? [] : []
      const people: string[] = [...scene]
      const claims = needed - gap - (far && !scene.length && random.whole(1, 3) === 1 ? 1 : 0)
      for (const person of scene) story.tell(person, Math.min(startsAt - hour, now) - 20 * hour, 'claimShift', { shift: id })
      // The shift goes to the rested people with the fewest shifts.
      for (const [person, held] of [...rota].sort(([, a], [, b]) => a.length - b.length)) {
        if (people.length >= claims) break
        if (tiredness(one, held, { rules, timeZone })) continue
        held.push(one)
        people.push(person)
        const until = Math.min(startsAt - hour, now)
        story.tell(person, openedAt + 3000 + (until - openedAt - 4000) * random.between(0.05, 0.97), 'claimShift', { shift: id })
      }
      slots.push({ ...one, post, n, people })
    }
  })
  return slots
}

/** Check-ins, late arrivals and handovers at the expressway exits. The last handovers are not yet acknowledged. */
export function recordCheckIns(story: Story, slots: readonly Slot[]): void {
  const { now, random } = story
  const exits = slots.filter(slot => slot.post.id.startsWith('cp-exit-') && slot.startsAt < now && slot.endsAt > now - 20 * hour)
  for (const { id, post, startsAt, endsAt, people } of exits) {
    people.forEach((person) => {
      const came = Math.floor(startsAt + random.whole(-18, 8) * minute)
      if (came > now) return
      story.tell(person, came, 'checkInShift', { shift: id, at: came, lng: post.lng, lat: post.lat })
      const went = endsAt + random.whole(0, 12) * minute
      if (went <= now) story.tell(person, went, 'checkOutShift', { shift: id, at: went })
    })
    const writer = people[0]
    if (!writer || endsAt - 15 * minute > now) continue
    const text = random.pick(['无异常。登记车辆二百余台次，劝返三台。', '消毒液剩半桶，已报物资组补充。', '扫码枪二号机电量低，备用机在岗亭抽屉。', '一台外省货车司机核酸待出结果，已引导至临时停车区。'])
    story.tell(writer, endsAt - 15 * minute, 'writeHandover', { shift: id, text })
    const relief = slots.find(slot => slot.post.id === post.id && slot.startsAt === endsAt)?.people[0]
    if (relief && endsAt + 30 * minute < now) story.tell(relief, endsAt + 10 * minute, 'acknowledgeHandover', { shift: id })
  }
}

/** A team of eight that claims a shift together, and two people on the waitlist of a full shift. */
export function claimTogether(story: Story, slots: readonly Slot[], spots: readonly Spot[]): void {
  const { now, today } = story
  const [leader = ''] = youth
  const formed = today - 2 * day
  story.tell(leader, formed, 'formCrew', { crew: 'crew-youth', name: '青年党员突击队' })
  youth.slice(1).forEach((person, i) => {
    const asked = formed + (i + 1) * 5 * minute
    story.tell(person, asked, 'joinCrew', { crew: 'crew-youth' })
    story.tell(leader, asked + minute, 'acceptMember', { crew: 'crew-youth', person })
  })
  const site = spots.find(place => place.id === 'pl-xinmin-plaza')
  if (site) {
    const startsAt = today + day + 7 * hour
    const { id, township, lng, lat, accuracy } = site
    story.tell('p-coord-1', now - 9 * hour, 'openShift', { shift: 'sh-youth', title: '新民文化广场 采样秩序', place: id, township, lng, lat, accuracy, source: 'approximate', startsAt, endsAt: startsAt + 6 * hour, needed: 8, note: '全员采样，负责一米线和扫码登记。' })
    story.tell(leader, now - 8 * hour, 'claimForCrew', { crew: 'crew-youth', shift: 'sh-youth' })
  }
  const full = slots.find(slot => slot.startsAt > now + 3 * hour && slot.people.length === 2 && slot.post.id.startsWith('cp-exit-'))
  if (full) waiting.forEach((person, i) => story.tell(person, now - (40 - i * 15) * minute, 'joinWaitlist', { shift: full.id }))
}

/** The night shift in which a place can become free: it is full, two people are on its waitlist, and the first is not rested. */
export function nightScene(story: Story, slots: readonly Slot[]): void {
  const full = slots.find(slot => slot.post.id === night.post && slot.n === (3 + nightDay(story)) * 3 + 2)
  if (full) [night.tired, night.rested].forEach((person, i) => story.tell(person, story.now - (90 - i * 30) * minute, 'joinWaitlist', { shift: full.id }))
}

/** A post that requires training and consent, a shift that does so because it lies in a zone of lockdown, and a post where one volunteer works day after day. */
export function hardPosts(story: Story, spots: readonly Spot[]): void {
  const { now, today } = story
  const opened = today - 5.9 * day
  const place = (id: string) => {
    const spot = spots.find(one => one.id === id) ?? spots[0] as Spot
    return { place: spot.id, township: spot.township, lng: spot.lng, lat: spot.lat, accuracy: spot.accuracy, source: 'approximate' as const }
  }
  const red = place('pl-hotel-north-2')
  const first = dayNumber(today, timeZone) - 1
  story.tell('p-coord-1', opened, 'openPost', { post: 'g-red', title: '城北2号隔离点 红区消杀', ...red, pattern: [{ id: 'a', title: '白班', start: '08:00', hours: 6, needed: 2 }], skills: ['carrying'], risk: 'high', leader: `p-off-${red.township}` })
  story.tell('p-coord-1', opened + 1000, 'planShifts', { posts: ['g-red'], from: dayName(first), days: 5 })
  // The shifts of yesterday, today and tomorrow are claimed; later ones still need people.
  for (let ahead = -1; ahead <= 1; ahead++) {
    trained.forEach((person, i) => story.tell(person, opened + 2000 + i, 'claimShift', { shift: plannedId('g-red', first + 1 + ahead, 'a') }))
  }

  story.tell('p-coord-1', now - 5 * hour, 'openShift', { shift: 'sh-doors', title: '吉水圩 送药送菜到户', place: null, township: '440881103', lng: 110.2515, lat: 21.6795, accuracy: null, source: 'map', startsAt: today + 2 * day + 8 * hour, endsAt: today + 2 * day + 12 * hour, needed: 2, note: '进入封控区：到岗领防护服，只送到门口。' })
  trained.slice(1).forEach(person => story.tell(person, now - 4 * hour, 'claimShift', { shift: 'sh-doors' }))

  const depot = place(spots.find(one => one.kind === 'depot')?.id ?? '')
  for (let ahead = -5; ahead <= 1; ahead++) {
    const shift = `sh-carry-${ahead + 6}`
    const startsAt = today + ahead * day + 9 * hour
    const told = Math.min(now, opened + ahead * minute)
    story.tell('p-coord-1', told, 'openShift', { shift, title: '应急物资仓库 装卸', ...depot, startsAt, endsAt: startsAt + 4 * hour, needed: 1, skills: ['carrying'] })
    story.tell(porter, told + 1, 'claimShift', { shift })
  }
}
