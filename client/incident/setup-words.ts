import type { SetupStep } from './setup.ts'
import { words } from '../core/language.ts'

interface Words { title: string, away: string, done: string, progress: (done: number, all: number) => string, steps: Record<SetupStep, string>, hints: Record<SetupStep, string> }

const zh: Words = {
  title: '开始使用',
  away: '收起，不再显示',
  done: '已完成',
  progress: (done, all) => `${done}/${all}`,
  steps: { places: '导入场所', people: '添加人员', teams: '设督导组', posts: '设岗位', stock: '录入库存', publish: '发布今日重点和路线' },
  hints: { places: '各部门的 Excel 名册直接可读', people: '逐个添加，或导入名单、打印登录卡', teams: '设几个组、分管哪些镇街', posts: '卡口、采样点、隔离点的班次', stock: '仓库现有的物资', publish: '各组和镇街马上看到' },
}
const en: Words = {
  title: 'Getting started',
  away: 'Put away for good',
  done: 'Done',
  progress: (done, all) => `${done} of ${all}`,
  steps: { places: 'Import places', people: 'Add people', teams: 'Form teams', posts: 'Set up posts', stock: 'Enter stock', publish: 'Publish today’s focus and routes' },
  hints: { places: 'Excel lists of departments are read as they are', people: 'One by one, or from a list; print sign-in cards', teams: 'How many, and which townships each has', posts: 'Shifts at checkpoints, sampling and quarantine sites', stock: 'What the depots hold now', publish: 'Teams and townships see it at once' },
}

export const setupWords = words({ zh, en })
