import type { DrillCare } from '../../county-folder.ts'
import type { Story } from '../../story.ts'
import { seeded } from '../../seeded.ts'
import { day, hour } from '../../story.ts'
import { county } from '../county.ts'
import { gridOf, halves } from './grids.ts'

/** The townships with zones of lockdown and control. */
const inZones = ['440881103', '440881104', '440881106', '440881001', '440881002']

/** Two grids for each township, with the duty phone of their post. */
export function careGrids(story: Story): void {
  for (const [n, { code, short, seat: [lng, lat] }] of county.townships.entries()) {
    for (const [half, name] of halves.entries()) {
      story.tell(`p-off-${code}`, story.today - 5 * day + 8 * hour + n * 60_000, 'addGrid', { grid: gridOf(code, half), township: code, name: `${short}${name}网格`, phone: `0759-0${500 + n * 2 + half}-0506`, spot: { lng: lng + half * 0.01, lat } })
    }
  }
}

const surnames = [...'陈李黄林梁吴罗张刘何钟曾揭邓周谢黎蔡江叶']
const given = [...'甲乙丙丁戊己庚辛壬癸']
/** What each group needs, with the hours until it is due: below zero it is overdue. */
const needed: readonly (readonly [group: string, kind: string, text: string, least: number, most: number])[] = [
  ['infant', 'formula', '一段奶粉 2 罐', -3, 90],
  ['alone', 'call', '', -2, 20],
  ['pregnant', 'prenatal', '孕 34 周产检', 8, 200],
  ['disabled', 'call', '', 1, 20],
  ['dementia', 'call', '', 2, 20],
  ['mental', 'medicine', '利培酮，需家属签收', 3, 120],
  ['chronic', 'medicine', '降压药、胰岛素', -14, 110],
]

/**
 * The people of the drill's register: all invented, which every name and note says. Most live in the townships with zones; a few needs are
 * overdue, as in the report, where formula milk and common medicine were lacking.
 */
export function careDrill(now: number): DrillCare {
  const random = seeded(57)
  const entries = county.townships.flatMap(({ code }) => halves.flatMap((_, half) => Array.from({ length: inZones.includes(code) ? 7 : 3 }, (_, i) => {
    const [group = '', kind = '', text = '', least = 0, most = 0] = needed[(i + half * 3) % needed.length] ?? []
    const id = `${gridOf(code, half)}-${i + 1}`
    const no = `${code.slice(-3)}${half}${i}`
    return {
      by: `p-off-${code}`,
      person: { id, township: code, grid: gridOf(code, half), groups: [group], name: `${random.pick(surnames)}${random.pick(given)}（演练）`, phone: `0759000${no}`, number: `000000000000${no}`, address: `演练路 ${random.whole(1, 300)} 号`, kin: '演练家属', kinPhone: `0759001${no}`, note: '演练数据，全部虚构' },
      needs: [{ id: `${id}-n`, kind, dueAt: Math.floor(now + random.between(least, most) * hour), text }],
    }
  })))
  const asks = [
    ['formula', '440881101', '一段奶粉只剩一天的量，镇上两家店都没有'],
    ['medicine', '440881103', '降压药和胰岛素周五用完，出不了门'],
    ['food', '440881104', '两位老人，米和菜只够今天'],
  ] as const
  const help = asks.map(([kind, township, what], i) => ({ id: `help-${i + 1}`, kind, township, grid: gridOf(township, 0), what: `${what}（演练）`, where: `演练路 ${i + 1} 号`, name: '演练群众', phone: `075900200${i}` }))
  return { rights: [['p-coord-1', 'names'], ['p-coord-1', 'export']], entries, help }
}
