import type { WallView } from '../../../shared/incident/screens.ts'
import { words } from '../../core/language.ts'

interface Words {
  views: Record<WallView, string>
  pair: string
  how: (address: string) => string
  code: string
  name: string
  nameHint: string
  incident: string
  shows: string
  seconds: string
  up: (view: string) => string
  down: (view: string) => string
  save: string
  change: string
  revoke: string
  sure: (name: string) => string
  seen: (when: string) => string
  unseen: string
  device: (size: string) => string
  none: string
}

const zh: Words = {
  views: { map: '全县态势', numbers: '今日数字', dues: '三区与应检', shifts: '今夜班次', shortages: '物资缺口', feed: '实时动态' },
  pair: '配对大屏',
  how: address => `在大屏的浏览器里打开 ${address}，屏上显示八位配对码，填在这里。码五分钟有效，只能用一次。`,
  code: '配对码',
  name: '名称',
  nameHint: '例如 指挥部一楼大厅',
  incident: '显示的事件',
  shows: '轮播画面',
  seconds: '秒数',
  up: view => `${view}提前`,
  down: view => `${view}推后`,
  save: '保存画面',
  change: '修改',
  revoke: '停用',
  sure: name => `停用 ${name}？该屏马上断开，不能恢复，只能重新配对。`,
  seen: when => `最近在线 ${when}`,
  unseen: '还没有连上',
  device: size => `屏幕 ${size}`,
  none: '还没有大屏。在大屏上打开配对页面，把屏上的码填在上面。',
}

const en: Words = {
  views: { map: 'The county', numbers: 'Numbers of the day', dues: 'Zones and due tests', shifts: 'Tonight’s shifts', shortages: 'Shortages', feed: 'Live' },
  pair: 'Pair a screen',
  how: address => `Open ${address} in the browser of the screen. It shows a code of eight digits: enter it here. A code is valid for five minutes and works once.`,
  code: 'Code',
  name: 'Name',
  nameHint: 'for example Headquarters, ground floor',
  incident: 'Incident',
  shows: 'Views',
  seconds: 'Seconds',
  up: view => `${view}: earlier`,
  down: view => `${view}: later`,
  save: 'Save the views',
  change: 'Change',
  revoke: 'Revoke',
  sure: name => `Revoke ${name}? It is cut off at once and for good; it can only be paired again.`,
  seen: when => `last seen ${when}`,
  unseen: 'not connected yet',
  device: size => `screen of ${size}`,
  none: 'No screens yet. Open the pairing page on the screen and enter its code above.',
}

export const screenWords = words({ zh, en })
