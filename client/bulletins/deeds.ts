/** For each command: its name, the message when it is done, and its verb in the feed. */
export const bulletinDeeds = {
  zh: {
    freezeBulletin: ['日汇总', '日汇总已生成', '生成日汇总'],
    issueBulletin: ['签发通报', '通报已签发', '签发通报'],
    editBulletin: ['写案例和要求', '已保存', '修改通报'],
    readBulletin: ['已读通报', '已读', '读通报'],
    withdrawBulletin: ['撤回通报', '通报已撤回', '撤回通报'],
    confirmSample: ['抽查属实', '已记为整改属实', '抽查属实'],
  },
  en: {
    freezeBulletin: ['Daily summary', 'Summary made', 'summary made'],
    issueBulletin: ['Sign the bulletin', 'Bulletin signed', 'bulletin signed'],
    editBulletin: ['Write cases and requirements', 'Saved', 'bulletin edited'],
    readBulletin: ['Read the bulletin', 'Read', 'bulletin read'],
    withdrawBulletin: ['Withdraw the bulletin', 'Bulletin withdrawn', 'bulletin withdrawn'],
    confirmSample: ['It holds', 'Noted: the fix holds', 'found to hold'],
  },
} as const
