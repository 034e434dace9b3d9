import type { Township, Unit } from '../../../core/county.ts'
import type { DrillPerson } from '../../county-folder.ts'
import { seeded } from '../../seeded.ts'
import { gridOf, halves } from './grids.ts'

const surnames = [...'陈李黄林梁吴罗张刘何钟曾揭邓周谢黎蔡江叶']
const given = ['志强', '晓琳', '建国', '丽华', '伟', '芳', '家明', '秀英', '国栋', '小燕', '文斌', '海珍', '俊杰', '少玲', '永康', '雪梅', '振华', '秋月', '子轩', '水清', '卫东', '美娟', '景辉', '思敏', '春生', '桂兰']
const first: Readonly<Record<string, string>> = {
  'p-coord-1': '张三',
  'p-coord-2': '李四',
  'p-team3-1': '陈志强',
  'p-team4-1': '何晓琳',
  'p-team7-1': '王芳',
  'p-unit-civil': '林建国',
  'p-unit-health': '刘洋',
  'p-vol-1': '陈洁',
}

/** The places that have a contact of their own: a quarantine site, the two care homes of the report, a school and a factory. */
export const contacts: readonly string[] = ['pl-hotel-shicheng-3', 'pl-huaren-jishui', 'pl-huaren-hechun', 'pl-no1-school', 'pl-weiman']

export const volunteers = 160
export const inspector = (team: number, member: number) => `p-team${team}-${member}`

/** The people of the drill, all invented. The first person of each role gets the printed link. */
export function people(townships: readonly Township[], units: readonly Unit[]): readonly DrillPerson[] {
  const random = seeded(20220506)
  const used = new Set(Object.values(first))
  function name(id: string): string {
    const known = first[id]
    if (known) return known
    let fresh = random.pick(surnames) + random.pick(given)
    while (used.has(fresh)) fresh = random.pick(surnames) + random.pick(given)
    used.add(fresh)
    return fresh
  }
  const one = (person: Omit<DrillPerson, 'name'>): DrillPerson => ({ ...person, name: name(person.id) })
  const teams = [3, 1, 2, 4, 5, 6, 7, 8]
  const offices = [...townships].sort((a, b) => Number(b.code.endsWith('103')) - Number(a.code.endsWith('103')))
  const bureaus = units.filter(unit => !unit.township).sort((a, b) => Number(b.id === 'civil') - Number(a.id === 'civil'))
  // 0759-0… is no number that exists.
  const phone = (n: number) => `0759-00${String(n).padStart(2, '0')}-0506`
  return [
    ...[1, 2, 3].map(n => one({ id: `p-coord-${n}`, role: 'coordinator', phone: phone(10 + n) })),
    ...teams.flatMap(team => [1, 2, 3].map(n => one({ id: inspector(team, n), role: 'inspector', team }))),
    ...offices.map(({ code }, n) => one({ id: `p-off-${code}`, role: 'officer', township: code, phone: phone(20 + n) })),
    ...bureaus.map(({ id }) => one({ id: `p-unit-${id}`, role: 'unit', unit: id })),
    ...Array.from({ length: volunteers }, (_, n) => one({ id: `p-vol-${n + 1}`, role: 'volunteer', approved: true, phone: `0759-0${100 + n}-0506`, ...n % 3 === 1 && { skills: ['carrying'], trained: ['protection', 'riskConsent'] } })),
    ...contacts.map(place => one({ id: `p-con-${place.slice(3)}`, role: 'contact', place, phone: phone(60 + contacts.indexOf(place)) })),
    one({ id: 'p-view-1', role: 'viewer' }),
    one({ id: 'p-admin-1', role: 'admin' }),
    one({ id: 'p-city-1', role: 'overseer' }),
    ...offices.flatMap(({ code }, n) => halves.map((_, half) => one({ id: `p-${gridOf(code, half)}`, role: 'gridWorker', grid: gridOf(code, half), phone: `0759-0${700 + n * 2 + half}-0506` }))),
  ]
}

/** The id of the person who fixes the issues of a unit: the unit's account, or the officer for a township's government. */
export const fixer = (unit: string) => unit.startsWith('gov-') ? `p-off-${unit.slice(4)}` : `p-unit-${unit}`
