/** Bugs to plant in what is written and read: the check of changes, and the rule of text. */
export const written = [
  { name: 'anything-written', file: 'shared/decide.ts', from: 'for (const change of changes) legible(board, change)', to: '', by: 'test/rules/legible.test.ts' },
  { name: 'old-fields-checked', file: 'shared/legible.ts', from: 'if (now[field] !== undefined && now[field] === before[field]) continue', to: '', by: 'test/rules/legible.test.ts' },
  { name: 'endless-shelf', file: 'shared/ledger.ts', from: 'quantity > mostOnShelf && line.change > 0', to: 'quantity < 0', by: 'test/rules/legible.test.ts' },
  { name: 'half-a-character', file: 'shared/text.ts', from: 'cut.length < text.length && ', to: 'cut.length > text.length && ', by: 'test/rules/text.test.ts' },
  { name: 'controls-stay', file: 'shared/text.ts', from: '[\\p{Cc}\\p{Cs}', to: '[\\p{Cs}', by: 'test/rules/text.test.ts' },
  { name: 'halves-stay', file: 'shared/text.ts', from: '\\p{Cc}\\p{Cs}', to: '\\p{Cc}', by: 'test/rules/text.test.ts' },
  { name: 'hidden-stay', file: 'shared/text.ts', from: '\\p{Default_Ignorable_Code_Point}\\uFFF9', to: '\\uFFF9', by: 'test/rules/text.test.ts' },
  { name: 'emoji-fall-apart', file: 'shared/text.ts', from: '\\p{M}\\p{Script=Arabic}][\\u200C\\u200D]|', to: '][\\uFFF9]|', by: 'test/rules/text.test.ts' },
  { name: 'bad-record-throws', file: 'server/set-aside.ts', from: 'return note(kind, id, seq, error)\n      }\n    },\n    /** What', to: 'throw error\n      }\n    },\n    /** What', by: 'test/server/set-aside.test.ts' },
  { name: 'bad-record-unnamed', file: 'server/set-aside.ts', from: 'if (found.size < mostNamed) found.set', to: 'if (found.size > mostNamed) found.set', by: 'test/server/set-aside.test.ts' },
  { name: 'start-trusts-rows', file: 'server/store-sqlite.ts', from: 'return aside.record(kind, id, written, null)', to: 'return written as AnyRecord', by: 'test/server/set-aside.test.ts' },
  { name: 'paper-as-written', file: 'server/papers/jobs.ts', from: 'const issues = cleaned(all)', to: 'const issues = all', by: 'test/server/set-aside.test.ts' },
  { name: 'sheet-of-every-object', file: 'shared/text.ts', from: 'text in Object.prototype', to: 'text in {} && false', by: 'test/server/set-aside.test.ts' },
]
