import type { CareRules } from '../../core/care-rules.ts'

const ours = { zh: '本岛自定（虚构，供演练）', en: 'The island’s choice (invented for the drill)' }

export const care: CareRules = {
  groups: [
    { id: 'child', zh: '五岁以下儿童', en: 'Children under five' },
    { id: 'alone', zh: '独居老人', en: 'Elderly people living alone' },
    { id: 'pregnant', zh: '孕妇', en: 'Pregnant women' },
  ],
  groupsSource: ours,
  needs: [
    { id: 'call', zh: '联系', en: 'Call', every: 48, rises: [0, 24] },
    { id: 'water', zh: '送水', en: 'Bring water', every: 24, rises: [6, 12] },
    { id: 'birth', zh: '预产期', en: 'Due date', every: null, rises: [0, 12] },
  ],
  calls: [{ id: 'near', need: 'call', levels: ['lockdown'], every: 24, zh: '封控区每日联系', en: 'every day in lockdown', source: ours }],
  reasons: [
    { id: 'visit', zh: '上门', en: 'Visit' },
    { id: 'boat', zh: '送船转诊', en: 'Take to the boat' },
    { id: 'other', zh: '其他（请写明）', en: 'Other (please say)' },
  ],
  help: {
    kinds: [
      { id: 'sick', zh: '严重腹泻', en: 'Severe diarrhoea', urgent: true, rises: [0, 10] },
      { id: 'water', zh: '缺水', en: 'No safe water', urgent: false, rises: [60, 180] },
      { id: 'other', zh: '其他', en: 'Something else', urgent: false, rises: [240, 720] },
    ],
    source: ours,
    most: 200,
  },
  keepDays: 14,
  keepDaysSource: ours,
  opens: { minute: 10, hour: 40 },
  exportsADay: 1,
  confirmMinutes: 10,
}
