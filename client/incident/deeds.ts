/** For each command: its name, the message when it is done, and its verb in the feed. */
export const incidentDeeds = {
  zh: {
    announce: ['发通告', '通告已发出', '发通告'],
    endAnnouncement: ['结束通告', '通告已结束', '撤下通告'],
    openIncident: ['启动事件', '事件已启动', '启动事件'],
    changePhase: ['转换阶段', '阶段已转换，清单和首页数字随之更换', '转换阶段'],
    stopClock: ['暂停演练时钟', '演练时钟已暂停', '暂停演练时钟'],
    runClock: ['继续演练时钟', '演练时钟继续走动', '继续演练时钟'],
    moveClock: ['拨快演练时钟', '演练时钟已拨快，到期事项随之处理', '拨快演练时钟'],
    clearBoards: ['收起已办结', '已办结的记录已收起', '收起已办结的记录'],
    endIncident: ['结束事件', '事件已结束，只能查阅', '结束事件'],
    resumeIncident: ['撤销结束', '结束已撤销，可以照常办理', '撤销结束，恢复事件'],
    noteDestruction: ['登记销毁', '销毁已登记', '销毁个人信息、照片和附件'],
  },
  en: {
    announce: ['Announce', 'Announcement sent', 'announced'],
    endAnnouncement: ['End the announcement', 'Announcement ended', 'announcement ended'],
    openIncident: ['Open the incident', 'Incident opened', 'incident opened'],
    changePhase: ['Change the phase', 'The phase has changed, and with it lists and figures', 'changed the phase'],
    stopClock: ['Stop the drill’s clock', 'The drill’s clock stands', 'stopped the drill’s clock'],
    runClock: ['Let the drill’s clock run', 'The drill’s clock runs again', 'let the drill’s clock run'],
    moveClock: ['Move the drill’s clock forward', 'The drill’s clock was moved; due work is being done', 'moved the drill’s clock forward'],
    clearBoards: ['Put away what is settled', 'Settled records are put away', 'put away what is settled'],
    endIncident: ['End the incident', 'The incident has ended and can only be read', 'ended the incident'],
    resumeIncident: ['Take the end back', 'The end is taken back; work goes on', 'took the end of the incident back'],
    noteDestruction: ['Note the destruction', 'The destruction is noted', 'destroyed names, photos and files'],
  },
} as const
