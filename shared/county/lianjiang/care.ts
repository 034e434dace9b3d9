import type { CareRules } from '../../core/care-rules.ts'

/** People who need care. The report speaks of seven groups and names the first six; the seventh, all hours and all limits are the county's choice. */
export const care: CareRules = {
  groups: [
    { id: 'infant', zh: '婴幼儿', en: 'Infants' },
    { id: 'alone', zh: '孤寡老人', en: 'Elderly people living alone' },
    { id: 'pregnant', zh: '孕妇', en: 'Pregnant women' },
    { id: 'disabled', zh: '失能人员', en: 'People who cannot look after themselves' },
    { id: 'dementia', zh: '失智人员', en: 'People with dementia' },
    { id: 'mental', zh: '精神病患者', en: 'People with a mental illness' },
    { id: 'chronic', zh: '长期用药和透析病人', en: 'People on regular medicine or dialysis' },
  ],
  groupsSource: {
    zh: '事件报告：“婴幼儿、孤寡老人、孕妇、失能失智精神病患者等七类弱势群体实名制”；第七类报告没有写明，由本县自定',
    en: 'The report: seven groups, of which it names six. The seventh is the county’s choice',
  },
  needs: [
    { id: 'call', zh: '每日联系', en: 'Daily call', every: 24, rises: [0, 24] },
    { id: 'medicine', zh: '用药', en: 'Medicine', every: 7 * 24, rises: [12, 24] },
    { id: 'formula', zh: '奶粉', en: 'Formula milk', every: 5 * 24, rises: [12, 24] },
    { id: 'dialysis', zh: '透析', en: 'Dialysis', every: 56, rises: [0, 4] },
    { id: 'prenatal', zh: '产检', en: 'Prenatal check', every: 14 * 24, rises: [24, 48] },
    { id: 'birth', zh: '预产期', en: 'Due date', every: null, rises: [0, 6] },
  ],
  calls: [
    { id: 'lockdown-call', need: 'call', levels: ['lockdown'], every: 12, zh: '封控区一日两次', en: 'twice a day in lockdown', source: { zh: '本县自定（虚构，供演练）', en: 'The county’s choice (invented for the drill)' } },
  ],
  reasons: [
    { id: 'visit', zh: '上门走访', en: 'Visit' },
    { id: 'deliver', zh: '送药送物', en: 'Bring medicine or goods' },
    { id: 'hospital', zh: '送医', en: 'Take to hospital' },
    { id: 'call', zh: '电话联系', en: 'Ring' },
    { id: 'check', zh: '核对信息', en: 'Check the data' },
    { id: 'other', zh: '其他（请写明）', en: 'Other (please say)' },
  ],
  help: {
    kinds: [
      { id: 'medical', zh: '紧急就医', en: 'Urgent medical help', urgent: true, rises: [0, 5] },
      { id: 'birth', zh: '临产', en: 'Birth', urgent: true, rises: [0, 5] },
      { id: 'dialysis', zh: '透析', en: 'Dialysis', urgent: false, rises: [30, 60] },
      { id: 'medicine', zh: '用药', en: 'Medicine', urgent: false, rises: [60, 240] },
      { id: 'formula', zh: '奶粉', en: 'Formula milk', urgent: false, rises: [60, 240] },
      { id: 'food', zh: '食品、饮水', en: 'Food and water', urgent: false, rises: [120, 360] },
      { id: 'other', zh: '其他', en: 'Something else', urgent: false, rises: [240, 720] },
    ],
    source: { zh: '种类和时限由本县自定；报告写明“急难愁盼”要及时解决，紧急就医走绿色通道', en: 'Kinds and times are the county’s choice; the report asks that urgent needs are met in time' },
    most: 500,
  },
  keepDays: 30,
  keepDaysSource: { zh: '《个人信息保护法》第十九条、第四十七条：保存期限为实现目的所必要的最短时间，目的已实现的应当删除；30 天由本县自定', en: 'Personal Information Protection Law, articles 19 and 47: data is kept for the shortest time that its purpose needs and deleted afterwards; 30 days are the county’s choice' },
  opens: { minute: 20, hour: 100 },
  exportsADay: 3,
  confirmMinutes: 15,
}
