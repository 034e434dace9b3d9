import { words } from '../core/language.ts'

/** What somebody with an account can ask for: a copy of what is kept about them, and its deletion. */
export const subjectWords = words({
  zh: {
    copy: '本人信息副本',
    forget: '删除个人信息',
    sure: (name: string) => `永久删除 ${name} 的姓名、电话、备注、填报和提醒方式，账号不能再用；工作记录留下，不再指向任何人。`,
    nameless: '（个人信息已删除）',
    what: '项目',
    content: '内容',
    note: '备注',
    skills: '技能和培训',
    device: '设备',
    login: '统一登录账号',
    told: '怎样提醒本人',
    reading: '记录',
  },
  en: {
    copy: 'Copy of their data',
    forget: 'Delete personal data',
    sure: (name: string) => `Deletes name, phone, note, declarations and mail address of ${name} for good; the account ends. Their work stays and names nobody.`,
    nameless: '(personal data deleted)',
    what: 'Item',
    content: 'Content',
    note: 'Note',
    skills: 'Skills and trainings',
    device: 'Device',
    login: 'Name for single sign-on',
    told: 'How they are told',
    reading: 'Record',
  },
})
