import type { Round, Tube } from '../../shared/records.ts'
import type { Pace } from '../../shared/testing/figures.ts'
import { words } from '../core/language.ts'

interface Words {
  readonly views: Readonly<Record<'today' | 'sites' | 'plan', string>>
  readonly round: (no: number, name: string) => string
  readonly hours: (from: string, to: string) => string
  readonly choose: string
  readonly closedAt: (when: string) => string
  readonly results: Readonly<Record<NonNullable<Round['result']>, string>>
  readonly open: string
  readonly none: string
  readonly noneWhy: string
  readonly county: string
  readonly figures: Readonly<Record<'sampled' | 'reported' | 'tubes', string>>
  readonly target: string
  readonly of: (n: string, target: string) => string
  readonly bar: (name: string, share: number) => string
  readonly paces: Readonly<Record<Pace, string>>
  readonly projected: (n: string) => string
  readonly leftHours: (span: string) => string
  readonly last: (when: string) => string
  readonly noFigures: string
  readonly only: Readonly<Record<'all' | 'lagging', string>>
  readonly noLagging: string
  readonly enter: string
  readonly enterHint: string
  readonly keys: Readonly<Record<'clear' | 'back', string>>
  readonly save: string
  readonly lower: (before: string) => string
  readonly tooMany: string
  readonly tubes: string
  readonly tubeHint: string
  readonly tubeCode: string
  readonly people: string
  readonly peopleOf: (n: number) => string
  readonly tubeStates: Readonly<Record<Tube['state'], string>>
  readonly tubeDue: (span: string) => string
  readonly tubeLate: (span: string) => string
  readonly retest: string
  readonly cleared: string
  readonly confirmed: string
  readonly reason: string
  readonly incomplete: string
  readonly from: string
  readonly to: string
  readonly name: string
  readonly townships: string
  readonly townshipHint: string
  readonly sitesOf: (n: number) => string
  readonly addSite: string
  readonly pickSite: string
  readonly columns: Readonly<Record<'place' | 'township' | 'target' | 'sampled' | 'reported' | 'tubes' | 'share' | 'pace' | 'at', string>>
  readonly planPeople: string
  readonly where: string
  readonly anyTownship: string
  readonly plan: Readonly<Record<'sites' | 'tables' | 'staff' | 'there', string>>
  readonly span: (from: string, to: string) => string
  readonly needs: (staff: string) => string
  readonly needColumns: Readonly<Record<'supply' | 'needed' | 'stock' | 'short', string>>
  readonly enough: string
  readonly source: (sites: string, staff: string) => string
  readonly register: string
}

const zh: Words = {
  views: { today: '进度', sites: '采样点', plan: '布点测算' },
  round: (no, name) => `第 ${no} 轮${name ? ` · ${name}` : ''}`,
  hours: (from, to) => `${from} 至 ${to}`,
  choose: '轮次',
  closedAt: when => `${when} 结束`,
  results: { negative: '全部阴性', positive: '有阳性', incomplete: '结果未齐' },
  open: '进行中',
  none: '还没有检测轮次',
  noneWhy: '指挥部开始新一轮后，这里显示各镇街、各采样点的进度。',
  county: '全市',
  figures: { sampled: '已采', reported: '已出结果', tubes: '混管数' },
  target: '应检',
  of: (n, target) => `${n} / ${target}`,
  bar: (name, share) => `${name}：已采 ${share}%`,
  paces: { missed: '未完成', behind: '进度滞后', silent: '长时间未登记', waiting: '刚开始', steady: '正常', done: '已完成' },
  projected: n => `照此速度到点约 ${n} 人`,
  leftHours: span => `还剩 ${span}`,
  last: when => `${when} 登记`,
  noFigures: '还没有登记',
  only: { all: '全部', lagging: '落后' },
  noLagging: '没有落后的采样点。',
  enter: '登记进度',
  enterHint: '填本轮开始以来的累计数。没有网络也可登记，联网后按登记时间计。',
  keys: { clear: '清空', back: '退格' },
  save: '保存',
  lower: before => `比上次登记的 ${before} 少。确实要改小，请再按一次。`,
  tooMany: '已出结果不能多于已采。',
  tubes: '混管阳性',
  tubeHint: '只登记管号和人数，不写姓名。按时单人复核。',
  tubeCode: '管号',
  people: '同管人数',
  peopleOf: n => `${n} 人同管`,
  tubeStates: { open: '待复核', cleared: '复核阴性', confirmed: '复核阳性' },
  tubeDue: span => `${span}内复核`,
  tubeLate: span => `复核已超 ${span}`,
  retest: '组织上门单人复核',
  cleared: '复核阴性',
  confirmed: '复核阳性',
  reason: '结果未齐就结束的原因',
  incomplete: '还有结果没出齐，或混管阳性没有复核完。',
  from: '开始',
  to: '结束',
  name: '名称（可不填）',
  townships: '各镇街应检人数',
  townshipHint: '不填的镇街不参加本轮。人数先按上一轮的比例分到该镇街的采样点，没有上一轮时平均分，之后可逐点调整。',
  sitesOf: n => `${n} 个采样点`,
  addSite: '加入本轮',
  pickSite: '选择采样点',
  columns: { place: '采样点', township: '镇街', target: '应检', sampled: '已采', reported: '已出结果', tubes: '混管数', share: '完成', pace: '进度', at: '登记时间' },
  planPeople: '要检测的人数',
  where: '镇街',
  anyTownship: '全市',
  plan: { sites: '采样点', tables: '采样台', staff: '工作人员', there: '名册中的采样点' },
  span: (from, to) => from === to ? from : `${from}–${to}`,
  needs: staff => `按 ${staff} 人值守，一天的用量`,
  needColumns: { supply: '物资', needed: '需要', stock: '库存', short: '还缺' },
  enough: '够',
  source: (sites, staff) => `依据：${sites}。${staff}`,
  register: '报缺口',
}

