import type { Story } from '../../story.ts'
import { hour } from '../../story.ts'

const counts = ['count', 'foundToday', 'closed', 'followed', 'overdue'].map(field => ({ field, sum: true }))
const titles: Readonly<Record<string, string>> = { count: '累计发现', foundToday: '今日新增', closed: '已销号', followed: '跟进中', overdue: '逾期' }
const daily = { of: 'issue' as const, columns: counts.map(one => ({ ...one, title: titles[one.field] ?? '' })), filters: [], rows: false, settled: true, shared: 'all' as const }

/** The tables of the county's daily form (日统计表): each by township, aspect and unit, as the bulletin has them, a list of open shortages, and how far each round of tests is. */
export function tables(story: Story): void {
  const at = story.now - 30 * hour
  for (const [table, name, group] of [['tb-townships', '日统计表：各镇街', 'township'], ['tb-aspects', '日统计表：重点方面', 'aspect'], ['tb-units', '日统计表：责任单位', 'unit']] as const) {
    story.tell('p-coord-1', at, 'saveTable', { table, version: 0, name, group, ...daily })
  }
  story.tell('p-coord-1', at, 'saveTable', {
    table: 'tb-shortages',
    version: 0,
    name: '物资缺口一览',
    of: 'shortage',
    columns: [{ field: 'itemName' }, { field: 'quantity', sum: false }, { field: 'measure' }, { field: 'covered' }, { field: 'place' }, { field: 'runsOut' }],
    filters: [{ field: 'state', among: ['open'] }],
    group: 'township',
    rows: true,
    settled: false,
    shared: 'all',
  })
  story.tell('p-coord-1', at, 'saveTable', {
    table: 'tb-sampling',
    version: 0,
    name: '核酸采样进度：各轮次',
    of: 'sampling',
    columns: ['target', 'sampled', 'unsampled', 'reported'].map(field => ({ field, sum: true })),
    filters: [],
    group: 'round',
    rows: false,
    settled: false,
    shared: 'all',
  })
}
