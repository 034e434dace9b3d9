import { words } from '../../core/language.ts'

export const pageWords = words({
  zh: {
    groups: { map: '地图', issues: '问题', inspections: '督查', duty: '值守', testing: '检测', supplies: '物资', bulletins: '通报', places: '场所', care: '民生', manage: '管理' },
    rail: '主导航',
    tabs: (group: string) => `${group}的页面`,
    waiting: (n: number) => `${n} 件待处理`,
    keys: (key: string) => `按 G 再按 ${key}`,
    help: '快捷键',
    find: '查找场所、问题、镇街和页面',
    report: '上报问题',
    close: '关闭打开的面板',
  },
  en: {
    groups: { map: 'Map', issues: 'Issues', inspections: 'Visits', duty: 'Duty', testing: 'Testing', supplies: 'Supplies', bulletins: 'Reports', places: 'Places', care: 'Care', manage: 'Admin' },
    rail: 'Main navigation',
    tabs: (group: string) => `Pages of ${group}`,
    waiting: (n: number) => `${n} waiting`,
    keys: (key: string) => `press G, then ${key}`,
    help: 'Keyboard',
    find: 'Find places, issues, townships and pages',
    report: 'Report an issue',
    close: 'Close the open panel',
  },
})
