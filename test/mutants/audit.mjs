const devices = 'test/server/devices.test.ts'
const page = 'test/server/audit-page.test.ts'
const duties = 'test/sight/duties.test.ts'
const auditor = 'test/server/auditor.test.ts'
const server = 'test/server/admin-page.test.ts'
const screen = 'test/client/audit-page.test.ts'

/** Bugs to plant in the page of the logs, and in what administrators look at. */
export const audit = [
  { name: 'audit-for-headquarters', file: 'server/http/audit.ts', from: 'asker(request, accounts, logReaders)', to: 'asker(request, accounts)', by: page },
  { name: 'auditor-guesses-words', file: 'server/http/audit.ts', from: '    if (wanted.text !== undefined && by.role === \'auditor\') reject(\'forbidden\')\n', to: '', by: duties },
  { name: 'auditor-sees-the-staff-board', file: 'shared/core/sight.ts', from: 'role === \'auditor\' || ', to: '', by: 'test/sight/boards.test.ts' },
  { name: 'auditor-reads-names', file: 'shared/core/actor.ts', from: '\'gridWorker\', \'auditor\']\n\n/** True if `reader`', to: '\'gridWorker\']\n\n/** True if `reader`', by: duties },
  { name: 'auditor-administers', file: 'server/http/system.ts', from: 'asker(request, accounts, [\'admin\'])', to: 'asker(request, accounts, logReaders)', by: duties },
  { name: 'sessions-for-all', file: 'server/http/devices.ts', from: 'asker(request, accounts, [\'admin\'])', to: 'asker(request, accounts)', by: devices },
  { name: 'sessions-unseen', file: 'server/people/devices.ts', from: 'if (sessions.length) accounts.noteReading', to: 'if (!sessions.length) accounts.noteReading', by: devices },
  { name: 'sessions-without-end', file: 'server/people/devices.ts', from: '.limit(sessionsAPage)', to: '.limit(1000)', by: devices },
  { name: 'idle-listed', file: 'server/people/devices.ts', from: 'found.filter(one => !accounts.isIdle(one.session, toActor(one.account)))', to: 'found', by: devices },
  { name: 'auditor-shut-out', file: 'client/shell/frame/NotYours.vue', from: 'void router.replace(\'/audit\')', to: 'void 0', by: 'test/client/auditor-home.test.ts' },
  { name: 'auditor-alone', file: 'server/people/sessions.ts', from: '      if (isAuditor(id) && audit.did(by, setsUp, id)) reject(\'other_admin\')\n', to: '', by: auditor },
  { name: 'auditor-from-another-role', file: 'shared/audit/auditor.ts', from: '(from !== \'auditor\' && to !== \'auditor\')', to: 'from !== \'auditor\'', by: auditor },
  { name: 'auditor-link-with-the-account', file: 'server/http/people.ts', from: 'person.role !== \'auditor\' && {', to: '{', by: auditor },
  { name: 'auditor-factor-taken', file: 'server/people/factors.ts', from: ' && audit.did(by, letsIn, person)) reject', to: ' && false) reject', by: auditor },
  { name: 'audit-taken-without-proof', file: 'server/http/audit.ts', from: '      freshly(request, accounts)\n', to: '', by: page },
  { name: 'audit-taken-unseen', file: 'server/http/audit.ts', from: 'if (!goesOn) accounts.note(', to: 'if (goesOn) accounts.note(', by: page },
  { name: 'audit-taken-from-the-middle', file: 'server/http/audit.ts', from: 'before.next === JSON.stringify(next)', to: 'before !== undefined', by: page },
  { name: 'audit-row-twice', file: 'server/trail/trail.ts', from: 'waits ? waits.id + 1', to: 'waits ? waits.id + 2', by: page },
  { name: 'audit-row-lost', file: 'server/trail/trail.ts', from: 'waits ? waits.id + 1', to: 'waits ? waits.id', by: page },
  { name: 'audit-logs-run-ahead', file: 'server/trail/trail.ts', from: '.filter(({ at }) => at >= horizon)', to: '', by: page },
  { name: 'audit-reads-all', file: 'server/trail/board-part.ts', from: 'before - downTo < mostRead && ', to: '', by: page },
  { name: 'audit-last-day-missing', file: 'server/trail/stretch.ts', from: 'low = middle + 1', to: 'low = middle + 2', by: page },
  { name: 'audit-says-words', file: 'server/trail/care-part.ts', from: 'many: people, reason,', to: 'many: people, reason: `小明`,', by: page },
  { name: 'verified-forgotten', file: 'server/audit/verifying.ts', from: '    await remember(JSON.stringify(done))\n', to: '', by: page },
  { name: 'verified-always-sound', file: 'server/audit/verifying.ts', from: 'wrong ? [{ log, what: wrong }] : []', to: '[]', by: page },
  { name: 'server-seen-by-all', file: 'server/http/system.ts', from: 'asker(request, accounts, [\'admin\'])', to: 'asker(request, accounts)', by: server },
  { name: 'backup-without-proof', file: 'server/http/system.ts', from: '      freshly(request, accounts)\n', to: '', by: server },
  { name: 'disabled-are-counted', file: 'server/system/health.ts', from: 'filter(one => !one.disabled)', to: 'slice()', by: server },
  { name: 'backups-unlisted', file: 'server/system/backup-state.ts', from: 'ids.slice(-shown)', to: 'ids.slice(shown)', by: server },
  { name: 'text-in-the-address', file: 'client/audit/trail.ts', from: 'const text = shallowRef(\'\')', to: 'const text = inUrl(\'text\')', by: screen },
  { name: 'csv-runs', file: 'client/base/transfer/write-csv.ts', from: 'escapeFormulae: true', to: 'escapeFormulae: false', by: screen },
]
