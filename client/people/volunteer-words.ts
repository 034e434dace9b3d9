import type { RosterFault, RosterMeaning } from '../../shared/transfer/roster-rows.ts'
import { words } from '../core/language.ts'

interface Words {
  waiting: string
  waitingNone: string
  waitingFor: (n: number) => string
  declared: string
  trainings: string
  twins: (n: number) => string
  consented: string
  approve: string
  decline: string
  sureDecline: (name: string) => string
  links: string
  linksHint: string
  uses: string
  days: string
  daysOf: (n: number) => string
  make: string
  fresh: string
  left: (n: number) => string
  until: (time: string) => string
  county: string
  revoke: string
  sureRevoke: string
  noLinks: string
  roster: string
  takenBack: (gone: number, stayed: number) => string
  rosterHint: string
  columns: Record<RosterMeaning, string>
  faults: Record<RosterFault, string>
  good: (n: number) => string
  bad: (n: number) => string
  known: (n: number) => string
  added: (n: number) => string
  enter: (n: number) => string
  passOver: string
  linkFile: string
  linkHead: readonly [string, string, string, string]
  linkNote: string
  addedLinks: string
  addedLinksHint: string
  handedOut: string
  printLinks: string
  linkCards: string
  cardHint: string
  noAddedLinks: string
  sureHandedOut: string
  qr: string
  qrOf: (name: string) => string
  join: string
  joinHint: string
  name: string
  phone: string
  phoneWrong: string
  township: string
  skills: string
  myTrainings: string
  myTrainingsHint: string
  consent: string
  send: string
  offline: string
  badLink: string
  badLinkHint: string
  already: string
  notYet: string
  notYetHint: string
  notYetQueue: (n: number) => string
  steps: { signedUp: string, checked: string, checkedHint: (township: string) => string, choose: string, chooseHint: string }
  approved: string
}

const zh: Words = {
  waiting: '待批准',
  waitingNone: '没有人在等批准。有人报名时这里马上显示。',
  waitingFor: n => `${n} 人待批准`,
  declared: '本人自述',
  trainings: '确认已有的培训和同意',
  twins: n => `另有 ${n} 人登记了同一个电话，请核对是不是同一个人。`,
  consented: '已同意个人信息用途',
  approve: '批准',
  decline: '不批准',
  sureDecline: name => `不批准 ${name}？其设备马上退出。`,
  links: '报名链接',
  linksHint: '发到微信群，或打印二维码。打开链接的人填好后等您批准，批准前不能报班。',
  uses: '可供多少人报名',
  days: '几天内有效',
  daysOf: n => `${n} 天`,
  make: '生成链接',
  fresh: '链接只显示这一次，请现在复制或截图。',
  left: n => `还可报 ${n} 人`,
  until: time => `${time} 前有效`,
  county: '全县',
  revoke: '作废',
  sureRevoke: '用这个链接的人不能再报名，不能恢复，只能生成新链接。',
  noLinks: '还没有有效的报名链接。',
  roster: '导入名单',
  takenBack: (gone, stayed) => `已撤销：${gone} 人停用，链接作废${stayed ? `；${stayed} 人已登录过，保留` : ''}`,
  rosterHint: '单位或村居现成的志愿者名单（Excel 或 CSV），最多 2000 人。名单内的人视为组织已批准；同一电话不会重复加入。',
  columns: { name: '姓名', phone: '电话', township: '镇街', skills: '技能', trained: '培训与同意' },
  faults: { no_name: '没有姓名', long_name: '姓名超过 40 字', bad_phone: '电话不对', lost_digits: '电话成了科学计数法，位数已丢失；请在 Excel 里把这一列设成“文本”再填', no_township: '没写镇街', other_township: '不是您的镇街', left_out: '按您的选择不导入', twice: '与上面某行电话相同', too_many: '超过 2000 人，请分成几份' },
  good: n => `可加入 ${n} 人`,
  bad: n => `${n} 行有问题，不影响其他人`,
  known: n => `${n} 人电话已登记，未重复加入`,
  added: n => `已加入 ${n} 人`,
  enter: n => `加入 ${n} 人`,
  passOver: '不记这一项',
  linkFile: '下载登录链接',
  linkHead: ['姓名', '电话', '登录链接', '说明'],
  linkNote: '只能用一次，请单独发给本人',
  addedLinks: '新加入人员的登录链接',
  addedLinksHint: '服务器不保存这些链接，它们只在这台设备的这个页面上。请下载文件，或逐个复制、扫码交给本人；全部交出后再收起。',
  handedOut: '已全部交出，收起',
  printLinks: '打印登录卡',
  linkCards: '登录卡',
  cardHint: '用手机扫码登录。只能用一次，请勿转给他人。',
  noAddedLinks: '这台设备上没有待交出的登录链接。新加入人员或重新生成链接后再来打印。',
  sureHandedOut: '收起后这些链接不再显示，只能逐人重新生成。',
  qr: '二维码',
  qrOf: name => `${name}的登录二维码`,
  join: '志愿者报名',
  joinHint: '填一分钟，组织批准后就能选班次。',
  name: '姓名',
  phone: '手机号',
  phoneWrong: '请填 7 至 20 位数字的电话',
  township: '所在镇街',
  skills: '我会（可不选）',
  myTrainings: '我已具备（可不选）',
  myTrainingsHint: '高风险岗位要求这些，批准人会核对。',
  consent: '我自愿报名，同意本次事件的指挥部和所在镇街为联系和排班使用我的姓名、电话；加密保存，每次查看都有记录。',
  send: '报名',
  offline: '连不上服务器，填的内容还在，请检查网络后再点“报名”。',
  badLink: '这个报名链接不能用了',
  badLinkHint: '可能已过期、已满或已作废。请向发链接的人要一个新的。',
  already: '这台设备已登录',
  notYet: '等待组织批准',
  notYetHint: '已收到您的报名。批准后这一页自动换成班次表，不用刷新。',
  notYetQueue: n => `这台手机上有 ${n} 条内容还没有发出，批准后自动发送。`,
  steps: {
    signedUp: '已报名',
    checked: '组织核对',
    checkedHint: township => `${township ? `${township}或` : ''}指挥部核对您的信息，可能会打电话给您。`,
    choose: '选班次',
    chooseHint: '批准后就能报班。可以先关掉页面，之后在这台手机上再打开即可。',
  },
  approved: '组织已批准，现在可以报名班次了。',
}

