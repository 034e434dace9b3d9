import { words } from './lang.ts'

const zh = {
  title: '事件',
  now: '当前事件',
  go: '进入',
  figures: (found: number, closed: number, followed: number) => `发现 ${found} · 完成 ${closed} · 跟进 ${followed}`,
  since: (when: string) => `${when} 启动`,
  phase: '转换阶段',
  to: '转为',
  reason: '理由（写入记录）',
  change: '确认转换',
  open: '启动新事件',
  code: '编号',
  name: '名称',
  openIt: '启动',
  apart: '每个事件的数据互不相混：问题、班次、物资、照片、权限范围都只属于它自己。',
  level: { city: '您以上级（市级）身份查看：可看全部，只能复查。', county: '您以本级（县级）身份工作。' },
}
const en: typeof zh = {
  title: 'Incidents',
  now: 'this one',
  go: 'Go there',
  figures: (found, closed, followed) => `${found} found · ${closed} closed · ${followed} followed`,
  since: when => `since ${when}`,
  phase: 'Change the phase',
  to: 'To',
  reason: 'Reason (goes into the log)',
  change: 'Change it',
  open: 'Open another incident',
  code: 'Code',
  name: 'Name',
  openIt: 'Open',
  apart: 'Incidents never mix: issues, shifts, supplies, photos belong to one alone.',
  level: { city: 'You are of the level above (city): you read everything and only re-check.', county: 'You work at county level.' },
}

export const incidentWords = words({ zh, en })
