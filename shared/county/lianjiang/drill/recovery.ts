import type { County, Township } from '../../../core/county.ts'
import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { dayOf } from '../../../core/calendar.ts'
import { inside } from '../../../core/ring.ts'
import { folderVersions } from '../../../inspections/checklists.ts'
import { seeded } from '../../seeded.ts'
import { day, hour } from '../../story.ts'
import { differing } from './differing.ts'
import { contacts, inspector } from './people.ts'
import { nearby, ringsOf, spot } from './places.ts'
import { planFile } from './plan-file.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>
interface Drawn { readonly level: string, readonly ring: readonly (readonly [number, number])[] }

/** The figures of the report: how many schools, and how many pupils of 初三 and 高三, come back in the first batch. */
export const firstBatch = { schools: 52, pupils: 25_166 }
/** The report says that two above-scale factories in the zones are halted, and not which: these two are invented, like all other figures of this file. */
const halted = ['pl-103-30', 'pl-103-31']
/** In operation, without a report for three days. */
const silent = ['pl-113-30', 'pl-106-31']

/** Our wording: the report names the plan and says only that pupils return safely, in order and in turns. */
const plan = [
  '# 一、返校条件',
  '教职工、学生返校前14天健康监测正常，48小时内核酸检测阴性；教室、宿舍、食堂完成消杀。',
  '# 二、错峰安排',
  '初三、高三首批返校，按年级错开到校和就餐时间，校门口不聚集。',
  '# 三、日常防控',
  '落实晨午检，每日报送在校、有症状和测温人数；设临时隔离室。',
].join('\n')

/** The middle schools that the first batch needs besides those that every township has. */
function moreSchools(story: Story, county: County, wanted: number, apart: (spot: Spot) => boolean): readonly Spot[] {
  const random = seeded(5206)
  const rings = ringsOf(county)
  const made: Spot[] = []
  for (const name of ['第二中学', '第三中学', '第四中学']) {
    for (const township of county.townships) {
      const one = spot(`pl-${township.code.slice(6)}-m${made.length}`, 'school', township, `${township.short}${name}`, nearby(township, rings, random, 0.012))
      if (made.length < wanted && apart(one)) made.push(one)
    }
  }
  story.tell('p-coord-1', story.today - 17 * day + 2000, 'importPlaces', { places: made.map(({ id, ...rest }) => ({ place: id, ...rest })) })
  return made
}

/** The pupils of each school: invented numbers that add up to `sum`. */
export function shares(sum: number, schools: number, weight: () => number): number[] {
  const weights = Array.from({ length: schools }, weight)
  const all = weights.reduce((total, one) => total + one, 0)
  const heads = weights.map(one => Math.floor(one / all * sum))
  const left = sum - heads.reduce((total, one) => total + one, 0)
  return heads.map((one, i) => i < left ? one + 1 : one)
}

