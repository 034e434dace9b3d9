import { words } from '../core/language.ts'

interface Figures { readonly accounts: number, readonly photos: number, readonly voices: number, readonly files: number, readonly people: number }

interface Words {
  title: string
  hint: (days: number) => string
  reason: string
  end: string
  sure: (days: number, figures: Figures) => string
  ended: (when: string) => string
  why: (reason: string) => string
  due: (when: string) => string
  waits: string
  done: (when: string) => string
  back: string
  backReason: string
  backHint: string
  certificate: string
  none: string
  intro: (incident: string) => string
  rows: Record<'what' | 'cause' | 'ended' | 'due' | 'done' | 'accounts' | 'photos' | 'voices' | 'evidence' | 'files' | 'people' | 'how' | 'kept', string>
  everything: string
  how: string
  kept: string
}

const zh: Words = {
  title: '结束事件',
  hint: days => `疫情结束后用。结束后只能查阅；满 ${days} 天，志愿者等人员的姓名和电话、照片、语音、附件和重点人群名册一并销毁。`,
  reason: '结束的理由（写入记录）',
  end: '结束事件',
  sure: (days, { accounts, photos, voices, files, people }) => `所有人从现在起只能查阅，未办完的问题、班次和调拨停在现在的状态。${days} 天后销毁 ${accounts} 个账号的姓名和电话、${photos} 张照片、${voices} 条语音、${files} 份附件、${people} 名重点人群的资料，无法恢复；统计和记录保留。到期前可以撤销。`,
  ended: when => `事件已于 ${when} 结束，只能查阅。`,
  why: reason => `理由：${reason}`,
  due: when => `${when} 销毁姓名、电话、照片、语音和附件；在此之前可以撤销结束。`,
  waits: '已到销毁时间，等待系统执行。有事件打不开时要先修好它，才知道哪些账号还有人用。',
  done: when => `姓名、电话、照片、语音和附件已于 ${when} 销毁。`,
  back: '撤销结束',
  backReason: '撤销的理由（写入记录）',
  backHint: '撤销后一切照常办理，销毁计划同时取消。',
  certificate: '销毁证明',
  none: '没有这份销毁证明：事件还没有结束，或销毁还没有执行。进展在“事件”页。',
  intro: incident => `兹证明“${incident}”期间的下列个人信息、照片、语音和附件已按计划销毁，无法恢复。`,
  rows: { what: '范围', cause: '结束理由', ended: '结束时间', due: '到期时间', done: '销毁时间', accounts: '账号的姓名、电话、备注和设备（人）', photos: '照片和签名（张）', voices: '语音（条）', evidence: '照片原件的记录：设备、位置、时间（条）', files: '附件（份）', people: '重点人群名册（人，另有证明）', how: '方式', kept: '保留' },
  everything: '这次事件的全部',
  how: '覆写并删除姓名和电话的密文，删除照片、语音和附件的文件；此前的备份随轮换删除，期限由备份设置决定（默认最长 8 周）',
  kept: '问题、班次、物资等记录和统计，操作记录和查阅记录；其中的人只有编号，登录记录另有浏览器名称',
}

const en: Words = {
  title: 'End the incident',
  hint: days => `For when the outbreak is over. The board can then only be read; after ${days} days the names and phones of volunteers and others, the photos and voice notes, the files and the register of people who need care are destroyed.`,
  reason: 'Reason (goes into the log)',
  end: 'End the incident',
  sure: (days, { accounts, photos, voices, files, people }) => `From now on everybody can only read; open issues, shifts and deliveries stay as they are. In ${days} days the names and phones of ${accounts} accounts, ${photos} photos, ${voices} voice notes, ${files} files and the data of ${people} people who need care are destroyed and cannot be restored; figures and logs stay. Until then the end can be taken back.`,
  ended: when => `The incident ended at ${when}. It can only be read.`,
  why: reason => `Reason: ${reason}`,
  due: when => `Names, phones, photos, voice notes and files are destroyed at ${when}; until then the end can be taken back.`,
  waits: 'The time of the destruction has come, and the server is about to carry it out. If an incident cannot be opened, it must be mended first: until then nobody knows whose accounts it needs.',
  done: when => `Names, phones, photos, voice notes and files were destroyed at ${when}.`,
  back: 'Take the end back',
  backReason: 'Reason (goes into the log)',
  backHint: 'Work then goes on as before, and nothing is destroyed.',
  certificate: 'Certificate of destruction',
  none: 'There is no such certificate: the incident has not ended, or the destruction has not been carried out. The page Incidents says where it stands.',
  intro: incident => `This certifies that the personal data, photos, voice notes and files below, kept during “${incident}”, were destroyed as planned and cannot be restored.`,
  rows: { what: 'What', cause: 'Reason for the end', ended: 'Ended', due: 'Due', done: 'Destroyed', accounts: 'Accounts: names, phones, notes and devices', photos: 'Photos and signatures', voices: 'Voice notes', evidence: 'Notes about originals: device, position, time', files: 'Files of plans', people: 'People who need care (with a certificate of its own)', how: 'How', kept: 'Kept' },
  everything: 'Everything of this incident',
  how: 'The sealed names and phones were overwritten and deleted, and the files of photos, voice notes and plans deleted; earlier backups lose them as they rotate, in the time that the settings say (at most 8 weeks by default)',
  kept: 'The records of issues, shifts and supplies, all figures, the log and the log of readings; people are ids in them, and sign-ins also have the name of the browser',
}

export const endWords = words({ zh, en })
export type EndFigures = Figures