const en: Words = {
  views: { today: 'Progress', sites: 'Sites', plan: 'Planning' },
  round: (no, name) => `Round ${no}${name ? ` · ${name}` : ''}`,
  hours: (from, to) => `${from} to ${to}`,
  choose: 'Round',
  closedAt: when => `closed ${when}`,
  results: { negative: 'All negative', positive: 'Positive', incomplete: 'Results missing' },
  open: 'Open',
  none: 'No testing round yet',
  noneWhy: 'When headquarters opens a round, the progress of townships and sites is shown here.',
  county: 'County',
  figures: { sampled: 'Sampled', reported: 'Results in', tubes: 'Mixed tubes' },
  target: 'Target',
  of: (n, target) => `${n} / ${target}`,
  bar: (name, share) => `${name}: ${share}% sampled`,
  paces: { missed: 'Not finished', behind: 'Falling behind', silent: 'No figures lately', waiting: 'Just begun', steady: 'On pace', done: 'Done' },
  projected: n => `about ${n} people by the end at this rate`,
  leftHours: span => `${span} left`,
  last: when => `Last entry: ${when}`,
  noFigures: 'Nothing entered yet',
  only: { all: 'All', lagging: 'Behind' },
  noLagging: 'No site is behind.',
  enter: 'Enter figures',
  enterHint: 'Figures since the round began. You can enter them without a network; they count from the time you entered them.',
  keys: { clear: 'Clear', back: 'Delete' },
  save: 'Save',
  lower: before => `Fewer than the ${before} entered before. Press again if this is meant.`,
  tooMany: 'There cannot be more results than samples.',
  tubes: 'Positive mixed tubes',
  tubeHint: 'Enter the tube’s code and how many people share it, no names. Retest them one by one in time.',
  tubeCode: 'Code of the tube',
  people: 'People in the tube',
  peopleOf: n => `${n} people`,
  tubeStates: { open: 'To retest', cleared: 'Retest negative', confirmed: 'Retest positive' },
  tubeDue: span => `retest within ${span}`,
  tubeLate: span => `retest ${span} overdue`,
  retest: 'Send people to retest',
  cleared: 'Retest negative',
  confirmed: 'Retest positive',
  reason: 'Why it is closed before all results are in',
  incomplete: 'Some results are missing, or a positive tube has not been retested.',
  from: 'From',
  to: 'To',
  name: 'Name (optional)',
  townships: 'People to sample by township',
  townshipHint: 'Townships left empty take no part. The people are first divided among the township’s sites as in the last round, or evenly if there was none, and can be changed for each.',
  sitesOf: n => `${n} ${n === 1 ? 'site' : 'sites'}`,
  addSite: 'Add to the round',
  pickSite: 'Choose a site',
  columns: { place: 'Site', township: 'Township', target: 'Target', sampled: 'Sampled', reported: 'Results in', tubes: 'Mixed tubes', share: 'Done', pace: 'Pace', at: 'Entered' },
  planPeople: 'People to test',
  where: 'Township',
  anyTownship: 'County',
  plan: { sites: 'Sites', tables: 'Tables', staff: 'Staff', there: 'Sites in the register' },
  span: (from, to) => from === to ? from : `${from}–${to}`,
  needs: staff => `Use in one day with ${staff} people on duty`,
  needColumns: { supply: 'Supply', needed: 'Needed', stock: 'In stock', short: 'Short' },
  enough: 'enough',
  source: (sites, staff) => `Source: ${sites}. ${staff}`,
  register: 'Post a shortage',
}

export const testingWords = words<Words>({ zh, en })
