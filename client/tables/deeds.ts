/** For each command: its name, the message when it is done, and its verb in the feed. */
export const tableDeeds = {
  zh: {
    saveTable: ['保存表格', '表格已保存', '保存表格'],
    removeTable: ['删除表格', '表格已删除', '删除表格'],
    scheduleTable: ['定时发送', '定时发送已保存', '设置表格的定时发送'],
  },
  en: {
    saveTable: ['Save the table', 'Table saved', 'table saved'],
    removeTable: ['Remove the table', 'Table removed', 'table removed'],
    scheduleTable: ['Send each day', 'The daily sending is saved', 'daily sending of a table set'],
  },
} as const
