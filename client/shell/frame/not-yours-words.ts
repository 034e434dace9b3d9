import { words } from '../../core/language.ts'

export const notYoursWords = words({
  zh: {
    closed: '未开放',
    notYours: '这一页不对您的角色开放',
    notYoursWhy: (role: string) => `您现在的身份是“${role}”。如果工作需要，请联系系统管理员。您可以打开：`,
    notUsed: '本县未启用这项工作',
    notUsedWhy: '本县的设置中没有启用这一部分，因此没有人能打开。您可以打开：',
  },
  en: {
    closed: 'Not open',
    notYours: 'This page is not open to your role',
    notYoursWhy: (role: string) => `You are signed in as: ${role}. If your work needs this page, ask the administrator. You can open:`,
    notUsed: 'This county does not use this part',
    notUsedWhy: 'It is left out in the county’s settings, so it opens for nobody. You can open:',
  },
})
