import type { Role } from '../../shared/core/actor.ts'
import type { IssueState, Kind, Phase, Severity, ZoneLevel } from '../../shared/records.ts'
import { words } from './language.ts'

interface Words {
  app: string
  drill: string
  drillShort: string
  clockStands: string
  kinds: Record<Exclude<Kind, 'counter' | 'postKey' | 'placeKey'>, string>
  states: Record<IssueState, string>
  overdue: string
  lifted: string
  severities: Record<Severity, string>
  levels: Record<ZoneLevel, string>
  phases: Record<Phase, string>
  roles: Record<Role, string>
  shortageStates: Record<'open' | 'covered' | 'withdrawn', string>
}

const zh: Words = {
  app: '一线',
  drill: '演练 · 数据虚构',
  drillShort: '演练',
  clockStands: '演练 · 时钟已停',
  kinds: {
    incident: '事件',
    place: '场所',
    issue: '问题',
    issueTotal: '已办结问题数',
    post: '岗位',
    shift: '班次',
    crew: '队伍',
    shortage: '物资',
    zone: '区域',
    announcement: '通告',
    team: '督导组',
    checklist: '清单',
    baseline: '底数名单',
    listWord: '名单用词',
    townshipCard: '镇街联系',
    inspection: '督查',
    briefing: '例会',
    dayReport: '零报告',
    notice: '提醒',
    stock: '库存',
    move: '台账',
    delivery: '调拨',
    pledge: '认捐',
    requirement: '防控要求',
    fulfilment: '应办事项',
    table: '一表通',
    liftCondition: '解除条件',
    grid: '网格',
    careCount: '网格人数',
    reopening: '复工复学',
    selfReport: '自查报告',
    workPlan: '工作方案',
    headcount: '人数',
    marketDay: '市场价格',
    letter: '督办函',
    slip: '反馈单',
    bulletin: '日通报',
    correction: '更正',
  },
  states: {
    found: '发现',
    told: '已反馈',
    rectifying: '整改中',
    awaiting: '待复查',
    closed: '已销号',
    relapsed: '复发',
    deferred: '挂账',
  },
  overdue: '逾期',
  lifted: '已解除',
  severities: { immediate: '立即', day: '24 小时', threeDays: '3 天' },
  levels: { lockdown: '封控区', control: '管控区', precaution: '防范区' },
  phases: { emergency: '应急处置', control: '常态防控', recovery: '恢复' },
  roles: {
    coordinator: '协调员',
    inspector: '督导组',
    officer: '镇街',
    unit: '责任单位',
    volunteer: '志愿者',
    viewer: '大屏',
    admin: '管理员',
    overseer: '上级督导',
    contact: '场所联系人',
    system: '系统',
  },
  shortageStates: { open: '缺', covered: '已补齐', withdrawn: '已撤销' },
}

const en: Words = {
  app: 'Yixian',
  drill: 'Drill · invented data',
  drillShort: 'Drill',
  clockStands: 'Drill · clock stopped',
  kinds: {
    incident: 'Incident',
    place: 'Places',
    issue: 'Issues',
    issueTotal: 'Settled issues',
    post: 'Posts',
    shift: 'Shifts',
    crew: 'Crews',
    shortage: 'Supplies',
    zone: 'Zones',
    announcement: 'Announcements',
    team: 'Teams',
    checklist: 'Checklists',
    baseline: 'Departments’ lists',
    listWord: 'Words of lists',
    townshipCard: 'Contact of a township',
    inspection: 'Inspections',
    briefing: 'Daily meeting',
    dayReport: 'Zero reports',
    notice: 'Reminders',
    letter: 'Letters',
    slip: 'Feedback slips',
    bulletin: 'Bulletins',
    correction: 'Corrections',
    stock: 'Stock',
    move: 'Ledger',
    delivery: 'Deliveries',
    pledge: 'Pledges',
    requirement: 'Requirements',
    fulfilment: 'Due acts',
    table: 'Tables',
    liftCondition: 'Conditions for lifting',
    grid: 'Grid',
    careCount: 'People in a grid',
    reopening: 'Reopening',
    selfReport: 'Self-reports',
    workPlan: 'Plans',
    headcount: 'Head counts',
    marketDay: 'Market prices',
  },
  states: {
    found: 'Found',
    told: 'Fed back',
    rectifying: 'Rectifying',
    awaiting: 'Awaiting re-check',
    closed: 'Closed',
    relapsed: 'Relapsed',
    deferred: 'Deferred',
  },
  overdue: 'Overdue',
  lifted: 'Lifted',
  severities: { immediate: 'At once', day: '24 hours', threeDays: '3 days' },
  levels: { lockdown: 'Lockdown', control: 'Control', precaution: 'Precaution' },
  phases: { emergency: 'Emergency', control: 'Control', recovery: 'Recovery' },
  roles: {
    coordinator: 'Coordinator',
    inspector: 'Inspector',
    officer: 'Township',
    unit: 'Unit',
    volunteer: 'Volunteer',
    viewer: 'Viewer',
    admin: 'Administrator',
    overseer: 'Overseer',
    contact: 'Contact of a place',
    system: 'System',
  },
  shortageStates: { open: 'Short', covered: 'Met', withdrawn: 'Withdrawn' },
}

export const named = words({ zh, en })
