import { words } from '../../core/language.ts'

interface Words {
  readonly plans: string
  readonly intro: string
  readonly none: string
  readonly add: string
  readonly change: string
  readonly title: string
  readonly text: string
  readonly textHint: string
  readonly to: string
  readonly allTownships: string
  readonly teams: string
  readonly allOf: (kind: string, n: number) => string
  readonly publish: string
  readonly next: (version: number) => string
  readonly version: (n: number) => string
  readonly readOf: (n: number, of: number) => string
  readonly unread: (n: number) => string
  readonly allRead: string
  readonly read: string
  readonly haveRead: string
  readonly again: string
  readonly remind: string
  readonly reminded: (when: string) => string
  readonly withdraw: string
  readonly withdrawn: string
  readonly earlier: string
  readonly team: (n: string) => string
  readonly nobody: string
  readonly file: string
  readonly chooseFile: string
  readonly sendingFile: string
  readonly dropFile: string
  readonly fileHint: string
  readonly tooLarge: string
  readonly columns: Readonly<Record<'who' | 'state' | 'at', string>>
}

const zh: Words = {
  plans: '工作方案',
  intro: '方案发给镇街、部门、督导组和场所；每次改版都要重新阅读，谁没有看一目了然。',
  none: '还没有工作方案。',
  add: '发布方案',
  change: '改版',
  title: '标题',
  text: '正文',
  textHint: '以“# ”开头的行是小标题',
  to: '发给',
  allTownships: '各镇街',
  teams: '各督导组',
  allOf: (kind, n) => `${kind}（${n} 处）`,
  publish: '发布',
  next: version => `发布第 ${version} 版`,
  version: n => `第 ${n} 版`,
  readOf: (n, of) => `已阅 ${n} / ${of}`,
  unread: n => `未阅 ${n}`,
  allRead: '全部已阅',
  read: '已阅读',
  haveRead: '本单位已阅',
  again: '有新版，请重新阅读',
  remind: '提醒未阅的',
  reminded: when => `${when} 已提醒`,
  withdraw: '撤下方案',
  withdrawn: '已撤下',
  earlier: '以前的版本',
  team: n => `第 ${n} 组`,
  nobody: '请选择发给谁。',
  file: '附件',
  chooseFile: '添加附件',
  sendingFile: '正在上传……',
  dropFile: '去掉',
  fileHint: 'PDF、Word（.docx）、Excel（.xlsx）或照片，不超过 10 MB。能看方案的人都能下载。',
  tooLarge: '文件超过 10 MB，没有上传。请压缩，或拆成几个方案。',
  columns: { who: '单位', state: '状态', at: '时间' },
}

const en: Words = {
  plans: 'Plans',
  intro: 'Plans go to townships, departments, teams and places. Each new version must be read again; the list shows who has not.',
  none: 'No plans yet.',
  add: 'Publish a plan',
  change: 'New version',
  title: 'Title',
  text: 'Text',
  textHint: 'A line that begins with “# ” is a heading',
  to: 'For',
  allTownships: 'All townships',
  teams: 'All teams',
  allOf: (kind, n) => `${kind} (${n})`,
  publish: 'Publish',
  next: version => `Publish version ${version}`,
  version: n => `Version ${n}`,
  readOf: (n, of) => `read by ${n} of ${of}`,
  unread: n => `${n} have not read it`,
  allRead: 'Everybody has read it',
  read: 'I have read it',
  haveRead: 'Read by your side',
  again: 'There is a new version: please read it again',
  remind: 'Remind those who have not',
  reminded: when => `Reminded ${when}`,
  withdraw: 'Withdraw',
  withdrawn: 'Withdrawn',
  earlier: 'Earlier versions',
  team: n => `Team ${n}`,
  nobody: 'Please choose for whom.',
  file: 'Attached file',
  chooseFile: 'Attach a file',
  sendingFile: 'Sending …',
  dropFile: 'Take away',
  fileHint: 'A PDF, a Word (.docx) or Excel (.xlsx) file or a photo, up to 10 MB. Everybody who sees the plan can download it.',
  tooLarge: 'The file is over 10 MB and was not sent. Make it smaller, or publish several plans.',
  columns: { who: 'For', state: 'State', at: 'When' },
}

export const planWords = words<Words>({ zh, en })
