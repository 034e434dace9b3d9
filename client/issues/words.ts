import { words } from '../core/language.ts'

interface Words {
  page: string
  onMap: string
  life: string
  deadline: string
  before: string
  after: string
  noBefore: string
  noAfter: string
  beforeAfter: string
  afterPhoto: string
  askPhoto: Record<'must' | 'please' | 'taken', string>
  parties: string
  editParties: string
  party: Record<'township' | 'unit' | 'keeper' | 'keeperPost', string>
  returns: (n: number) => string
  returnsHint: string
  readAll: string
  wasRead: string
  found: (n: number) => string
  relapses: (n: number) => string
  recheck: string
  recheckRule: (finderToo: boolean) => string
  finder: string
  fixer: string
  other: string
  mayCheck: string
  addTo: string
  addToHint: string
  slips: string
  slip: string
  noToday: string
  inboxOf: Record<'slips' | 'unassigned' | 'untold' | 'returned' | 'late' | 'today' | 'later' | 'unnoted', string>
  inboxEmpty: string
  inboxOthers: string
  rechecks: { sum: (all: number, late: number) => string, late: (n: number) => string, mine: string, noTeam: string, none: string }
  slipNo: (no: string) => string
  toldAt: (when: string) => string
  giveSlip: string
  slipIssues: string
  receiverPost: string
  receiverPostHint: string
  mine: string
  theirs: string
  sign: string
  again: string
  refused: string
  refusedMark: string
  print: string
  slipIntro: string
  when: string
  where: string
  items: string
  dueBy: string
  signaturePending: string
}

const zh: Words = {
  page: '问题全过程',
  onMap: '在地图上看',
  life: '生命线',
  deadline: '期限',
  before: '整改前',
  after: '整改后',
  noBefore: '上报时没有照片',
  noAfter: '还没有整改后的照片',
  beforeAfter: '整改前后',
  afterPhoto: '整改后照片',
  askPhoto: { must: '须拍一张才能提交', please: '请拍一张；没有可拍的可不拍', taken: '可再拍' },
  parties: '四方责任',
  editParties: '修改四方责任',
  party: { township: '属地', unit: '部门', keeper: '单位', keeperPost: '个人（岗位）' },
  returns: n => `被退回或复发 ${n} 次`,
  returnsHint: '提交整改前，请先看完下面的理由。',
  readAll: '我已看完',
  wasRead: '您已看过',
  found: n => `再次发现 ${n} 次`,
  relapses: n => `第 ${n} 次复发`,
  recheck: '由他人复查',
  recheckRule: finderToo => finderToo ? '复查人不得是发现人、整改人' : '复查人不得是整改人',
  finder: '发现人',
  fixer: '整改人',
  other: '需他人复查',
  mayCheck: '您可以复查',
  addTo: '并入这个问题',
  addToHint: '您的说明和照片会留在已有问题里，不另立新号。',
  slips: '现场反馈单',
  slip: '现场反馈单',
  noToday: '今日还没有记录进展',
  inboxOf: { slips: '新到反馈单', unassigned: '还没有责任单位', untold: '已发现，待反馈', returned: '退回，先看理由', late: '已逾期', today: '24 小时内到期', later: '其他待办', unnoted: '挂账，今日未记录' },
  rechecks: { sum: (all, late) => late ? `${all} 件待复查，其中 ${late} 件已超时` : `${all} 件待复查`, late: n => `${n} 件已超时`, mine: '我的组', noTeam: '没有督导组负责的镇街', none: '没有待复查的问题。单位提交整改后，会按督导组列在这里。' },
  inboxOthers: '在办，等其他单位处理或复查',
  inboxEmpty: '没有待办。要您处理的问题会按期限列在这里。',
  slipNo: no => `反馈单 ${no} 号`,
  toldAt: when => `${when} 送达`,
  giveSlip: '当场反馈单',
  slipIssues: '反馈的问题',
  receiverPost: '接收人岗位',
  receiverPostHint: '如：院长、值班负责人（不写姓名）',
  mine: '督查人签名',
  theirs: '接收人签名',
  sign: '用手指在框内签名',
  again: '重签',
  refused: '接收人拒签',
  refusedMark: '拒签',
  print: '打印或存为 PDF',
  slipIntro: '经现场督查，发现下列问题，现当场反馈，请按期整改。',
  when: '反馈时间',
  where: '地点',
  items: '问题',
  dueBy: '整改期限',
  signaturePending: '签名图片还在上传',
}

const en: Words = {
  page: 'The issue’s life',
  onMap: 'On the map',
  life: 'Life line',
  deadline: 'Due',
  before: 'Before',
  after: 'After',
  noBefore: 'reported without a photo',
  noAfter: 'no photo of the fix yet',
  beforeAfter: 'Before and after',
  afterPhoto: 'Photo of the fix',
  askPhoto: { must: 'needed before it can be sent in', please: 'please take one, if there is something to show', taken: 'you may add more' },
  parties: 'Responsible',
  editParties: 'Edit who is responsible',
  party: { township: 'Township', unit: 'Department', keeper: 'Run by', keeperPost: 'In charge (post)' },
  returns: n => `sent or come back ${n} ×`,
  returnsHint: 'Read these reasons before you send in the fix.',
  readAll: 'I have read them',
  wasRead: 'You have read them',
  found: n => `found again ${n} ×`,
  relapses: n => `relapse no. ${n}`,
  recheck: 'Re-checked by others',
  recheckRule: finderToo => finderToo ? 'neither the finder nor the person who fixed it' : 'not the person who fixed it',
  finder: 'Found by',
  fixer: 'Fixed by',
  other: 'somebody else must',
  mayCheck: 'You may re-check it',
  addTo: 'Add to that issue',
  addToHint: 'Your words and photos stay with the known issue; no new number.',
  slips: 'Feedback slips',
  slip: 'Feedback slip',
  noToday: 'nothing written today',
  inboxOf: { slips: 'New slips', unassigned: 'Without a unit', untold: 'Found, not handed over yet', returned: 'Sent back: read why first', late: 'Overdue', today: 'Due within 24 hours', later: 'Later', unnoted: 'Deferred, nothing written today' },
  rechecks: { sum: (all, late) => late ? `${all} to re-check, ${late} of them late` : `${all} to re-check`, late: n => `${n} late`, mine: 'My team', noTeam: 'Townships without a team', none: 'Nothing to re-check. Fixes appear here by team once a unit has sent them in.' },
  inboxOthers: 'Open, waiting for others',
  inboxEmpty: 'Nothing to do. Issues assigned to you appear here by deadline.',
  slipNo: no => `Slip no. ${no}`,
  toldAt: when => `told ${when}`,
  giveSlip: 'Feedback slip',
  slipIssues: 'Issues told',
  receiverPost: 'Post of the receiver',
  receiverPostHint: 'head, duty manager … (no name)',
  mine: 'Inspector signs',
  theirs: 'Receiver signs',
  sign: 'Sign with a finger in the box',
  again: 'Sign again',
  refused: 'The receiver refuses to sign',
  refusedMark: 'refused to sign',
  print: 'Print or save as PDF',
  slipIntro: 'Found and reported on the spot; please fix in time.',
  when: 'Told at',
  where: 'Place',
  items: 'Issues',
  dueBy: 'Due by',
  signaturePending: 'the signature is still on its way',
}

export const lifeWords = words({ zh, en })
