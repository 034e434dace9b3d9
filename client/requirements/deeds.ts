/** For each command: its name, the message when it is done, and its verb in the feed. */
export const requirementDeeds = {
  zh: {
    fulfil: ['登记完成', '已登记', '登记应办事项'],
    withdrawFulfilment: ['撤回登记', '登记已撤回', '撤回应办登记'],
    changeRequirement: ['修改防控要求', '新要求已生效', '修改防控要求'],
  },
  en: {
    fulfil: ['Note as done', 'Noted', 'due act done'],
    withdrawFulfilment: ['Take the note back', 'Note taken back', 'note of a due act taken back'],
    changeRequirement: ['Change a requirement', 'The new version is in force', 'requirement changed'],
  },
} as const
