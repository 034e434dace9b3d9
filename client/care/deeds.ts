/** For each command: its name, the message when it is done, and its verb in the feed. */
export const careDeeds = {
  zh: {
    addGrid: ['新设网格', '网格已设好', '新设网格'],
    editGrid: ['修改网格', '网格已修改', '修改网格'],
    countCare: ['更新网格人数', '人数已更新', '更新网格人数'],
    alarmCare: ['查阅过量报警', '已报警', '查阅过量报警'],
  },
  en: {
    addGrid: ['Add a grid', 'Grid added', 'grid added'],
    editGrid: ['Change the grid', 'Grid changed', 'grid changed'],
    countCare: ['Update the figures of grids', 'Figures updated', 'figures of grids updated'],
    alarmCare: ['Alarm about bulk reading', 'Alarm given', 'alarm about bulk reading'],
  },
} as const
