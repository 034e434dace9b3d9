/** For each command: its name, the message when it is done, and its verb in the feed. */
export const recoveryDeeds = {
  zh: {
    registerRecovery: ['建立复工复学档案', '档案已建立', '建立复工复学档案'],
    describeRecovery: ['修改档案', '已保存', '修改复工复学档案'],
    haltPlace: ['停工停课', '已登记停工停课', '登记停工停课'],
    fileReopening: ['申请恢复', '申请已提交', '申请复工复学'],
    checkReopening: ['现场核查通过', '核查已登记，等待批准', '现场核查通过'],
    approveReopening: ['批准恢复', '已批准', '批准复工复学'],
    refuseReopening: ['退回申请', '已退回', '退回复工复学申请'],
    confirmReopening: ['登记已恢复', '已登记恢复', '已复工复学'],
    relapsePlace: ['再次停工停课', '已登记再次停工停课', '登记再次停工停课'],
    sendSelfReport: ['报送今日自查', '今日自查已报送', '报送健康监测和消杀'],
    checkSelfReport: ['抽查自查报告', '抽查已登记', '抽查自查报告'],
  },
  en: {
    registerRecovery: ['Open reopening files', 'Files opened', 'reopening files opened'],
    describeRecovery: ['Change the file', 'Saved', 'reopening file changed'],
    haltPlace: ['Halt', 'Halted', 'place halted'],
    fileReopening: ['Apply to reopen', 'Application sent', 'application to reopen'],
    checkReopening: ['Passed on site', 'Check noted; approval comes next', 'checked on site'],
    approveReopening: ['Approve', 'Approved', 'reopening approved'],
    refuseReopening: ['Send back', 'Sent back', 'application sent back'],
    confirmReopening: ['Note as reopened', 'Noted as reopened', 'reopened'],
    relapsePlace: ['Halt again', 'Halted again', 'halted again'],
    sendSelfReport: ['Send today’s report', 'Today’s report is sent', 'health and disinfection reported'],
    checkSelfReport: ['Spot check of a report', 'Spot check noted', 'report spot-checked'],
  },
} as const
