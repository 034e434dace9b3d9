/** For each command: its name, the message when it is done, and its verb in the feed. */
export const bulletinDeeds = {
  zh: {
    freezeBulletin: ['日汇总', '日汇总已生成', '生成日汇总'],
    issueBulletin: ['签发通报', '通报已签发', '签发通报'],
    confirmSample: ['抽查属实', '已记为整改属实', '抽查属实'],
  },
  en: {
    freezeBulletin: ['Daily summary', 'Summary made', 'summary made'],
    issueBulletin: ['Sign the bulletin', 'Bulletin signed', 'bulletin signed'],
    confirmSample: ['It holds', 'Noted: the fix holds', 'found to hold'],
  },
} as const
