/** Bugs to plant in exported files. */
export const files = [
  { name: 'file-formulas-run', file: 'client/base/transfer/write-sheet.ts', from: `return { value: cell(value), type: String, format: '@' }`, to: `return value.startsWith('=') ? { value: value.slice(1), type: 'Formula' as const } : { value: cell(value), type: String, format: '@' }`, by: 'test/transfer/write-sheet.test.ts' },
  { name: 'file-dates-as-text', file: 'client/base/transfer/write-sheet.ts', from: `return { value: new Date(value), type: Date, format }`, to: `return { value: String(value), type: String }`, by: 'test/transfer/write-sheet.test.ts' },
  { name: 'file-any-sheet-name', file: 'client/base/transfer/write-sheet.ts', from: `.replace(/[[\\]:*?/\\\\]/g, ' ')`, to: '', by: 'test/transfer/write-sheet.test.ts' },
  { name: 'file-waits-for-ever', file: 'client/base/transfer/write-file.ts', from: `setTimeout(() => done({ failed: 'too_slow' }), patience)`, to: `setTimeout(() => {}, patience)`, by: 'test/client/write-file.test.ts' },
  { name: 'file-worker-stays', file: 'client/base/transfer/write-file.ts', from: `    worker.terminate()\n`, to: '', by: 'test/client/write-file.test.ts' },
  { name: 'file-forbidden-unsaid', file: 'client/base/transfer/write-file.ts', from: `void partMissing()\n      done({ failed: 'broken' })\n`, to: `void partMissing()\n`, by: 'test/client/write-file.test.ts' },
  { name: 'file-made-after-failure', file: 'client/base/transfer/write-file.ts', from: `      if (ended) return\n`, to: '', by: 'test/client/write-file.test.ts' },
  { name: 'file-last-rows-lost', file: 'client/base/transfer/write-file.ts', from: `    say({ rows: part })\n    onRows(made)\n    say({ head })`, to: `    onRows(made)\n    say({ head })`, by: 'test/client/write-file.test.ts' },
  { name: 'file-phones-as-numbers', file: 'client/base/transfer/table-out.ts', from: '[1-9]\\d{0,8}', to: '\\d+', by: 'test/client/table-out.test.ts' },
  { name: 'file-reasons-pile-up', file: 'client/base/transfer/refused-rows.ts', from: `title === why ? [] : [i]`, to: '[i]', by: 'test/client/table-out.test.ts' },
  { name: 'file-namesakes-are-one', file: 'shared/transfer/place-rows.ts', from: 'before >= (known.get(id)?.length ?? 1)', to: 'before >= 1', by: 'test/transfer/rows.test.ts' },
  { name: 'file-approximate-moves', file: 'shared/transfer/place-rows.ts', from: ' && away > same', to: '', by: 'test/transfer/rows.test.ts' },
  { name: 'file-moved-unsaid', file: 'client/base/transfer/read-file.ts', from: ', () => done({ problem: \'not_readable\' }))', to: ', () => {})', by: 'test/client/read-file.test.ts' },
]
