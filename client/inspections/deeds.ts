/** For each command: its name, the message when it is done, and its verb in the feed. */
export const inspectionDeeds = {
  zh: {
    startInspection: ['开始督查', '督查已开始', '到场督查'],
    checkIn: ['到场签到', '已到场签到', '到场签到'],
    cutPlaceKeys: ['启用场所码', '场所码已启用', '启用场所码'],
    voidPlaceCode: ['作废旧码', '旧海报已作废，请打印新的', '作废旧场所码'],
    answerItem: ['逐项检查', '已记录', '逐项检查'],
    passRest: ['其余合格', '其余项已记为合格', '其余合格'],
    sweepPlace: ['逐户排查', '已记录', '逐户排查'],
    observe: ['现场观察', '已记下', '现场观察'],
    finishInspection: ['签字结束', '督查已签字', '督查签字'],
    editChecklist: ['修订清单', '清单已出新版', '修订清单'],
    recordBaseline: ['保存底数名单', '名单已保存，大家都能看到', '核对底数'],
  },
  en: {
    startInspection: ['Start an inspection', 'Inspection started', 'began an inspection'],
    checkIn: ['Check in', 'Checked in', 'checked in'],
    cutPlaceKeys: ['Make place codes', 'Place codes made', 'made place codes'],
    voidPlaceCode: ['Make the old code void', 'Old posters are void; print the new one', 'made a place code void'],
    answerItem: ['Check an item', 'Noted', 'checked an item'],
    passRest: ['The rest passes', 'The rest is noted as passed', 'passed the rest'],
    sweepPlace: ['Check a shop', 'Noted', 'checked a shop'],
    observe: ['Observe', 'Noted', 'observed'],
    finishInspection: ['Finish and sign', 'Inspection signed', 'signed an inspection'],
    recordBaseline: ['Keep a department’s list', 'The list is kept for everybody', 'kept a department’s list'],
    editChecklist: ['Revise a checklist', 'New version of the list', 'checklist revised'],
  },
} as const
