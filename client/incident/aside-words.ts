import { words } from '../core/language.ts'
import { named } from '../core/record-words.ts'

const zh = {
  title: '读不出的记录',
  none: '没有。这个事件保存的记录都能读出。',
  some: (count: number) => `有 ${count} 条记录读不出，已搁置，其余照常使用。原文仍在数据库里，没有改动；请把下面的内容交给维护人员。`,
  now: '当前记录',
  written: (seq: number) => `第 ${seq} 条操作写入`,
  log: '操作记录',
  unknown: '未知种类',
}
const en: typeof zh = {
  title: 'Records that cannot be read',
  none: 'None. Everything kept of this incident can be read.',
  some: count => `${count} cannot be read and ${count === 1 ? 'is' : 'are'} set aside; everything else works as usual. What was written is unchanged in the database. Give the lines below to the person who maintains the server.`,
  now: 'as it stands now',
  written: seq => `written by operation ${seq}`,
  log: 'Log',
  unknown: 'Unknown kind',
}

export const asideWords = words({ zh, en })

/** The name of a kind. The kind may be unknown here, since the record could not be read. */
export const asideKind = (kind: string): string =>
  kind === 'log' ? asideWords.value.log : Object.entries(named.value.kinds).find(([one]) => one === kind)?.[1] ?? `${asideWords.value.unknown} ${kind}`
