/** Bugs to plant in the reading of lists. */
export const transfer = [
  { name: 'list-hidden-sheet', file: 'shared/transfer/table.ts', from: 'const shown = sheets.filter(sheet => !sheet.hidden)', to: 'const shown = sheets', by: 'test/transfer/messy.test.ts' },
  { name: 'list-not-filled', file: 'shared/transfer/table.ts', from: 'const tall = merges.filter(one => one.bottom > one.top)', to: 'const tall: readonly Merge[] = []', by: 'test/transfer/messy.test.ts' },
  { name: 'list-total-taken', file: 'shared/transfer/set-aside.ts', from: 'full.slice(0, 3).some(', to: 'full.slice(0, 0).some(', by: 'test/transfer/messy.test.ts' },
  { name: 'list-head-one-line', file: 'shared/transfer/find-head.ts', from: 'together > best.worth &&', to: 'together > 99 &&', by: 'test/transfer/messy.test.ts' },
  { name: 'list-line-of-two', file: 'shared/transfer/csv.ts', from: 'line: i + (said ? 2 : 1)', to: 'line: i + 1', by: 'test/transfer/messy.test.ts' },
  { name: 'list-big5-as-gb', file: 'shared/transfer/csv.ts', from: 'return low * 6 > all', to: 'return low > all', by: 'test/transfer/messy.test.ts' },
  { name: 'list-digits-lost', file: 'shared/transfer/numbers.ts', from: 'if (lostDigits(text)) return \'lost\'\n  const [, figure', to: 'const [, figure', by: 'test/transfer/cells.test.ts test/transfer/stock-rows.test.ts' },
  { name: 'list-phone-twice', file: 'shared/transfer/phones.ts', from: '.replace(/^86(?=1\\d{10}$)/, \'\')', to: '', by: 'test/transfer/cells.test.ts' },
  { name: 'list-turned-silently', file: 'shared/transfer/place-rows.ts', from: 'found?.turned && \'turned\'', to: 'false', by: 'test/transfer/rows.test.ts' },
  { name: 'list-outside-silently', file: 'shared/transfer/place-rows.ts', from: 'metres && \'outside\'', to: 'false', by: 'test/transfer/rows.test.ts' },
  { name: 'list-foreign-row', file: 'shared/transfer/place-rows.ts', from: 'if (scope !== null && home !== undefined && home !== scope) return wrong(\'other_township\')\n', to: '', by: 'test/transfer/rows.test.ts' },
  { name: 'list-depot-guessed', file: 'shared/transfer/stock-rows.ts', from: 'could.length === 1 ? could[0]', to: 'could.length ? could[0]', by: 'test/transfer/stock-rows.test.ts' },
  { name: 'list-town-guessed', file: 'shared/transfer/county-words.ts', from: 'short.has(said) && short.get(said) !== one.code ? null : one.code', to: 'one.code', by: 'test/transfer/cells.test.ts' },
  { name: 'withdraw-used', file: 'shared/register/place-commands.ts', from: 'if (!place.retired && !used)', to: 'if (!place.retired)', by: 'test/rules/withdraw-places.test.ts' },
  { name: 'staff-role-implied', file: 'shared/transfer/staff-rows.ts', from: 'township !== null ? \'officer\' : null', to: '\'officer\'', by: 'test/transfer/staff-rows.test.ts' },
]
