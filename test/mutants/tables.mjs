/** Bugs to plant in saved tables. */
export const tables = [
  { name: 'table-of-anybody', file: 'shared/tables/commands.ts', from: 'if (table.owner !== actor.id)', to: 'if (false)', by: 'test/rules/tables.test.ts' },
  { name: 'table-over-a-newer', file: 'shared/tables/commands.ts', from: 'if ((before?.version ?? 0) !== version)', to: 'if (false)', by: 'test/rules/tables.test.ts' },
  { name: 'table-ends-its-schedule', file: 'shared/tables/commands.ts', from: 'schedule: before?.schedule ?? null', to: 'schedule: null', by: 'test/rules/tables.test.ts' },
  { name: 'table-sums-what-it-lists', file: 'shared/tables/work-out.ts', from: '    if (!plan.rows || kept >= most) continue\n', to: '    if (kept >= most) break\n    if (!plan.rows) continue\n', by: 'test/rules/tables.test.ts' },
  { name: 'table-any-condition', file: 'shared/tables/work-out.ts', from: 'if (!tests.every(', to: 'if (tests.length && !tests.some(', by: 'test/rules/tables.test.ts' },
  { name: 'table-of-the-whole-board', file: 'server/tables/read-as.ts', from: 'hasLeft(incident, kind, record) ? null : seenBy(board, actor, kind, record)', to: 'hasLeft(incident, kind, record) ? null : record', by: 'test/server/tables.test.ts' },
  { name: 'table-key-sees-all-tables', file: 'server/tables/read-as.ts', from: 'seenBy(board, actor, \'table\', saved) as SavedTable | null', to: 'saved as SavedTable | null', by: 'test/server/tables.test.ts' },
  { name: 'table-key-opens-others', file: 'server/http/tables.ts', from: ' && found.table === table', to: '', by: 'test/server/tables.test.ts' },
  { name: 'table-key-outlives-its-person', file: 'server/people/accounts.ts', from: '        tx.delete(tableKey).where(eq(tableKey.account, id)).run()\n', to: '', by: 'test/server/tables.test.ts' },
  { name: 'table-sent-twice', file: 'server/tables/sending.ts', from: 'recall(`table:', to: 'recall(`never:', by: 'test/server/tables.test.ts' },
  { name: 'table-sent-for-anybody', file: 'server/tables/sending.ts', from: '(owner.role !== \'coordinator\' && owner.role !== \'admin\') ||', to: '', by: 'test/server/tables.test.ts' },
  { name: 'table-sums-hidden-figures', file: 'shared/tables/work-out.ts', from: '?.few ? Number.NaN : 0', to: '?.few ? 0 : 0', by: 'test/county/tables.test.ts' },
  { name: 'table-groups-of-numbers', file: 'shared/tables/commands.ts', from: '!makesGroups(plan.of, plan.group)', to: '!hasField(plan.of, plan.group)', by: 'test/rules/tables.test.ts' },
  { name: 'mail-without-tls', file: 'server/mail/mailer.ts', from: 'requireTLS: !secure && !MAIL_PLAIN', to: 'requireTLS: false', by: 'test/server/mail.test.ts' },
  { name: 'mail-refused-again-and-again', file: 'server/tables/sending.ts', from: 'error instanceof Refused ? Number.POSITIVE_INFINITY : ', to: '', by: 'test/server/mail.test.ts' },
  { name: 'mail-to-readers-of-all-roles', file: 'server/http/tables.ts', from: 'headquarters.includes(actor.role) ? receivers : []', to: 'receivers', by: 'test/server/mail.test.ts' },
]
