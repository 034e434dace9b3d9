import { words } from './lang.ts'

const zh = {
  modes: { visit: '督查', sweep: '沿街排查', follow: '跟进监督' },
  states: { planned: '已安排', onSite: '现场中', done: '已签字', cancelled: '已取消' },
  how: { gps: '定位到场', code: '扫码到场', remote: '远程' },
  metres: (m: number) => `距场所 ${m} 米`,
  clean: '未发现问题',
  list: '检查清单',
  answers: { pass: '合格', fail: '不合格', none: '不适用' },
  unanswered: '未查',
  swept: (ok: number, all: number) => `已查 ${all} 户，已张贴 ${ok} 户`,
  places: (n: number) => `涉及场所 ${n} 处`,
  found: '查出的问题',
  noneFound: '没有查出问题。',
  notes: (n: number) => `观察记录 ${n} 条`,
  rest: '其余合格',
  signClean: '签字：未发现问题',
  sign: '签字结束',
}
const en: typeof zh = {
  modes: { visit: 'Inspection', sweep: 'Street sweep', follow: 'Followed' },
  states: { planned: 'Planned', onSite: 'On site', done: 'Signed', cancelled: 'Cancelled' },
  how: { gps: 'there by position', code: 'there by code', remote: 'remote' },
  metres: m => `${m} m from the place`,
  clean: 'Nothing found',
  list: 'Checklist',
  answers: { pass: 'Passes', fail: 'Fails', none: 'Does not apply' },
  unanswered: 'Not checked',
  swept: (ok, all) => `${all} shops checked, ${ok} have it posted`,
  places: n => `${n} places`,
  found: 'Issues found',
  noneFound: 'No issues were found.',
  notes: n => `${n} observations`,
  rest: 'The rest passes',
  signClean: 'Sign: nothing found',
  sign: 'Finish and sign',
}
export const inspectionWords = words({ zh, en })
