import { words } from '../core/language.ts'

interface Words {
  intro: string
  tokens: string
  document: string
  steps: string
  lists: string
  commands: string
  kinds: string
  codes: string
  find: string
  found: (n: number) => string
  nothing: string
  field: string
  type: string
  needed: string
  yes: string
  limits: string
  example: string
  more: string
  preset: (value: string) => string
  none: string
  noFields: string
  types: Readonly<Record<string, string>>
  roles: Readonly<Record<string, string>>
  of: string
}

const zh: Words = {
  intro: '别的系统凭令牌读取记录、下达指令、跟进变化。下面列出每条指令和每类记录，由本系统的规则自动生成。',
  tokens: '管理令牌',
  document: 'OpenAPI 文件',
  steps: '怎样用',
  lists: '指令、记录与拒绝代码',
  commands: '指令',
  kinds: '记录',
  codes: '拒绝代码',
  find: '查找',
  found: n => `${n} 项`,
  nothing: '没有相符的内容。请换一个词。',
  field: '字段',
  type: '内容',
  needed: '必填',
  yes: '是',
  limits: '限制',
  example: '示例',
  more: '以及',
  preset: value => `默认 ${value}`,
  none: '或空',
  noFields: '没有字段。',
  types: { string: '文字', number: '数', integer: '整数', boolean: '是否', object: '组合', array: '列表', choice: '选一', any: '任意', Id: '编号', NewId: '新编号', Instant: '时刻（毫秒）', Day: '日期', Lng: '经度', Lat: '纬度', Count: '件数（≥ 1）', Tally: '数量（≥ 0）' },
  roles: { coordinator: '全县', viewer: '全县（大屏）', officer: '镇街', unit: '责任单位' },
  of: '令牌范围',
}

const en: Words = {
  intro: 'With a token other systems read records, give commands and follow what changes. Every command and kind is listed below, made from the board’s own rules.',
  tokens: 'Tokens',
  document: 'OpenAPI document',
  steps: 'How to use it',
  lists: 'Commands, records and refusals',
  commands: 'Commands',
  kinds: 'Records',
  codes: 'Refusals',
  find: 'Find',
  found: n => `${n} found`,
  nothing: 'Nothing fits. Try another word.',
  field: 'Field',
  type: 'Holds',
  needed: 'Needed',
  yes: 'yes',
  limits: 'Limits',
  example: 'Example',
  more: 'and',
  preset: value => `default ${value}`,
  none: 'or null',
  noFields: 'No fields.',
  types: { string: 'text', number: 'number', integer: 'whole number', boolean: 'true or false', object: 'object', array: 'list', choice: 'one of', any: 'anything', Id: 'id', NewId: 'new id', Instant: 'moment (ms)', Day: 'day', Lng: 'longitude', Lat: 'latitude', Count: 'count, from 1', Tally: 'count, from 0' },
  roles: { coordinator: 'whole county', viewer: 'whole county (screen)', officer: 'township', unit: 'unit' },
  of: 'Tokens of',
}

export const referenceWords = words({ zh, en })
