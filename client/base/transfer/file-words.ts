import { words } from '../../core/language.ts'

interface Words {
  excel: string
  making: (name: string) => string
  rows: (made: number, all: number) => string
  packing: string
  stop: string
  failed: (name: string) => string
  why: Record<'too_slow' | 'broken', string>
  again: string
  coming: string
  missing: string
}

const zh: Words = {
  excel: '导出 Excel',
  making: name => `正在生成 ${name}`,
  rows: (made, all) => `${made} / ${all} 行`,
  packing: '正在写成文件 …',
  stop: '停止',
  failed: name => `没有生成 ${name}`,
  why: {
    too_slow: '这台设备用了太久，已停止。系统里的数据没有变。请先筛选、减少行数，再试一次。',
    broken: '浏览器写不出这个文件。系统里的数据没有变。请再试一次；仍不行就关掉别的页面，或换一台电脑。',
  },
  again: '再试一次',
  coming: '正在生成 …',
  missing: '没有取得文件，系统里的数据没有变。请检查网络后再试。',
}

const en: Words = {
  excel: 'Export to Excel',
  making: name => `Making ${name}`,
  rows: (made, all) => `${made} of ${all} rows`,
  packing: 'Writing the file …',
  stop: 'Stop',
  failed: name => `${name} was not made`,
  why: {
    too_slow: 'This device took too long, and the work was stopped. The data on the server is unchanged. Filter to fewer rows and try again.',
    broken: 'The browser could not write the file. The data on the server is unchanged. Try again; if it still fails, close other pages or use another computer.',
  },
  again: 'Try again',
  coming: 'Making it …',
  missing: 'The file did not arrive. The data on the server is unchanged; check the network and try again.',
}

export const fileWords = words({ zh, en })
