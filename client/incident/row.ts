import type { Announcement, Phase } from '../../shared/records.ts'
import type { Row } from '../base/lists/row.ts'
import { isCurrent } from '../../shared/incident/current.ts'
import { rowWords } from '../base/lists/row-words.ts'
import { moment } from '../core/time.ts'

export function announcementRow(one: Announcement, phase: Phase, at: number): Row {
  return { key: `announcement/${one.id}`, title: one.text, sub: rowWords.value.announcedAt(moment(one.at, at)), right: '', rightSub: '', icon: 'announcement', tone: isCurrent(one, phase, at) ? undefined : 'quiet' }
}
