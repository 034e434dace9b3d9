import type { Issue } from '../../../shared/records.ts'
import { words } from '../../core/language.ts'
import { named } from '../../core/record-words.ts'
import { deedVerb } from '../../deeds.ts'

const steps = words({
  zh: { told: '当场反馈', rectifying: '接收整改', awaiting: '提交整改，待复查', closed: '复查销号', relapsed: '复发', deferred: '挂账', found: '发现', returned: '退回再改' },
  en: { told: 'fed back on the spot', rectifying: 'took it on', awaiting: 'sent in, awaiting re-check', closed: 're-checked, closed', relapsed: 'relapsed', deferred: 'deferred', found: 'found', returned: 'sent back' },
})

/** The verb of a command in the feed; for a step of an issue, by the state it led to. */
export function deed(name: string, to?: Issue['state'], from?: Issue['state']): string {
  if (name !== 'advanceIssue') return deedVerb(name)
  return to === 'rectifying' && from === 'awaiting' ? steps.value.returned : to ? steps.value[to] : named.value.kinds.issue
}
