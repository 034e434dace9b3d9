import { words } from '../core/language.ts'

interface Words {
  leader: string
  members: string
  phone: string
  vehicle: string
  townships: string
  here: string
  since: (time: string) => string
  left: (time: string) => string
  notOut: string
  route: string
  noRoute: string
  nobody: string
  addMember: string
  addMemberOf: (no: number | null) => string
  removeMember: (name: string) => string
  none: string
}

const zh: Words = {
  leader: '组长',
  members: '组员',
  phone: '值班电话',
  vehicle: '车辆',
  townships: '包片镇街',
  here: '现在位置',
  since: time => `${time} 到场`,
  left: time => `${time} 离开`,
  notOut: '今天还没有到场记录',
  route: '今日路线',
  noRoute: '今天没有安排路线。',
  nobody: '未定',
  addMember: '加组员',
  addMemberOf: no => no ? `（${no} 组）` : '',
  removeMember: name => `移出本组：${name}`,
  none: '未登记',
}

const en: Words = {
  leader: 'Leader',
  members: 'Members',
  phone: 'Duty phone',
  vehicle: 'Vehicle',
  townships: 'Townships',
  here: 'Where now',
  since: time => `on site since ${time}`,
  left: time => `left at ${time}`,
  notOut: 'No check-in yet today',
  route: 'Today’s route',
  noRoute: 'No route is planned today.',
  nobody: 'nobody yet',
  addMember: 'Add a member',
  addMemberOf: no => no ? ` (team ${no})` : '',
  removeMember: name => `Remove ${name} from the team`,
  none: 'not entered',
}

export const teamWords = words({ zh, en })
