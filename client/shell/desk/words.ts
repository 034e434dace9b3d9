import type { Tab } from '../../base/lists/filters.ts'
import { words } from '../../core/language.ts'

interface Words {
  tabs: Record<Tab, string>
  create: Record<Tab, string>
  empty: Record<Tab, string>
  emptyFiltered: string
  clearFilters: string
  filters: string
  state: string
  without: (filter: string) => string
  followed: string
  everything: string
  allAspects: string
  allUnits: string
  noUnit: string
  since: Record<'found' | 'closed' | 'relapsed', (when: string) => string>
  aspect: string
  unit: string
  overdueOnly: string
  gapsOnly: (hours: number) => string
  radarOnly: string
  radarPage: string
  pastToo: string
  overToo: string
  sameFilter: (count: number) => string
  keys: string
  groups: { overdue: string, soon: string, later: string, awaiting: string, deferred: string, closed: string, relapsed: string, coming: string, past: string, short: string, met: string, withdrawn: string, inForce: string, current: string, before: string }
  byDeadline: string
  strip: { found: string, closed: string, followed: string, overdue: string, shortages: string, gaps: string, today: (n: number) => string, less: (n: number) => string, longest: (span: string) => string, soon: (n: number) => string, missing: (n: number) => string, byDay: string, backOf: (kind: string) => string, ofFiles: (n: number, waiting: number) => string, peak: (n: number) => string }
  feed: string
  readByTeams: (n: number) => string
  announcedAt: (when: string) => string
  feedEmpty: string
  search: string
  searchHint: string
  nothingFound: string
  searchSettled: string
  online: (n: number) => string
  whoIsHere: string
  stale: (age: string) => string
  staleBody: (n: number) => string
  retry: string
  account: string
  look: string
  theme: Record<'auto' | 'light' | 'dark', string>
  signOutUnsent: (n: number, photos: number) => string
  details: string
}

const zh: Words = {
  tabs: { issue: '问题', place: '场所', shift: '班次', shortage: '物资', zone: '区域', announcement: '通告' },
  create: { issue: '上报问题', place: '登记场所', shift: '开班次', shortage: '报缺口', zone: '划区域', announcement: '发通告' },
  empty: {
    issue: '还没有问题。督查发现问题，点“上报问题”，或在地图上长按。',
    place: '还没有场所。逐个登记，或从 Excel 导入底数。',
    shift: '还没有班次。开一个班次，志愿者就能报名。',
    shortage: '没有缺口。缺什么就报什么，仓库马上看到。',
    zone: '没有划定区域。',
    announcement: '还没有通告。',
  },
  emptyFiltered: '这个筛选下没有内容。',
  clearFilters: '清除筛选',
  filters: '筛选',
  state: '状态',
  without: filter => `去掉“${filter}”`,
  followed: '跟进中',
  everything: '全部',
  allAspects: '全部方面',
  allUnits: '全部责任单位',
  noUnit: '未定责任单位',
  since: { found: when => `${when} 后发现`, closed: when => `${when} 后完成`, relapsed: when => `${when} 后复发` },
  aspect: '重点方面',
  unit: '责任单位',
  overdueOnly: '逾期',
  gapsOnly: hours => `${hours} 小时内缺人`,
  radarOnly: '储备告急',
  radarPage: '储备雷达',
  pastToo: '含已结束',
  overToo: '含已了结',
  sameFilter: count => `与地图同一筛选 · ${count} 项`,
  keys: 'j k 上下　↵ 打开',
  groups: { overdue: '逾期', soon: '24 小时内到期', later: '在办', awaiting: '待复查', deferred: '挂账', closed: '已销号', relapsed: '复发', coming: '之后的班次', past: '已结束', short: '还缺', met: '已补齐', withdrawn: '已撤销', inForce: '生效中', current: '当前', before: '以往' },
  byDeadline: '按期限',
  strip: {
    found: '发现问题',
    closed: '完成整改',
    followed: '持续跟进',
    overdue: '逾期',
    shortages: '物资缺口',
    gaps: '今夜空班',
    today: n => `今日 +${n}`,
    less: n => `今日 −${n}`,
    longest: span => `最久 ${span}`,
    soon: n => `${n} 项 ≤ 24 小时`,
    missing: n => `缺 ${n} 人`,
    backOf: kind => `${kind}在运行`,
    ofFiles: (n, waiting) => `共 ${n} · 待恢复 ${waiting}`,
    byDay: '每日发现',
    peak: n => `峰值 ${n}`,
  },
  feed: '现场动态',
  readByTeams: n => `${n} 组已读`,
  announcedAt: when => `通告 ${when}`,
  feedEmpty: '有人操作时，这里马上出现。',
  search: '搜场所、问题、镇街 · 汉字、拼音、首字母',
  searchHint: '上下选择，回车打开，Esc 关闭',
  searchSettled: '在已办结的问题中查找（标题或编号）',
  nothingFound: '没有找到。换个说法，或只打首字母试试。',
  online: n => `${n} 人在线`,
  whoIsHere: '谁在线，在看什么',
  stale: age => `看到的是 ${age}前的数据`,
  staleBody: n => n ? `可照常操作，${n} 条已存在本机，联网后自动发送。` : '可照常操作，操作会存在本机，联网后自动发送。',
  retry: '马上重连',
  account: '账户',
  look: '外观',
  theme: { auto: '跟随系统', light: '浅色', dark: '深色' },
  signOutUnsent: (n, photos) => `还有 ${n} 条没有发出${photos ? `，${photos} 张照片没有上传` : ''}。退出后它们留在这台设备上，本人再登录时发送；清除浏览器数据就会丢失，可先在“这台设备”存成文件。仍要退出？`,
  details: '详情',
}

