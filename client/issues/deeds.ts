/** For each command: its name, the message when it is done, and its verb in the feed. */
export const issueDeeds = {
  zh: {
    reportIssue: ['上报问题', '问题已上报', '发现问题'],
    editIssue: ['修改问题', '已修改', '修改内容'],
    moveIssue: ['移动位置', '已移到新位置', '调整位置'],
    commentIssue: ['记一笔', '已记下', '记一笔'],
    attachPhoto: ['补充照片', '照片已加上', '补照片'],
    assignIssue: ['指定责任单位', '已指定责任单位', '指定责任单位'],
    extendIssue: ['延长期限', '期限已延长', '延长期限'],
    advanceIssue: ['推进问题', '已推进', '推进问题'],
    addFinding: ['并入已有问题', '已并入，您的说明和照片都在', '再次发现'],
    readReturns: ['已看退回理由', '已记下您看过', '看了退回理由'],
    giveSlip: ['当场反馈单', '反馈单已送达责任单位', '当场反馈'],
  },
  en: {
    reportIssue: ['Report an issue', 'Issue reported', 'found'],
    editIssue: ['Edit the issue', 'Saved', 'edited'],
    moveIssue: ['Move', 'Moved', 'moved'],
    commentIssue: ['Note', 'Noted', 'noted'],
    attachPhoto: ['Add a photo', 'Photo added', 'photo added'],
    assignIssue: ['Assign', 'Unit assigned', 'unit assigned'],
    extendIssue: ['Give more time', 'More time given', 'deadline extended'],
    advanceIssue: ['Move an issue on', 'Moved on', 'Move an issue on'],
    addFinding: ['Add to the known issue', 'Added, with your words and photos', 'found again'],
    readReturns: ['I have read why', 'Noted that you read it', 'read why it came back'],
    giveSlip: ['Feedback slip', 'The slip is with the unit', 'slip given'],
  },
} as const
