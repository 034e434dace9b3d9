import type { Fate } from '../../shared/bulletins/sampling.ts'
import { words } from '../core/language.ts'

interface Words {
  day: string
  sampleFirst: string
  sampleHint: string
  sampleProof: string
  sampleUnreadable: string
  sampleNone: string
  sampleLeft: (open: number, all: number) => string
  fates: Record<Fate, string>
  today: string
}

const zh: Words = {
  day: '哪一天',
  sampleFirst: '还没有日通报。每天统计截止后，从已销号的问题里抽取，列在这里。',
  sampleHint: '已销号的问题按比例抽出，由整改人、销号人以外的人再看一次；复发多的单位抽得多。按事件和日期从日志抽取，可以重算。',
  sampleProof: '拍照确认属实',
  sampleUnreadable: '这张照片打不开，请换一张。',
  sampleNone: '没有可抽查的已销号问题。',
  sampleLeft: (open, all) => `${all} 件中 ${open} 件待抽查`,
  fates: { open: '待抽查', held: '整改属实', relapsed: '已复发' },
  today: '今日抽查：这个问题已销号，请到现场再看一次。属实就确认，不属实在下面标“复发”。',
}

const en: Words = {
  day: 'Day',
  sampleFirst: 'There is no daily report yet. After each day’s cut-off a share of the closed issues is drawn and listed here.',
  sampleHint: 'A share of the closed issues, checked again by somebody who neither fixed nor closed them; more from units whose fixes relapse. Drawn from the log by incident and day, so anybody can repeat the draw.',
  sampleProof: 'Confirm with a photo',
  sampleUnreadable: 'This photo cannot be read; choose another.',
  sampleNone: 'Nothing closed that could be drawn.',
  sampleLeft: (open, all) => `${open} of ${all} to be looked at`,
  fates: { open: 'To be looked at', held: 'Holds', relapsed: 'Relapsed' },
  today: 'Drawn today: this issue is closed; please look at it again on the spot. Confirm that it holds, or mark a relapse below.',
}

export const sampleWords = words({ zh, en })