const en: Words = {
  waiting: 'Waiting for approval',
  waitingNone: 'Nobody is waiting. New sign-ups appear here at once.',
  waitingFor: n => `${n} waiting`,
  declared: 'Says they have',
  trainings: 'Confirm trainings and consents',
  twins: n => `${n} more with the same number: is it the same person?`,
  consented: 'Consented to the use of their details',
  approve: 'Approve',
  decline: 'Decline',
  sureDecline: name => `Decline ${name}? They are signed out at once.`,
  links: 'Sign-up links',
  linksHint: 'Send it to a group, or print the QR code. People who open it fill in a form and wait for your approval; nobody takes a shift before.',
  uses: 'For how many people',
  days: 'Valid for',
  daysOf: n => n === 1 ? '1 day' : `${n} days`,
  make: 'Make a link',
  fresh: 'The link is shown this once. Copy it now.',
  left: n => `${n} left`,
  until: time => `until ${time}`,
  county: 'Whole county',
  revoke: 'Revoke',
  sureRevoke: 'Nobody can sign up with this link any more. It cannot be restored, only made anew.',
  noLinks: 'No link is open.',
  roster: 'Import a list',
  takenBack: (gone, stayed) => `Undone: ${gone} disabled, their links ended${stayed ? `; ${stayed} have signed in and stay` : ''}`,
  rosterHint: 'The list of an organisation or a village (Excel or CSV), up to 2,000 people. People on it count as approved; the same number is not added twice.',
  columns: { name: 'Name', phone: 'Phone', township: 'Township', skills: 'Skills', trained: 'Trainings and consents' },
  faults: { no_name: 'No name', long_name: 'Name longer than 40', bad_phone: 'Not a phone number', lost_digits: 'The number was shortened to the scientific form and lost digits; make the column text in Excel and fill it in again', no_township: 'No township', other_township: 'Not your township', left_out: 'Left out, as you chose', twice: 'Same number as a row above', too_many: 'More than 2,000; split the list' },
  good: n => `${n} can be added`,
  bad: n => `${n} rows have a problem; they stop no other`,
  known: n => `${n} numbers are known and were not added again`,
  added: n => `${n} added`,
  enter: n => `Add ${n}`,
  passOver: 'Pass it over',
  linkFile: 'Download the sign-in links',
  linkHead: ['Name', 'Phone', 'Sign-in link', 'Note'],
  linkNote: 'Good once; hand it to that person alone',
  addedLinks: 'Sign-in links of the people added',
  addedLinksHint: 'The server does not keep these links. They are on this page of this device only. Download the file, or copy or scan them one by one. Put them away once all are handed out.',
  handedOut: 'All handed out, put away',
  printLinks: 'Print sign-in cards',
  linkCards: 'Sign-in cards',
  cardHint: 'Scan it with the phone to sign in. Good once; do not pass it on.',
  noAddedLinks: 'There are no sign-in links on this device. Add people or make new links, then print.',
  sureHandedOut: 'They are not shown again; a new one must then be made for each person.',
  qr: 'QR code',
  qrOf: name => `Sign-in QR code of ${name}`,
  join: 'Volunteer',
  joinHint: 'One minute to fill in. Once approved you choose your shifts.',
  name: 'Name',
  phone: 'Mobile phone',
  phoneWrong: 'A phone number of 7 to 20 digits, please',
  township: 'Township',
  skills: 'I can (optional)',
  myTrainings: 'I have (optional)',
  myTrainingsHint: 'Posts of high risk require these; the approver checks.',
  consent: 'I volunteer, and agree that headquarters and my township use my name and phone to reach me and to plan shifts in this incident. They are kept encrypted, and each reading is recorded.',
  send: 'Sign up',
  offline: 'The server cannot be reached. What you typed is still here; check the network and press again.',
  badLink: 'This sign-up link no longer works',
  badLinkHint: 'It may be too old, full, or revoked. Ask the sender for a new one.',
  already: 'Somebody is signed in on this device',
  notYet: 'Waiting for approval',
  notYetHint: 'We have your sign-up. Once you are approved this page turns into the list of shifts by itself.',
  notYetQueue: n => `${n} on this phone not sent yet. It is sent once you are approved.`,
  steps: {
    signedUp: 'Signed up',
    checked: 'Checked by the organisation',
    checkedHint: township => `${township ? `${township} or headquarters` : 'Headquarters'} checks your details and may call you.`,
    choose: 'Choose your shifts',
    chooseHint: 'Once approved you can take shifts. You may close this page and open it again later on this phone.',
  },
  approved: 'You are approved, and can take shifts now.',
}

export const volunteerWords = words({ zh, en })
