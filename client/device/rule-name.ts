import { staffNotice } from '../deeds.ts'
import { noticeWords } from '../notices/words.ts'

/** What a rule of notices is called. */
export const ruleName = (rule: string): string => (noticeWords.value.rules as Readonly<Record<string, string>>)[rule] ?? staffNotice(rule) ?? rule
