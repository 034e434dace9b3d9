import type { TokenRole } from '../../shared/api/tokens.ts'
import { words } from '../core/language.ts'

interface Words {
  make: string
  hint: string
  name: string
  nameHint: string
  area: string
  areas: Record<TokenRole, string>
  townships: string
  noTownship: string
  manyTownships: (most: number) => string
  unit: string
  ends: string
  may: string
  reads: string
  acts: string
  find: string
  chosen: (n: number) => string
  noneChosen: string
  nothingFound: string
  fresh: string
  copy: string
  shut: string
  end: string
  sure: (name: string) => string
  only: string
  some: (n: number) => string
  until: (day: string) => string
  used: (when: string) => string
  unused: string
  by: (name: string) => string
  ended: (when: string) => string
  over: (when: string) => string
  former: (n: number) => string
  none: string
  reference: string
}

const zh: Words = {
  make: '新建令牌',
  hint: '别的系统凭令牌读取本县数据、下达指令。令牌看得到什么、做得了什么，和同样职责的人一样；它做的每件事都记在它的名下。',
  name: '名称',
  nameHint: '例如 卫健局平台',
  area: '范围',
  areas: { coordinator: '全县（指挥部所见）', viewer: '全县（大屏所见）', officer: '一个或几个镇街', unit: '一个责任单位', overseer: '上级（只读全县汇总数字）' },
  townships: '镇街（可多选）',
  noTownship: '请至少选一个镇街。',
  manyTownships: most => `最多选 ${most} 个镇街；再多请用全县范围。`,
  unit: '责任单位',
  ends: '到期日',
  may: '可以做什么',
  reads: '只读取',
  acts: '读取，并下达选中的指令',
  find: '查找指令',
  chosen: n => `已选 ${n} 条指令`,
  noneChosen: '请至少选一条指令，或改为只读取。',
  nothingFound: '没有这样的指令。',
  fresh: '令牌只显示这一次。请现在复制到那个系统里，不要放进网址、邮件或群聊。',
  copy: '复制',
  shut: '我已存好',
  end: '停用',
  sure: name => `停用 ${name}？它马上不能再用，不能恢复。`,
  only: '只读',
  some: n => `${n} 条指令`,
  until: day => `${day} 到期`,
  used: when => `最近使用 ${when}`,
  unused: '还没有用过',
  by: name => `${name} 建立`,
  ended: when => `${when} 停用`,
  over: when => `${when} 到期`,
  former: n => `已停用或到期的 ${n} 个`,
  none: '还没有令牌。别的系统要用本县数据时，在上面给它建一个。',
  reference: '接口说明',
}

const en: Words = {
  make: 'New token',
  hint: 'With a token another system reads the county’s data and gives commands. It sees and may do what a person with the same duties may; what it does is recorded under its name.',
  name: 'Name',
  nameHint: 'for example Health bureau platform',
  area: 'Area',
  areas: { coordinator: 'Whole county, as headquarters', viewer: 'Whole county, as a wall screen', officer: 'One township or several', unit: 'One responsible unit', overseer: 'Level above: the county’s summary alone' },
  townships: 'Townships (one or several)',
  noTownship: 'Choose at least one township.',
  manyTownships: most => `Choose at most ${most} townships; for more, choose the whole county.`,
  unit: 'Unit',
  ends: 'Ends on',
  may: 'What it may do',
  reads: 'Read only',
  acts: 'Read, and give the chosen commands',
  find: 'Find a command',
  chosen: n => `${n} ${n === 1 ? 'command' : 'commands'} chosen`,
  noneChosen: 'Choose a command, or let it read only.',
  nothingFound: 'No such command.',
  fresh: 'The token is shown this once. Copy it into the other system now; put it in no address, mail or chat.',
  copy: 'Copy',
  shut: 'I have kept it',
  end: 'End',
  sure: name => `End ${name}? It stops working at once and for good.`,
  only: 'reads only',
  some: n => `${n} ${n === 1 ? 'command' : 'commands'}`,
  until: day => `ends on ${day}`,
  used: when => `last used ${when}`,
  unused: 'never used',
  by: name => `made by ${name}`,
  ended: when => `ended ${when}`,
  over: when => `ran out ${when}`,
  former: n => `${n} ended`,
  none: 'No tokens yet. Make one above when another system is to use the county’s data.',
  reference: 'API reference',
}

export const tokenWords = words({ zh, en })
