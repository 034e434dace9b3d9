const server = 'test/server/care.test.ts'
const rules = 'test/rules/care.test.ts'

/** Bugs to plant in the register of people who need care. */
export const care = [
  { name: 'care-all-coordinators', file: 'shared/care/rights.ts', from: 'role === \'coordinator\' && rights.includes(\'names\')', to: 'role === \'coordinator\'', by: `${rules} ${server}` },
  { name: 'care-any-township', file: 'shared/care/rights.ts', from: '(scope.township ?? spot.township) === spot.township && ', to: '', by: rules },
  { name: 'care-any-grid', file: 'shared/care/rights.ts', from: ' && (scope.grid ?? spot.grid) === spot.grid', to: '', by: rules },
  { name: 'care-rights-outlive-the-role', file: 'shared/care/rights.ts', from: 'role === \'coordinator\' || (role === \'officer\' && right === \'export\')', to: 'true', by: server },
  { name: 'care-small-cells', file: 'shared/core/sight.ts', from: 'people > 0 && people < 5 ? null', to: 'people > 0 && people < 2 ? null', by: rules },
  { name: 'care-unmasked', file: 'server/care/people.ts', from: 'phone: maskedPhone(phone)', to: 'phone', by: `${server} test/sight/care.test.ts` },
  { name: 'care-open-unlogged', file: 'server/care/people.ts', from: '      log.note({ who: reader.id, act: \'open\', person: id, reason, words })\n', to: '', by: server },
  { name: 'care-no-limit', file: 'server/care/log.ts', from: 'if (lately < aMinute && inHour < hour) return', to: 'if (inHour >= 0) return', by: server },
  { name: 'care-no-hour', file: 'server/care/log.ts', from: 'lately < aMinute && inHour < hour', to: 'lately < aMinute', by: server },
  { name: 'care-no-chain', file: 'server/care/log.ts', from: 'JSON.stringify([before, row.who', to: 'JSON.stringify([\'\', row.who', by: server },
  { name: 'care-twice', file: 'server/care/people.ts', from: 'if (same || table()', to: 'if (table()', by: server },
  { name: 'care-late-note', file: 'server/care/needs.ts', from: 'next === null || next > need.dueAt', to: 'true', by: server },
  { name: 'care-done-twice', file: 'server/care/needs.ts', from: '    if (table().select().from(careDone).where(eq(careDone.id, id)).get()) return\n', to: '', by: server },
  { name: 'care-plain-at-rest', file: 'server/care/sealed-person.ts', from: 'sealed: by.seal(JSON.stringify(about), owner(id, version)), phoneIndex: phone', to: 'sealed: by.seal(JSON.stringify(about), owner(id, version)), phoneIndex: about.phone', by: server },
  { name: 'care-exports-without-end', file: 'server/care/export.ts', from: 'log.exports(reader.id) >= facts.care.exportsADay', to: 'false', by: 'test/server/care-out.test.ts' },
  { name: 'care-rises-late', file: 'shared/care/needs.ts', from: 'now >= dueAt + headquarters * hour', to: 'now > dueAt + headquarters * hour', by: rules },
  { name: 'care-key-kept', file: 'server/care/purge.ts', from: '    if (grid === null) vault.shred()\n', to: '', by: 'test/server/care-end.test.ts' },
  { name: 'care-held-in-vain', file: 'server/care/purge.ts', from: 'one.heldBy === null && ', to: '', by: 'test/server/care-end.test.ts' },
  { name: 'care-old-keys', file: 'server/care/purge.ts', from: '    if (grid !== null) reseal(vault)\n', to: '', by: 'test/server/care-end.test.ts' },
  { name: 'care-words-left', file: 'server/care/purge.ts', from: '      table().update(careAccess).set({ sealed: null }).where(inArray(careAccess.person, some)).run()\n', to: '', by: 'test/server/care-end.test.ts' },
  { name: 'care-zone-in-force', file: 'shared/care/purge.ts', from: '!over.length || over.some(zone => inForce(zone, now))', to: '!over.length', by: 'test/server/care-end.test.ts' },
  { name: 'care-every-grid-seen', file: 'shared/core/sight.ts', from: 'scope === \'grid\' && grid === name', to: 'scope === \'grid\'', by: 'test/server/care-grid.test.ts' },
  { name: 'care-grid-told-of-all', file: 'shared/notices/notices.ts', from: 'role === \'gridWorker\' && to.grid === grid', to: 'role === \'gridWorker\'', by: rules },
  { name: 'care-worker-imports', file: 'shared/care/rights.ts', from: 'careScope(reader) !== null && reader.role !== \'gridWorker\'', to: 'careScope(reader) !== null', by: 'test/server/care-grid.test.ts' },
  { name: 'care-list-twice', file: 'shared/transfer/care-rows.ts', from: '    if (seen.has(same)) return \'twice\'\n', to: '', by: 'test/transfer/care-rows.test.ts' },
  { name: 'care-list-other-grids', file: 'shared/transfer/care-rows.ts', from: 'unclear.length || !place', to: 'unclear.length', by: 'test/transfer/care-rows.test.ts' },
]
