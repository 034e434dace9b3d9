/** For each command: its name, the message when it is done, and its verb in the feed. */
export const noticeDeeds = {
  zh: {
    giveNotices: ['发提醒', '提醒已发出', '发出提醒'],
    readNotices: ['标为已读', '已读', '看了提醒'],
    issueLetter: ['发督办函', '督办函已发出', '发督办函'],
  },
  en: {
    giveNotices: ['Give notices', 'Notices given', 'notices given'],
    readNotices: ['Mark as read', 'Read', 'read notices'],
    issueLetter: ['Send a letter', 'Letter sent', 'letter sent'],
  },
} as const
