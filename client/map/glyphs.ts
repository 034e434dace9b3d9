import type { IssueState } from '../../shared/records.ts'

/** A status in a 16 × 16 box: a filled shape, and for some a mark in the background colour. */
interface Glyph { readonly fill: string, readonly mark?: string }

/** Each state must have its own shape, because colour alone may not tell states apart. Filled by the even-odd rule. */
export const glyphs: Readonly<Record<IssueState, Glyph>> = {
  found: { fill: 'M8 1.6 15 14H1Z' },
  told: { fill: 'M8 14.4 1 2h14Z' },
  rectifying: { fill: 'M8 .6 15.4 8 8 15.4.6 8Z' },
  awaiting: { fill: 'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 1 0 8 .8ZM8 3a5 5 0 1 1 0 10A5 5 0 1 1 8 3ZM8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 1 0 0-4.8Z' },
  closed: { fill: 'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 1 0 8 .8Z', mark: 'm4.6 8.3 2.4 2.4 4.5-5' },
  relapsed: { fill: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z', mark: 'M10.9 9.7A3.4 3.4 0 1 1 10.6 6M10.9 3.6v2.6H8.3' },
  deferred: { fill: 'M3 1.4h10A1.6 1.6 0 0 1 14.6 3v10a1.6 1.6 0 0 1-1.6 1.6H3A1.6 1.6 0 0 1 1.4 13V3A1.6 1.6 0 0 1 3 1.4Z', mark: 'M6.2 5.2v5.6M9.8 5.2v5.6' },
}

/** The clock that marks something overdue. */
export const clockPath = 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 1 0 8 1.2ZM8 4.4V8l2.4 1.8'
