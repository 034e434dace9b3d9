/** For each command: what it is called, what is said when it is done, and the verb of the feed. */
export const issueDeeds = {
  zh: {
    addFinding: ['并入已有问题', '已并入，您的说明和照片都在', '再次发现'],
    readReturns: ['已看退回理由', '已记下您看过', '看了退回理由'],
    giveSlip: ['当场反馈单', '反馈单已送达责任单位', '当场反馈'],
  },
  en: {
    addFinding: ['Add to the known issue', 'Added, with your words and photos', 'found again'],
    readReturns: ['I have read why', 'Noted that you read it', 'read why it came back'],
    giveSlip: ['Feedback slip', 'The slip is with the unit', 'slip given'],
  },
} as const
