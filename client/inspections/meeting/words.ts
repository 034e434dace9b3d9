import { words } from '../../core/language.ts'

interface Words {
  for: (day: string) => string
  yesterday: string
  figures: Record<'found' | 'closed' | 'overdue' | 'relapsed' | 'unseen' | 'silent' | 'zones', string>
  silentNone: string
  focus: string
  focusHint: string
  often: string
  use: (title: string, times: number) => string
  decisions: string
  routes: string
  weights: string
  weight: Record<'unseen' | 'open' | 'late' | 'relapsed' | 'kilometre' | 'stops', string>
  propose: string
  planned: string
  score: (n: string) => string
  reason: Record<'unseen' | 'open' | 'late' | 'relapsed', (n: number) => string>
  up: (title: string) => string
  down: (title: string) => string
  remove: (title: string) => string
  toTeam: (title: string) => string
  moveTown: (town: string) => string
  read: string
  wasRead: string
  zero: string
  zeroHint: string
  zeroSigned: (when: string) => string
  replace: (title: string) => string
  cancel: (title: string) => string
  today: string
  tomorrow: string
  add: string
  publish: string
  republish: string
  published: (when: string, read: number, teams: number) => string
  newer: string
  doubtful: (n: number) => string
  noTeams: string
  noTeamsHint: string
  formTeams: (n: number) => string
  teamName: (n: number) => string
  teamNo: (n: number) => string
  howManyTeams: string
  noPlaces: string
  unreadBy: string
  show: string
  steps: Record<'yesterday' | 'focus' | 'routes', string>
  fullScreen: string
  doneStops: (n: number) => string
  dragHint: string
  progress: (done: number, all: number) => string
  noRoutes: string
  columns: Record<'day' | 'turn' | 'stop' | 'township' | 'state' | 'at', string>
  stopOf: (turn: number, title: string, team: string) => string
}

const zh: Words = {
  for: day => `部署 ${day}`,
  yesterday: '昨日至今',
  figures: { found: '新发现', closed: '新完成', overdue: '逾期', relapsed: '复发未结', unseen: '多日未查场所', silent: '未报告的组', zones: '新划区域' },
  silentNone: '各组都已报告',
  focus: '工作重点',
  focusHint: '一句话，会显示在每部督导手机的最上方，如：养老院核酸频次',
  often: '近三日多发',
  use: (title, times) => `${title}（${times} 次）`,
  decisions: '会议决定',
  routes: '各组路线',
  weights: '建议依据（可调整）',
  weight: { unseen: '每多一天未查', open: '每个未结问题', late: '每个逾期问题', relapsed: '每个复发', kilometre: '路程每公里减', stops: '每组站数' },
  propose: '按依据生成建议',
  planned: '已安排',
  score: n => `${n} 分`,
  reason: { unseen: n => `${n} 天未查`, open: n => `未结 ${n}`, late: n => `逾期 ${n}`, relapsed: n => `复发 ${n}` },
  up: title => `上移：${title}`,
  down: title => `下移：${title}`,
  remove: title => `移除：${title}`,
  toTeam: title => `换组：${title}`,
  moveTown: town => `换组：${town}`,
  read: '已看，照此执行',
  wasRead: '本组已读',
  zero: '签字：今日无问题',
  zeroHint: '全组今日没有发现问题时，由本组签字报告。',
  zeroSigned: when => `${when} 已签字：今日无问题`,
  replace: title => `换成别处：${title}`,
  cancel: title => `取消：${title}`,
  today: '今天',
  tomorrow: '明天',
  add: '加一站',
  publish: '发布到各组手机',
  republish: '更新发布',
  published: (when, read, teams) => `${when} 已发布，${read}/${teams} 组已读`,
  doubtful: n => `${n} 次到场签到与位置或场所码不符，请核实`,
  newer: '别人刚发布了这一天的部署。请先看过，再决定是否更新。',
  noTeams: '还没有督导组。',
  noTeamsHint: '设几个组、叫什么名字，都可以改。镇街按相邻顺序分好，之后可以调整。',
  formTeams: n => `建立 ${n} 个组并分配镇街`,
  teamName: n => `第${n}督导组`,
  teamNo: n => `${n} 号组名称`,
  howManyTeams: '设几个组',
  noPlaces: '这些镇街没有可去的场所。',
  unreadBy: '未读：',
  show: '投屏',
  steps: { yesterday: '昨日至今', focus: '工作重点', routes: '各组路线' },
  fullScreen: '全屏',
  doneStops: n => `已查 ${n} 处`,
  dragHint: '按组号数字键只看一组，按 0 看全部。把一站拖到另一组；或用 Tab 选中一站，再按组号换组。',
  progress: (done, all) => `已完成 ${done}/${all}`,
  noRoutes: '这一天没有发布路线。路线在例会上发布后显示在这里。',
  columns: { day: '日期', turn: '顺序', stop: '站点', township: '镇街', state: '状态', at: '时间' },
  stopOf: (turn, title, team) => `${team} 第 ${turn} 站 ${title}`,
}

