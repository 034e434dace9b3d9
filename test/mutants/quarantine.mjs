const by = 'test/rules/quarantine.test.ts'
const trips = 'test/rules/transfers.test.ts'

/** Bugs to plant in quarantine sites and transfers. */
export const quarantine = [
  { name: 'room-any-text', file: 'shared/quarantine/site-commands.ts', from: '!roomNo.test(room)', to: '!room', by },
  { name: 'occupied-room-dropped', file: 'shared/quarantine/site-commands.ts', from: 'if (!kept.has(room)) reject(\'room_taken\', room)', to: 'void kept', by },
  { name: 'two-batches-in-a-room', file: 'shared/quarantine/rooms.ts', from: '(by && by.id !== own?.id)', to: 'false', by },
  { name: 'heads-need-not-add-up', file: 'shared/quarantine/batch-commands.ts', from: 'headsIn(rooms) !== heads', to: 'headsIn(rooms) > heads', by },
  { name: 'more-leave-than-there', file: 'shared/quarantine/batch-commands.ts', from: 'if (heads > there)', to: 'if (heads > batch.heads)', by },
  { name: 'empty-batch-stays', file: 'shared/quarantine/batch-commands.ts', from: 'leftAt: present ? null : left', to: 'leftAt: null', by },
  { name: 'phone-in-full-width', file: 'shared/core/impersonal.ts', from: 'text.normalize(\'NFKC\')', to: 'text', by },
  { name: 'departure-completes-a-test', file: 'shared/quarantine/batches.ts', from: 'if (!sampled || partly < present) continue', to: 'if (partly < present) continue', by },
  { name: 'partly-tested-is-tested', file: 'shared/quarantine/batches.ts', from: 'partly < present) continue', to: 'partly < 1) continue', by },
  { name: 'tested-by-place', file: 'shared/requirements/duties.ts', from: 'due.act === \'test\' && board.get', to: 'due.act === \'visit\' && board.get', by },
  { name: 'arrivals-wait-for-the-frequency', file: 'shared/requirements/duties.ts', from: ': first.dueAt', to: ': first.dueAt + due.rule.every * 3_600_000', by },
  { name: 'needs-of-the-hand-count', file: 'shared/supplies/radar.ts', from: '...groupsAt(board, place, facts.quarantine), duty', to: 'duty', by },
  { name: 'more-heads-than-seats', file: 'shared/quarantine/transfer-commands.ts', from: 'one.heads > one.seats', to: 'one.heads > 100', by: trips },
  { name: 'two-plans-at-once', file: 'shared/quarantine/transfers.ts', from: 'meet(span, spanOf(trip, now))', to: 'trip.state !== \'planned\' && meet(span, spanOf(trip, now))', by: trips },
  { name: 'leaves-while-elsewhere', file: 'shared/quarantine/trip-commands.ts', from: '    roadFree(draft, off, now)\n', to: '', by: trips },
  { name: 'undo-puts-it-in-two-places', file: 'shared/quarantine/trip-commands.ts', from: '  planFree(draft, back, now)\n', to: '', by: trips },
  { name: 'not-cleaned', file: 'shared/quarantine/transfers.ts', from: '&& disinfectedAt === null)', to: '&& disinfectedAt !== null)', by: trips },
  { name: 'one-trip-two-batches', file: 'shared/quarantine/batch-commands.ts', from: ' || trip.batch) reject', to: ') reject', by: trips },
  { name: 'late-told-twice', file: 'shared/notices/owed.ts', from: 'give(\'transferLate\', { id, township }, arriveBy,', to: 'give(\'transferLate\', { id, township }, now,', by: trips },
]
