import { words } from '../core/language.ts'

interface Words {
  signIn: string
  signingIn: string
  badLink: string
  notNow: string
  again: string
  badLinkHint: string
  noLink: string
  noLinkHint: string
  toBoard: string
  offline: string
  second: string
  left: string
  leftHint: string
  idle: string
  people: string
  add: string
  name: string
  phone: string
  role: string
  team: string
  place: string
  choosePlace: string
  grid: string
  noGrids: string
  auditorHint: string
  teamNo: (no: number) => string
  change: string
  never: string
  signedIn: (when: string) => string
  show: string
  everybody: (n: number) => string
  neverGroup: (n: number) => string
  disabledGroup: (n: number) => string
  neverHint: string
  newLinks: (n: number) => string
  nobody: string
  staff: string
  township: string
  unit: string
  find: string
  newLink: string
  copyLink: string
  disable: string
  devices: string
  wiped: string
  wipedHint: string
  wipedNext: string
  wipedLeft: (work: number, photos: number, drafts: number) => string
  goOn: string
  enable: string
  disabled: string
  sure: (name: string) => string
}

const zh: Words = {
  signIn: '登录一线',
  signingIn: '正在登录 …',
  notNow: '现在还不能登录',
  again: '再试一次',
  badLink: '这个登录链接不能用了',
  badLinkHint: '链接可能已过期或已用过。请找管理员要一个新链接。没发出的内容都在这台设备上，登录后自动发送。',
  noLink: '请用登录链接进入',
  noLinkHint: '一线没有密码。管理员会给每个人一个登录链接，用手机或电脑打开即可。',
  toBoard: '进入地图',
  offline: '连不上服务器，请检查网络后再打开链接。',
  second: '还差一步：二次验证',
  left: '已在这台设备上退出登录',
  idle: '这台设备太久没有打开一线，为保护群众信息，已自动退出。没有送出的内容还在这台设备上。请用新的登录链接进入。',
  leftHint: '现在连不上服务器。一有网络，先结束这次登录，再做别的。没发出的内容都在这台设备上，本人再登录时发送。',
  people: '人员',
  add: '添加人员',
  name: '姓名',
  phone: '电话',
  role: '角色',
  team: '督导组号',
  place: '所在场所',
  choosePlace: '请选择联系人所在的场所。',
  grid: '负责的网格',
  noGrids: '还没有网格，先在“重点人群”里设好。',
  auditorHint: '审计员只看审计日志。登记后由另一名管理员生成登录链接。',
  teamNo: no => `第${no}组`,
  change: '修改',
  never: '还没登录过',
  signedIn: when => `${when} 登录`,
  show: '显示',
  everybody: n => `全部 ${n}`,
  neverGroup: n => `没登录过 ${n}`,
  disabledGroup: n => `已停用 ${n}`,
  neverHint: '登录链接有时限。可为这些人重新生成，旧链接不受影响。',
  newLinks: n => `为 ${n} 人生成新链接`,
  nobody: '没有符合的人。',
  staff: '导入工作人员',
  township: '镇街',
  unit: '责任单位',
  find: '按姓名、电话、角色、单位查找',
  newLink: '新链接',
  copyLink: '复制链接',
  disable: '停用',
  devices: '设备',
  wiped: '这台设备已被远程退出并清除',
  wipedHint: '本人或管理员在别处报失了这台设备。看板、姓名和照片已从这里清除，同时清除：',
  wipedNext: '送达过的内容都在服务器上。要再用这台设备，请向发链接的人要一个新的登录链接，或用别的设备出示登录码后扫码。',
  wipedLeft: (work, photos, drafts) => `没发出的内容 ${work} 条、照片 ${photos} 张、草稿 ${drafts} 份。`,
  goOn: '用这个链接登录',
  enable: '恢复',
  disabled: '已停用',
  sure: name => `停用 ${name}？其所有设备马上退出。`,
}

const en: Words = {
  signIn: 'Sign in to Yixian',
  signingIn: 'Signing in …',
  notNow: 'You cannot be signed in right now',
  again: 'Try again',
  badLink: 'This sign-in link no longer works',
  badLinkHint: 'It may be too old, or used. Ask your administrator for a new one. Unsent work stays on this device and is sent after you sign in.',
  noLink: 'Please come in by your sign-in link',
  noLinkHint: 'There are no passwords. Your administrator gives each person a link; open it on a phone or a computer.',
  toBoard: 'To the board',
  offline: 'The server cannot be reached. Check the network and open the link again.',
  second: 'One more step: your second factor',
  left: 'You are signed out on this device',
  idle: 'The board was not open on this device for too long, so it was signed out to protect people’s data. What was not sent is still on this device. Sign in with a new link.',
  leftHint: 'The server cannot be reached now. Once there is a network, this session is ended before anything else. Unsent work stays on this device and is sent when you sign in again.',
  people: 'People',
  add: 'Add a person',
  name: 'Name',
  phone: 'Phone',
  role: 'Role',
  team: 'Team',
  place: 'Place',
  choosePlace: 'Choose the place that this person speaks for.',
  grid: 'Grid',
  noGrids: 'There are no grids yet: make them on “People who need care”.',
  auditorHint: 'An auditor reads the audit log only. Another administrator then makes their sign-in link.',
  teamNo: no => `team ${no}`,
  change: 'Change',
  never: 'has not signed in yet',
  signedIn: when => `signed in ${when}`,
  show: 'Show',
  everybody: n => `All ${n}`,
  neverGroup: n => `Not signed in yet ${n}`,
  disabledGroup: n => `Disabled ${n}`,
  neverHint: 'Sign-in links expire. New ones can be made for these people; older ones stay as they are.',
  newLinks: n => `Make new links for ${n}`,
  nobody: 'Nobody matches.',
  staff: 'Import staff',
  township: 'Township',
  unit: 'Unit',
  find: 'Find by name, phone, role or place',
  newLink: 'New link',
  copyLink: 'Copy link',
  disable: 'Disable',
  devices: 'Devices',
  wiped: 'This device was signed out and cleared from elsewhere',
  wipedHint: 'Its person or an administrator reported it lost. The board, names and photos are gone from here, and with them:',
  wipedNext: 'What was sent is safe on the server. To use this device again, ask for a new sign-in link, or scan the code that another of your devices shows.',
  wipedLeft: (work, photos, drafts) => `${work} piece${work === 1 ? '' : 's'} of unsent work, ${photos} photo${photos === 1 ? '' : 's'}, ${drafts} draft${drafts === 1 ? '' : 's'}.`,
  goOn: 'Sign in with this link',
  enable: 'Enable',
  disabled: 'Disabled',
  sure: name => `Disable ${name}? They are signed out everywhere at once.`,
}

export const people = words({ zh, en })
