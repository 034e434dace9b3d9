/** For each command: its name, the message when it is done, and its verb in the feed. */
export const exposureDeeds = {
  zh: {
    markExposure: ['标为涉疫', '已标为涉疫，镇街、责任单位和场所已收到提醒', '标记涉疫场所'],
    editExposure: ['修改涉疫记录', '已修改', '修改涉疫记录'],
    tickExposure: ['勾选处置条件', '已记录', '勾选处置条件'],
    linkExposure: ['关联区域', '已关联', '关联涉疫场所与区域'],
    releaseLine: ['发布公告', '公告已发布', '发布涉疫场所公告'],
    withdrawLine: ['撤下公告', '公告已撤下', '撤下涉疫场所公告'],
    releaseExposure: ['解除关闭', '已解除，可以恢复', '解除涉疫场所'],
    closeExposureAgain: ['恢复关闭', '已恢复关闭', '恢复关闭涉疫场所'],
  },
  en: {
    markExposure: ['Mark as exposed', 'Marked: township, department and place were told', 'place marked as exposed'],
    editExposure: ['Change the exposure', 'Saved', 'exposure changed'],
    tickExposure: ['Tick a condition', 'Noted', 'condition of closing ticked'],
    linkExposure: ['Link the zone', 'Linked', 'zone linked to an exposure place'],
    releaseLine: ['Publish the line', 'Published', 'public line about an exposure place'],
    withdrawLine: ['Withdraw the line', 'Withdrawn', 'public line withdrawn'],
    releaseExposure: ['Release the place', 'Released: it may open again', 'exposure place released'],
    closeExposureAgain: ['Close it again', 'Closed again', 'exposure place closed again'],
  },
} as const
