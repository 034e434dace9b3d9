/** For each command: its name, the message when it is done, and its verb in the feed. */
export const testingDeeds = {
  zh: {
    openRound: ['开始新一轮', '新一轮已开始', '开始新一轮检测'],
    closeRound: ['结束本轮', '本轮已结束', '结束一轮检测'],
    reopenRound: ['恢复本轮', '本轮已恢复', '恢复一轮检测'],
    setSite: ['保存应检人数', '应检人数已保存', '调整采样点'],
    dropSite: ['移出本轮', '已移出本轮', '移出采样点'],
    recordSampling: ['登记进度', '进度已登记', '登记采样进度'],
    reportTube: ['报混管阳性', '已报，请按时单人复核', '报混管阳性'],
    settleTube: ['登记复核结果', '复核结果已登记', '登记混管复核结果'],
  },
  en: {
    openRound: ['Open a round', 'Round opened', 'testing round opened'],
    closeRound: ['Close the round', 'Round closed', 'testing round closed'],
    reopenRound: ['Open it again', 'Round is open again', 'testing round reopened'],
    setSite: ['Save the target', 'Target saved', 'site of a round changed'],
    dropSite: ['Take out of the round', 'Taken out', 'site taken out of a round'],
    recordSampling: ['Enter figures', 'Figures entered', 'sampling figures entered'],
    reportTube: ['Report a positive tube', 'Reported: retest its people in time', 'positive mixed tube reported'],
    settleTube: ['Enter the retest', 'Retest entered', 'retest of a mixed tube entered'],
  },
} as const
