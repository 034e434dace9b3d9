import type { AccountAct, AuditKind } from '../../shared/audit/entries.ts'
import { words } from '../core/language.ts'

interface Words {
  hint: string
  kind: string
  anyKind: string
  kinds: Record<AuditKind, string>
  acts: Record<AccountAct, string>
  township: string
  anyTownship: string
  from: string
  to: string
  text: string
  textHint: string
  person: string
  anyone: string
  account: (end: string) => string
  choosePerson: string
  onlyBoard: string
  find: string
  only: (what: string) => string
  about: Record<'person' | 'register' | 'token' | 'sign_up' | 'incident' | 'placeKey' | 'postKey' | 'day', string>
  more: (n: number) => string
  people: (n: number) => string
  days: (n: number) => string
  none: string
  nothing: string
  older: string
  looking: (when: string) => string
  looked: (when: string) => string
  whole: string
  excel: string
  csv: string
  taking: (n: number) => string
  cut: (n: number) => string
  columns: Record<'when' | 'who' | 'role' | 'what' | 'about' | 'many' | 'reason' | 'device' | 'log' | 'row', string>
  logs: Record<'board' | 'accounts' | 'care', string>
}

const zh: Words = {
  hint: '谁、何时、做了什么：看板上的操作，登录与账号，个人信息的查阅。改动会被上面的校验查出；不含网络地址，不含重点人群的姓名。账号记录为全部事件共用。',
  kind: '类别',
  anyKind: '全部类别',
  kinds: { work: '看板操作', server: '系统自动执行', signs: '登录与退出', factors: '二次验证', readings: '查阅姓名与密钥', people: '人员与账号', devices: '设备', system: '令牌与设置', register: '重点人群查阅' },
  acts: {
    sign_in: '登录',
    confirm: '确认本人',
    sign_out: '退出',
    link: '生成登录链接',
    phone_code: '出示手机登录码',
    join: '志愿者报名',
    add_factor: '设置二次验证',
    drop_factor: '移除二次验证',
    use_recovery: '使用恢复码',
    wrong_factor: '验证码错误',
    copied_passkey: '通行密钥疑似被复制',
    reset_factor: '重置他人的二次验证',
    read: '查阅姓名或密钥',
    list: '查阅人员名单',
    add: '添加人员',
    add_auditor: '登记审计员',
    change: '修改人员',
    disable: '停用账号',
    enable: '启用账号',
    forget: '删除个人信息',
    approve: '批准志愿者',
    open_sign_up: '开放报名链接',
    close_sign_up: '关闭报名链接',
    end_device: '退出设备',
    wipe_device: '清除丢失设备',
    wiped: '丢失设备已清除',
    make_token: '新建接口令牌',
    end_token: '停用接口令牌',
    require_factor: '更改二次验证要求',
    set_login: '登记统一登录账号',
    bind_login: '首次用统一登录进入',
    take_audit: '导出审计日志',
    take_photos: '成批导出照片',
    verify_logs: '校验日志',
    make_backup: '手动备份',
  },
  township: '镇街',
  anyTownship: '全部镇街',
  from: '起',
  to: '止',
  text: '内容',
  textHint: '操作内容中的文字',
  person: '人员',
  anyone: '所有人',
  account: end => `账号 ${end}`,
  choosePerson: '选择人员…',
  onlyBoard: '按镇街筛选时只看看板操作：账号和查阅记录不属于哪个镇街。',
  find: '查找',
  only: what => `只看：${what}`,
  about: { person: '人员', register: '重点人群', token: '令牌', sign_up: '报名链接', incident: '事件', placeKey: '场所码', postKey: '签到码', day: '日期' },
  more: n => `等 ${n} 项`,
  people: n => `${n} 人`,
  days: n => `宽限 ${n} 天`,
  none: '没有符合条件的记录。请放宽筛选条件。',
  nothing: '（没有）',
  older: '再看更早的',
  looking: when => `正在查找，已查到 ${when}…`,
  looked: when => `已查到 ${when}`,
  whole: '已到最早一条。',
  excel: '导出 Excel',
  csv: '导出 CSV',
  taking: n => `正在读取，已读 ${n} 条…`,
  cut: n => `记录太多：只导出了最新的 ${n} 条。请缩短日期范围，分几次导出。`,
  columns: { when: '时间', who: '谁', role: '人员编号', what: '做了什么', about: '对象', many: '数量', reason: '理由', device: '设备', log: '日志', row: '序号' },
  logs: { board: '看板', accounts: '账号', care: '重点人群' },
}

