/** For each command: what it is called, what is said when it is done, and the verb of the feed. */
export const incidentDeeds = {
  zh: { changePhase: ['转换阶段', '阶段已转换，清单和首页数字随之更换', '转换阶段'] },
  en: { changePhase: ['Change the phase', 'The phase has changed, and with it lists and figures', 'changed the phase'] },
} as const
