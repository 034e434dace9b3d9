/** What the doctor found: in order, to be known, or wrong; a sentence in Chinese and one in English, with what to do. */
export interface Finding { readonly level: 'fine' | 'note' | 'wrong', readonly zh: string, readonly en: string }

const found = (level: Finding['level']) => (zh: string, en: string): Finding => ({ level, zh, en })
export const fine = found('fine')
export const note = found('note')
export const wrong = found('wrong')

export const mega = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
const minute = 60_000
/** A span in words of each language. */
export const spanZh = (ms: number): string => ms < 90 * minute ? `${Math.round(ms / minute)} 分钟` : `${Math.round(ms / minute / 60)} 小时`
export const spanEn = (ms: number): string => ms < 90 * minute ? `${Math.round(ms / minute)} minutes` : `${Math.round(ms / minute / 60)} hours`