const en: Words = {
  tabs: { issue: 'Issues', place: 'Places', shift: 'Shifts', shortage: 'Supplies', zone: 'Zones', announcement: 'News' },
  create: { issue: 'Report', place: 'Add place', shift: 'Open shift', shortage: 'Post shortage', zone: 'Draw zone', announcement: 'Announce' },
  empty: {
    issue: 'No issues yet. Found something wrong? Press “Report”, or press long on the map.',
    place: 'No places yet. Add them one by one, or import the register from Excel.',
    shift: 'No shifts yet. Open one and volunteers can sign up.',
    shortage: 'Nothing is short. Post what is missing and the depots see it at once.',
    zone: 'No zones are drawn.',
    announcement: 'No announcements yet.',
  },
  emptyFiltered: 'Nothing matches this filter.',
  clearFilters: 'Clear filters',
  filters: 'Filter',
  state: 'State',
  without: filter => `Without “${filter}”`,
  followed: 'Followed',
  everything: 'All',
  allAspects: 'All aspects',
  allUnits: 'All units',
  noUnit: 'No unit yet',
  since: { found: when => `found since ${when}`, closed: when => `closed since ${when}`, relapsed: when => `relapsed since ${when}` },
  aspect: 'Aspect',
  unit: 'Responsible unit',
  overdueOnly: 'Overdue',
  gapsOnly: hours => `Short in ${hours} h`,
  radarOnly: 'Running out',
  radarPage: 'Radar',
  pastToo: 'With past ones',
  overToo: 'With ended ones',
  sameFilter: count => `Same filter as the map · ${count}`,
  keys: 'j k move　↵ open',
  groups: { overdue: 'Overdue', soon: 'Due within 24 h', later: 'In hand', awaiting: 'Awaiting re-check', deferred: 'Deferred', closed: 'Closed', relapsed: 'Relapsed', coming: 'Coming shifts', past: 'Past', short: 'Still short', met: 'Met', withdrawn: 'Withdrawn', inForce: 'In force', current: 'Current', before: 'Earlier' },
  byDeadline: 'by deadline',
  strip: {
    found: 'Found',
    closed: 'Put right',
    followed: 'Followed',
    overdue: 'Overdue',
    shortages: 'Shortages',
    gaps: 'Shifts short',
    today: n => `today +${n}`,
    less: n => `today −${n}`,
    longest: span => `longest ${span}`,
    soon: n => `${n} within 24 h`,
    missing: n => `${n} people`,
    backOf: kind => `${kind}: in operation`,
    ofFiles: (n, waiting) => `of ${n} · ${waiting} waiting`,
    byDay: 'Found a day',
    peak: n => `peak ${n}`,
  },
  feed: 'Live feed',
  readByTeams: n => `read by ${n} ${n === 1 ? 'team' : 'teams'}`,
  announcedAt: when => `Announcement, ${when}`,
  feedEmpty: 'Everybody’s work appears here at once.',
  search: 'Search places, issues, townships · pinyin works',
  searchHint: 'Arrows to choose, Enter to open, Esc to close',
  searchSettled: 'Look among settled issues (title or number)',
  nothingFound: 'Nothing found. Try other words, or initials.',
  online: n => `${n} online`,
  whoIsHere: 'People here and what they look at',
  stale: age => `You see the board as it was ${age} ago`,
  staleBody: n => n ? `Go on working: ${n} saved on this device, sent once you are online.` : 'Go on working: it is saved on this device and sent once you are online.',
  retry: 'Reconnect now',
  account: 'Account',
  look: 'Appearance',
  theme: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  signOutUnsent: (n, photos) => `${n} not sent yet${photos ? `, and ${photos} photo${photos === 1 ? '' : 's'} not uploaded` : ''}. They stay on this device and are sent when you sign in again; clearing the browser’s data loses them, so save them as a file under This device first. Sign out all the same?`,
  details: 'Details',
}

export const desk = words({ zh, en })
