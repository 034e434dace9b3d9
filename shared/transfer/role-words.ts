import type { Role } from '../core/actor.ts'
import { plainWord } from './county-words.ts'

/** The words by which lists name each role, besides those on screen. An auditor comes from no list. A word that names a rank (科长, 院长) is no role: the person is asked. */
const said: Readonly<Record<Exclude<Role, 'system' | 'auditor'>, readonly string[]>> = {
  coordinator: ['协调员', '指挥部', '指挥部人员', 'coordinator', 'headquarters'],
  inspector: ['督导组', '督导员', '督导', '督查员', 'inspector'],
  officer: ['镇街', '镇街干部', '镇干部', '镇街人员', 'officer', 'township'],
  unit: ['责任单位', '部门', '单位', 'unit'],
  volunteer: ['志愿者', '志愿者人员', 'volunteer'],
  viewer: ['大屏', 'viewer'],
  admin: ['管理员', '系统管理员', 'admin', 'administrator'],
  overseer: ['上级督导', '市级督导', 'overseer'],
  contact: ['场所联系人', '联系人', '隔离点负责人', '学校联系人', '企业联系人', 'contact'],
  gridWorker: ['网格员', '网格', '网格长', '专职网格员', 'grid worker'],
}
const roles = new Map(Object.entries(said).flatMap(([role, words]) => words.map(word => [plainWord(word), role as Role] as const)))

/** The role that a word in a list names, or undefined. */
export const roleOf = (word: string): Role | undefined => roles.get(plainWord(word))