const en: Words = {
  for: day => `For ${day}`,
  yesterday: 'Since yesterday',
  figures: { found: 'Found', closed: 'Closed', overdue: 'Overdue', relapsed: 'Relapsed, open', unseen: 'Places long unseen', silent: 'Teams without report', zones: 'New zones' },
  silentNone: 'Every team has reported',
  focus: 'Focus',
  focusHint: 'One line, at the top of every inspector’s phone',
  often: 'Often found these three days',
  use: (title, times) => `${title} (${times} ×)`,
  decisions: 'Decisions',
  routes: 'Routes',
  weights: 'Weights of the proposal (change them)',
  weight: { unseen: 'a day unseen', open: 'an open issue', late: 'an overdue issue', relapsed: 'a relapse', kilometre: 'less for a kilometre', stops: 'stops a team' },
  propose: 'Propose by these',
  planned: 'planned',
  score: n => `score ${n}`,
  reason: { unseen: n => `${n} d unseen`, open: n => `${n} open`, late: n => `${n} overdue`, relapsed: n => `${n} relapsed` },
  up: title => `Move up: ${title}`,
  down: title => `Move down: ${title}`,
  remove: title => `Remove: ${title}`,
  toTeam: title => `To another team: ${title}`,
  moveTown: town => `To another team: ${town}`,
  read: 'Read, will do',
  wasRead: 'read by the team',
  zero: 'Sign: nothing found today',
  zeroHint: 'When the whole team found nothing today, it says so with its signature.',
  zeroSigned: when => `signed ${when}: nothing found today`,
  replace: title => `Replace: ${title}`,
  cancel: title => `Cancel: ${title}`,
  today: 'Today',
  tomorrow: 'Tomorrow',
  add: 'Add a stop',
  publish: 'Publish to the phones',
  republish: 'Publish again',
  published: (when, read, teams) => `published ${when}, read by ${read}/${teams} teams`,
  doubtful: n => `${n} check-ins do not fit their place or code; please look`,
  newer: 'Somebody has just published for that day. Look at it first.',
  noTeams: 'There is no team yet.',
  noTeamsHint: 'Choose how many and their names. Neighbouring townships are put together, and can be moved later.',
  formTeams: n => `Form ${n} teams and divide the townships`,
  teamName: n => `Team ${n}`,
  teamNo: n => `Name of team ${n}`,
  howManyTeams: 'How many teams',
  noPlaces: 'No place to go to in these townships.',
  unreadBy: 'unread: ',
  show: 'Projector',
  steps: { yesterday: 'Since yesterday', focus: 'Focus', routes: 'Routes' },
  fullScreen: 'Full screen',
  doneStops: n => `${n} done`,
  dragHint: 'A team’s digit shows that team alone, 0 all. Drag a stop to another team, or choose one with Tab and press the team’s digit.',
  progress: (done, all) => `${done} of ${all} done`,
  noRoutes: 'No route was published for this day. Routes appear here once the meeting publishes them.',
  columns: { day: 'Day', turn: 'Turn', stop: 'Stop', township: 'Township', state: 'State', at: 'Time' },
  stopOf: (turn, title, team) => `${team}, stop ${turn}: ${title}`,
}

export const meetingWords = words({ zh, en })