const en: Words = {
  hint: 'Who did what, and when: work on the board, sign-ins and accounts, readings of personal data. A change is found by the check above. There are no network addresses, and no names of people who need care. Acts on accounts are those of all incidents.',
  kind: 'Kind',
  anyKind: 'All kinds',
  kinds: { work: 'Work on the board', server: 'By the server itself', signs: 'Signing in and out', factors: 'Second factors', readings: 'Readings of names and keys', people: 'People and accounts', devices: 'Devices', system: 'Tokens and settings', register: 'Readings of the register' },
  acts: {
    sign_in: 'Signed in',
    confirm: 'Proved who they are',
    sign_out: 'Signed out',
    link: 'Made a sign-in link',
    phone_code: 'Showed a code for a phone',
    join: 'Signed up as a volunteer',
    add_factor: 'Set up a second factor',
    drop_factor: 'Removed a second factor',
    use_recovery: 'Used a recovery code',
    wrong_factor: 'Gave a wrong code',
    copied_passkey: 'Passkey perhaps copied',
    reset_factor: 'Reset somebody’s second factor',
    read: 'Read names or a key',
    list: 'Read the list of people',
    add: 'Added a person',
    add_auditor: 'Added an auditor',
    change: 'Changed a person',
    disable: 'Disabled an account',
    enable: 'Enabled an account',
    forget: 'Deleted personal data',
    approve: 'Approved a volunteer',
    open_sign_up: 'Opened a sign-up link',
    close_sign_up: 'Closed a sign-up link',
    end_device: 'Signed a device out',
    wipe_device: 'Cleared a lost device',
    wiped: 'Lost device was cleared',
    make_token: 'Made an API token',
    end_token: 'Ended an API token',
    require_factor: 'Changed the rule for second factors',
    set_login: 'Put a name for single sign-on',
    bind_login: 'First came by single sign-on',
    take_audit: 'Exported the audit log',
    take_photos: 'Exported photos',
    verify_logs: 'Verified the logs',
    make_backup: 'Made a backup',
  },
  township: 'Township',
  anyTownship: 'All townships',
  from: 'From',
  to: 'To',
  text: 'Text',
  textHint: 'in what was entered',
  person: 'Person',
  anyone: 'Everybody',
  account: end => `Account ${end}`,
  choosePerson: 'Choose a person…',
  onlyBoard: 'A township narrows the list to work on the board: accounts and readings belong to no township.',
  find: 'Find',
  only: what => `Only: ${what}`,
  about: { person: 'Person', register: 'Person in the register', token: 'Token', sign_up: 'Sign-up link', incident: 'Incident', placeKey: 'Place code', postKey: 'Check-in code', day: 'Day' },
  more: n => `${n} in all`,
  people: n => n === 1 ? 'one person' : `${n} people`,
  days: n => n === 1 ? 'one day of grace' : `${n} days of grace`,
  none: 'No rows fit. Widen the filters.',
  nothing: '(none)',
  older: 'Show older ones',
  looking: when => `Looking; read back to ${when}…`,
  looked: when => `Read back to ${when}`,
  whole: 'This is the first row.',
  excel: 'Export Excel',
  csv: 'Export CSV',
  taking: n => `Reading; ${n} rows so far…`,
  cut: n => `There are too many rows: only the newest ${n} were exported. Shorten the span of days and export in parts.`,
  columns: { when: 'Time', who: 'Who', role: 'Id of the person', what: 'What', about: 'About', many: 'How many', reason: 'Reason', device: 'Device', log: 'Log', row: 'Row' },
  logs: { board: 'Board', accounts: 'Accounts', care: 'Register' },
}

export const auditWords = words({ zh, en })
