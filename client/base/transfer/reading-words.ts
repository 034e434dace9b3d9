import type { Aside } from '../../../shared/transfer/set-aside.ts'
import { words } from '../../core/language.ts'

interface Words {
  sheet: string
  rowsOf: (name: string, rows: number) => string
  hidden: (names: string) => string
  head: string
  noHead: string
  headAt: (lines: string) => string
  headMissing: string
  column: (letter: string) => string
  aside: Record<Aside, (n: number) => string>
  filled: (n: number) => string
  cut: (n: number) => string
  asks: (rows: number) => string
  rowsWith: (n: number) => string
  leaveOut: string
  choose: string
  confirm: (n: number) => string
  remember: string
}

const zh: Words = {
  sheet: '工作表',
  rowsOf: (name, rows) => `${name}（${rows} 行）`,
  hidden: names => `隐藏的工作表没有读取：${names}`,
  head: '表头在第几行',
  noHead: '没有表头',
  headAt: lines => `表头：第 ${lines} 行`,
  headMissing: '没有找到表头。请选出表头在哪一行；没有表头就逐列说明每一列是什么。',
  column: letter => `${letter} 列`,
  aside: { above: n => `表头以上 ${n} 行`, total: n => `小计、合计 ${n} 行`, blank: n => `空行 ${n} 行`, head: n => `重复表头 ${n} 行`, note: n => `说明 ${n} 行`, heading: n => `小标题 ${n} 行` },
  filled: n => `合并单元格补齐 ${n} 格`,
  cut: n => `${n} 格文字超过 2000 字，后面的没有读取`,
  asks: rows => `有 ${rows} 行的用词本县没有，或可能指几处，请说明：`,
  rowsWith: n => `${n} 行`,
  leaveOut: '这些行不导入',
  choose: '请选择',
  confirm: n => n ? `确认这 ${n} 个词` : '确认',
  remember: '每个词只问一次，所有行都按它处理。类型、镇街、技能、物资的用词全县记住，以后不再问。',
}

const en: Words = {
  sheet: 'Sheet',
  rowsOf: (name, rows) => `${name} (${rows} rows)`,
  hidden: names => `Hidden sheets were not read: ${names}`,
  head: 'Row of the column names',
  noHead: 'no column names',
  headAt: lines => `Column names in row ${lines}`,
  headMissing: 'No row with column names was found. Choose the row; without one, say what each column is.',
  column: letter => `Column ${letter}`,
  aside: { above: n => `rows above them: ${n}`, total: n => `subtotals and totals: ${n}`, blank: n => `blank rows: ${n}`, head: n => `repeated column names: ${n}`, note: n => `notes: ${n}`, heading: n => `headings: ${n}` },
  filled: n => `cells filled from merged ones: ${n}`,
  cut: n => `Cells longer than 2,000 characters: ${n}; the rest of them was not read`,
  asks: rows => `Words that this county does not know, or that could mean several places, in ${rows === 1 ? '1 row' : `${rows} rows`}. What do they mean?`,
  rowsWith: n => n === 1 ? '1 row' : `${n} rows`,
  leaveOut: 'Leave these rows out',
  choose: 'Choose',
  confirm: n => n > 1 ? `Confirm these ${n} words` : n ? 'Confirm this word' : 'Confirm',
  remember: 'Each word is asked once, for all its rows. The county remembers kinds, townships, skills and items.',
}

export const readingWords = words({ zh, en })
