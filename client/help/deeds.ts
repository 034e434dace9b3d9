/** For each command: its name, the message when it is done, and its verb in the feed. */
export const helpDeeds = {
  zh: { countHelp: ['更新求助数', '求助数已更新', '更新求助数'] },
  en: { countHelp: ['Update the number of help requests', 'Number updated', 'number of help requests updated'] },
} as const