/** Factories and schools come back: the steps of each place, its figures and its daily reports. */
export function recovery(story: Story, county: County, spots: readonly Spot[], zones: readonly Drawn[]): void {
  const { today, now } = story
  const random = seeded(25_166)
  const codes = county.townships.map((township: Township) => township.code)
  const sealed = (one: Spot) => zones.some(({ level, ring }) => level !== 'precaution' && inside([one.lng, one.lat], ring))
  const keeper = ({ id, township }: Spot) => contacts.includes(id) ? `p-con-${id.slice(3)}` : `p-off-${township}`
  const team = ({ township }: Spot) => inspector(1 + codes.indexOf(township) % 8, random.whole(1, 3))
  const at = (daysAgo: number, clock: number) => Math.min(now, today - daysAgo * day + clock * hour + random.whole(0, 40) * 60_000)
  const describe = (who: string, when: number, place: Spot, set: object, base: object) => story.tell(who, when, 'describeRecovery', { reopening: place.id, set, base })

  function register(places: readonly Spot[], when: number, running: boolean, reason: string, unit: string | null): void {
    for (let i = 0; i < places.length; i += 100) story.tell('p-coord-1', when + i, 'registerRecovery', { places: places.slice(i, i + 100).map(one => one.id), running, unit, reason })
  }
  /** Files on the first of these days and goes on a step a day: checked on site, approved, reopened. */
  function apply(place: Spot, daysAgo: number, steps: number): void {
    const list = folderVersions(county.checklists, place.kind, true)[0]
    const args = { reopening: place.id, note: '' }
    story.tell(keeper(place), at(daysAgo, 9), 'fileReopening', args)
    if (steps > 1 && list) story.tell(team(place), at(daysAgo - 1, 9), 'checkReopening', { ...args, list: list.id, passed: list.items.map(item => item.id) })
    if (steps > 2) story.tell('p-coord-1', at(daysAgo - 1, 17), 'approveReopening', args)
    if (steps > 3) story.tell(keeper(place), at(daysAgo - 2, 7), 'confirmReopening', args)
  }
  function report(place: Spot, present: number, from: number, until: number): void {
    for (let ago = from; ago >= until; ago--) {
      const when = at(ago, 8)
      if (when < now) story.tell(keeper(place), when, 'sendSelfReport', { reopening: place.id, at: Math.floor(when), present: present - random.whole(0, 3), symptoms: random.between(0, 1) < 0.04 ? 1 : 0, measured: present - 4, disinfected: true })
    }
  }
  /** A team looks at a report where it was made, on the same afternoon, and finds it right, or says what differs. */
  function spotCheck(place: Spot, daysAgo: number, differs = ''): void {
    const when = today - daysAgo * day + differing.hours * hour
    if (when < now) story.tell(team(place), when, 'checkSelfReport', { reopening: place.id, day: dayOf(when, county.timeZone), agrees: !differs, note: differs || '现场核对测温记录和消杀台账，与日报一致' })
  }

  const works = spots.filter(one => one.kind === 'enterprise')
  register(works, at(8, 9), true, '摸底登记', null)
  works.forEach((place, n) => {
    const workers = random.whole(26, 380)
    const aboveScale = halted.includes(place.id) || (place.id !== 'pl-weiman' && place.id !== 'pl-guangyuan' && n % 4 === 0)
    describe('p-coord-1', at(8, 11), place, { workers, aboveScale }, { workers: null, aboveScale: false })
    if (halted.includes(place.id)) return story.tell(`p-off-${place.township}`, at(4, 18), 'haltPlace', { reopening: place.id, reason: '地处“三区”，规上工业企业停产' })
    if (place.id !== 'pl-weiman') return report(place, workers, 6, silent.includes(place.id) ? 3 : 0)
    report(place, workers, 6, 5)
    story.tell(`p-off-${place.township}`, at(4, 18), 'haltPlace', { reopening: place.id, reason: '所在片区划为封控区，暂停生产' })
    describe(keeper(place), at(4, 20), place, { conditions: '闭环管理：员工吃住在厂，车间、宿舍每日消杀两次' }, { conditions: '' })
    apply(place, 3, 4)
    report(place, workers, 1, 0)
  })
  for (const place of works.filter(one => one.id === 'pl-weiman' || one.id === 'pl-guangyuan')) spotCheck(place, 1)
  for (const place of works.filter(one => one.id === differing.place)) spotCheck(place, differing.daysAgo, differing.note)

  const given = spots.filter(one => one.kind === 'school')
  const middle = given.filter(one => one.name.endsWith('中学') && !sealed(one))
  const first = [...middle, ...moreSchools(story, county, firstBatch.schools - middle.length, one => !sealed(one))]
  const others = given.filter(one => !middle.includes(one))
  register([...first, ...others], at(8, 10), false, '疫情期间停课，线上教学', 'education')
  const published = { plan: 'plan-back-to-school', title: '学校幼儿园有序安全返校复课工作方案', addressees: [...codes.map(code => `township:${code}`), ...Array.from({ length: 8 }, (_, n) => `team:${n + 1}`), 'unit:health', 'place:pl-no1-school'] }
  story.tell('p-unit-education', at(9, 15), 'publishWorkPlan', { ...published, version: 0, text: plan })
  const { hash, name, type, content } = planFile
  story.tell('p-unit-education', at(7, 15), 'publishWorkPlan', { ...published, version: 1, text: `${plan}\n# 四、应急处置\n发现有症状的，先送临时隔离室，再报所在镇街和市教育局。`, file: { hash, name, type, bytes: content.length } })
  const readers = [...codes.slice(0, 18).map(code => `p-off-${code}`), ...[1, 2, 3, 5, 7, 8].map(n => inspector(n, 1)), 'p-con-no1-school']
  readers.forEach((who, n) => story.tell(who, at(6, 8) + n * hour, 'readWorkPlan', { plan: published.plan, version: 2 }))
  story.tell('p-unit-education', at(3, 10), 'remindWorkPlan', { plan: published.plan, version: 2 })
  const heads = shares(firstBatch.pupils, first.length, () => random.between(0.4, 1.6))
  first.forEach((place, n) => {
    const all = heads[n] ?? 0
    const senior = place.id === 'pl-no1-school' ? all : n % 5 === 0 ? Math.round(all * 0.55) : 0
    const grades = [
      ...senior ? [{ grade: 'g12', heads: senior, arrives: ['07:00', '07:10', '07:20'][n % 3] ?? '07:00' }] : [],
      ...all > senior ? [{ grade: 'g9', heads: all - senior, arrives: ['07:40', '07:50', '08:00'][n % 3] ?? '07:40' }] : [],
    ]
    const teachers = Math.ceil(all / 13)
    const rooms = Math.ceil(all / 45)
    describe('p-unit-education', at(6, 10), place, { batch: 1, grades, teachers, teachersReady: teachers, rooms, roomsReady: rooms }, { batch: null, grades: [], teachers: 0, teachersReady: 0, rooms: 0, roomsReady: 0 })
    apply(place, 4, 4)
    report(place, all + teachers, 1, 0)
    if (place.id === 'pl-no1-school' || n % 13 === 5) spotCheck(place, 1)
  })
  others.filter(one => !sealed(one)).slice(0, 20).forEach((place, n) => {
    const pupils = random.whole(180, 900)
    const teachers = Math.ceil(pupils / 15)
    describe('p-unit-education', at(2, 10), place, { batch: 2, grades: [{ grade: 'primary', heads: pupils, arrives: '08:10' }], teachers, teachersReady: teachers - n % 4 }, { batch: null, grades: [], teachers: 0, teachersReady: 0 })
    if (n < 9) apply(place, 2, n < 4 ? 2 : 1)
    if (n === 8) story.tell(team(place), at(1, 15), 'refuseReopening', { reopening: place.id, reason: '临时隔离室还没有设置', failed: folderVersions(county.checklists, 'school', true)[0]?.items.slice(-1).map(item => item.id) ?? [] })
  })
}
