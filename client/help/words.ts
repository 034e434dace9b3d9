import type { HelpState, RideStage } from '../../shared/help/requests.ts'
import { words } from '../core/language.ts'

interface Words {
  title: string
  intro: string
  medical: string
  kind: string
  township: string
  grid: string
  anyGrid: string
  where: string
  whereHint: string
  what: string
  whatHint: string
  name: string
  phone: string
  privacy: string
  notices: string
  send: string
  offline: string
  gone: string
  received: string
  no: string
  code: string
  keep: string
  another: string
  mine: string
  look: string
  lookUp: string
  forget: string
  ring: (phone: string) => string
  states: Record<HelpState, string>
  answered: string
  stages: Record<RideStage, string>
  at: (when: string) => string
  only: { open: string, settled: string }
  hint: string
  none: string
  noneSettled: string
  waits: (span: string) => string
  taken: (who: string) => string
  joined: (n: number) => string
  urgent: string
  open: string
  take: string
  done: string
  decline: string
  answer: string
  answerHint: string
  ride: string
  hospital: string
  vehicle: string
  driver: string
  asked: string
  link: string
  older: string
  sheet: string
  scan: string
  copy: string
  wholeTownship: string
  print: string
  county: string
}

const zh: Words = {
  title: '群众求助',
  intro: '隔离在家、买药、就医、奶粉、生活物资有困难，都可以在这里求助。不用注册。',
  medical: '有生命危险请立即拨打 120。',
  kind: '需要什么',
  township: '镇街',
  grid: '网格',
  anyGrid: '不清楚',
  where: '住址',
  whereHint: '小区、楼栋、房号，或村、组',
  what: '具体情况',
  whatHint: '什么药、几个人、什么时候要',
  name: '称呼（可不填）',
  phone: '联系电话',
  notices: '涉疫场所公告',
  privacy: '您填的内容加密保存，只有处理求助的工作人员能看到，每次查看都有记录，事件结束后销毁。',
  send: '提交求助',
  offline: '没有提交成功：连不上服务器。您填的内容还在，请检查网络后再按一次；急事请直接打电话。',
  gone: '没有这个求助页面。请找社区（村）要新的链接，或拨打镇街值班电话。',
  received: '已收到您的求助',
  no: '编号',
  code: '查询码',
  keep: '请截图或抄下编号和查询码，用它们查进度。别人没有查询码看不到。',
  another: '再提交一件',
  mine: '我的求助',
  look: '查进度',
  lookUp: '查询',
  forget: '从这台设备上清除',
  ring: phone => `拨打值班电话 ${phone}`,
  states: { waiting: '等待接单', taken: '正在处理', done: '已办结', declined: '未能办理' },
  answered: '答复',
  stages: { called: '已派车', left: '已出发', aboard: '已接到人', arrived: '已到医院' },
  at: when => `${when} 提交`,
  only: { open: '待办', settled: '已办结' },
  hint: '紧急的排在最前。打开一件会记录是谁、什么时候看的。',
  none: '没有等待处理的求助。',
  noneSettled: '还没有办结的求助。',
  waits: span => `已等 ${span}`,
  taken: who => `${who} 已接单`,
  joined: n => `同一户又求助 ${n} 次`,
  urgent: '紧急',
  open: '查看',
  take: '接单',
  done: '办结',
  decline: '不能办理',
  answer: '给求助人的答复',
  answerHint: '求助人用查询码能看到这句话',
  ride: '绿色通道',
  hospital: '医院',
  vehicle: '车牌',
  driver: '司机值班电话',
  asked: '求助内容',
  link: '求助二维码',
  older: '再显示更早的',
  sheet: '有困难，扫码求助',
  scan: '扫码直接填写，不用注册',
  copy: '复制链接',
  wholeTownship: '全镇街',
  print: '打印',
  county: '全县',
}

const en: Words = {
  title: 'Help requests',
  intro: 'Locked in, out of medicine, formula or food, or in need of a doctor? Ask here. No account is needed.',
  medical: 'If a life is in danger, ring 120 at once.',
  kind: 'What is needed',
  township: 'Township',
  grid: 'Grid',
  anyGrid: 'Not sure',
  where: 'Address',
  whereHint: 'Estate, building and room, or village and group',
  what: 'What is the matter',
  whatHint: 'Which medicine, how many people, by when',
  name: 'Your name (optional)',
  phone: 'Phone',
  notices: 'Notices about exposure places',
  privacy: 'What you write is kept sealed. Only the people who handle requests can read it, each reading is written down, and it is destroyed after the incident.',
  send: 'Send the request',
  offline: 'Not sent: the server could not be reached. What you typed is still here. Check the network and press again; if it is urgent, ring.',
  gone: 'There is no such page. Ask your community or village for a new link, or ring the duty phone of your township.',
  received: 'Your request has arrived',
  no: 'Number',
  code: 'Status code',
  keep: 'Take a picture of the number and the code, or write them down: with them you see what becomes of it. Nobody can see it without the code.',
  another: 'Send another',
  mine: 'My requests',
  look: 'See what became of it',
  lookUp: 'Look it up',
  forget: 'Remove from this device',
  ring: phone => `Ring the duty phone ${phone}`,
  states: { waiting: 'Waiting', taken: 'In hand', done: 'Done', declined: 'Could not be done' },
  answered: 'Answer',
  stages: { called: 'Vehicle sent', left: 'On its way', aboard: 'Picked up', arrived: 'At the hospital' },
  at: when => `sent ${when}`,
  only: { open: 'Open', settled: 'Settled' },
  hint: 'Urgent requests stand first. Opening one is written down, with who and when.',
  none: 'No request waits.',
  noneSettled: 'No request has been settled yet.',
  waits: span => `waiting for ${span}`,
  taken: who => `taken by ${who}`,
  joined: n => n === 1 ? 'the household asked once more' : `the household asked ${n} more times`,
  urgent: 'Urgent',
  open: 'Open',
  take: 'Take it',
  done: 'Done',
  decline: 'Cannot be done',
  answer: 'Answer to the requester',
  answerHint: 'The requester reads this with the status code',
  ride: 'Green channel',
  hospital: 'Hospital',
  vehicle: 'Number plate',
  driver: 'Driver’s duty phone',
  asked: 'What was asked',
  link: 'QR code for requests',
  older: 'Show older ones',
  sheet: 'In need? Scan and ask for help',
  scan: 'Scan, write, send: no account is needed',
  copy: 'Copy link',
  wholeTownship: 'The whole township',
  print: 'Print',
  county: 'The whole county',
}

export const helpWords = words({ zh, en })
