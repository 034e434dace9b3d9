import type { Standing } from '../../shared/exposure/standing.ts'
import { words } from '../core/language.ts'

interface Words {
  readonly hint: string
  readonly standings: Readonly<Record<Standing | 'all', string>>
  readonly none: string
  readonly mark: string
  readonly open: string
  readonly place: string
  readonly pointName: string
  readonly pointHint: string
  readonly windows: string
  readonly windowOf: (from: string, to: string) => string
  readonly from: string
  readonly to: string
  readonly addWindow: string
  readonly dropWindow: (n: number) => string
  readonly origin: string
  readonly reason: string
  readonly reasonHint: string
  readonly noPersons: string
  readonly lists: Readonly<Record<'closing' | 'disinfection', string>>
  readonly ticked: (who: string, when: string) => string
  readonly done: (n: number, of: number) => string
  readonly neighbours: (n: number, metres: number) => string
  readonly noNeighbours: (metres: number) => string
  readonly away: (metres: number) => string
  readonly people: (n: number) => string
  readonly noCount: string
  readonly outside: string
  readonly held: string
  readonly drawn: string
  readonly noZone: string
  readonly over: string
  readonly markHere: (name: string, standing: string) => string
  readonly drawZone: string
  readonly lineTitle: string
  readonly lineHint: string
  readonly noLine: string
  readonly since: (when: string) => string
  readonly markedBy: (who: string, when: string) => string
  readonly releasedBy: (who: string, when: string) => string
  readonly releaseNote: string
  readonly source: (text: string) => string
  readonly yours: string
  readonly publicPage: string
  readonly publicHint: string
  readonly publicNone: string
  readonly gone: string
  readonly columns: Readonly<Record<'name' | 'township' | 'windows' | 'origin' | 'standing' | 'at' | 'released' | 'zone', string>>
}

const zh: Words = {
  hint: '只登记场所和时间，不登记任何人。标记后马上通知镇街、责任单位和场所。',
  standings: { all: '全部', closing: '处置中', closed: '已关闭', released: '已解除' },
  none: '没有涉疫场所。流调报来后，由指挥部在这里标记。',
  mark: '标记涉疫场所',
  open: '打开',
  place: '场所或点位',
  pointName: '点位名称',
  pointHint: '如：中山路公交站',
  windows: '暴露时段',
  windowOf: (from, to) => `${from} 至 ${to}`,
  from: '从',
  to: '到',
  addWindow: '再加一段',
  dropWindow: n => `去掉第 ${n} 段`,
  origin: '来源',
  reason: '依据',
  reasonHint: '如：疾控第 12 号流调报告',
  noPersons: '不写姓名、电话和证件号。',
  lists: { closing: '关闭', disinfection: '消毒' },
  ticked: (who, when) => `${who} · ${when}`,
  done: (n, of) => `${n}/${of}`,
  neighbours: (n, metres) => `${metres} 米内的场所 ${n}`,
  noNeighbours: metres => `${metres} 米内没有登记的场所。`,
  away: metres => `${metres} 米`,
  people: n => `${n} 人`,
  noCount: '人数未报',
  outside: '不在区域内',
  held: '所在区域',
  drawn: '为此划定',
  noZone: '无',
  over: '已结束',
  markHere: (name, standing) => `涉疫场所 ${name}，${standing}`,
  drawZone: '在周边划定区域',
  lineTitle: '对外公告',
  lineHint: '公众只能看到这段文字。不写姓名、电话和证件号；热线写 12345 等短号。',
  noLine: '没有对外公告。',
  since: when => `${when} 发布`,
  markedBy: (who, when) => `${who} ${when} 标记`,
  releasedBy: (who, when) => `${who} ${when} 解除`,
  releaseNote: '解除依据（可不填）',
  source: text => `清单依据：${text}`,
  yours: '本场所已按涉疫场所关闭。有疑问请联系镇街。',
  publicPage: '涉疫场所公告',
  publicHint: '由指挥部发布。请对照时间，如有同时到过，请主动向社区报告。',
  publicNone: '目前没有公告。',
  gone: '公告暂时打不开，请稍后再试。',
  columns: { name: '名称', township: '镇街', windows: '暴露时段', origin: '来源', standing: '状态', at: '标记时间', released: '解除时间', zone: '所在区域' },
}

const en: Words = {
  hint: 'Places and times only, never people. Township, department and place are told at once.',
  standings: { all: 'All', closing: 'Being closed', closed: 'Closed', released: 'Released' },
  none: 'No exposure places. Headquarters marks them here when tracing reports one.',
  mark: 'Mark a place',
  open: 'Open',
  place: 'Place or point',
  pointName: 'Name of the point',
  pointHint: 'Bus stop, Zhongshan Road',
  windows: 'Times of exposure',
  windowOf: (from, to) => `${from} to ${to}`,
  from: 'From',
  to: 'To',
  addWindow: 'Add a time',
  dropWindow: n => `Remove time ${n}`,
  origin: 'Known from',
  reason: 'Grounds',
  reasonHint: 'Tracing report 12 of the CDC',
  noPersons: 'No names, phone or identity numbers.',
  lists: { closing: 'Closing', disinfection: 'Disinfection' },
  ticked: (who, when) => `${who} · ${when}`,
  done: (n, of) => `${n}/${of}`,
  neighbours: (n, metres) => `Places within ${metres} m: ${n}`,
  noNeighbours: metres => `No registered place within ${metres} m.`,
  away: metres => `${metres} m`,
  people: n => `${n} people`,
  noCount: 'people not reported',
  outside: 'in no zone',
  held: 'In zone',
  drawn: 'Drawn for it',
  noZone: 'none',
  over: 'ended',
  markHere: (name, standing) => `Exposure place ${name}, ${standing}`,
  drawZone: 'Draw a zone around it',
  lineTitle: 'Public line',
  lineHint: 'The public reads this text and nothing else. No names, phone or identity numbers; for a hotline write a short number such as 12345.',
  noLine: 'Nothing is public.',
  since: when => `Published ${when}`,
  markedBy: (who, when) => `Marked by ${who}, ${when}`,
  releasedBy: (who, when) => `Released by ${who}, ${when}`,
  releaseNote: 'Grounds for the release (optional)',
  source: text => `Source of the lists: ${text}`,
  yours: 'This place is closed as an exposure place. Ask your township if in doubt.',
  publicPage: 'Notices about exposure places',
  publicHint: 'Published by headquarters. If you were there at these times, please report to your community.',
  publicNone: 'There are no notices now.',
  gone: 'The notices cannot be loaded now. Please try again later.',
  columns: { name: 'Name', township: 'Township', windows: 'Times of exposure', origin: 'Known from', standing: 'State', at: 'Marked', released: 'Released', zone: 'In zone' },
}

export const exposureWords = words<Words>({ zh, en })
