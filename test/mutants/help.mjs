const desk = 'test/server/help.test.ts'

/** Bugs to plant in help requests. */
export const help = [
  { name: 'help-code-of-another', file: 'server/care/help.ts', from: 'const row = found?.help_request ?? reject(\'not_found\')', to: 'const row = found?.help_request ?? table().select().from(helpRequest).where(eq(helpRequest.no, no)).get() ?? reject(\'not_found\')', by: desk },
  { name: 'help-twice', file: 'server/care/help.ts', from: '        if (known) return give(known.help_request, id)\n', to: '        void known\n', by: desk },
  { name: 'help-joins-settled', file: 'server/care/help.ts', from: 'eq(helpRequest.township, township), inArray(helpRequest.state, [...openStates]), or(', to: 'eq(helpRequest.township, township), or(', by: desk },
  { name: 'help-joins-other-needs', file: 'server/care/help.ts', from: 'where(and(eq(helpRequest.kind, kind), eq(helpRequest.township, township)', to: 'where(and(eq(helpRequest.township, township)', by: desk },
  { name: 'help-of-all-townships', file: 'server/care/help.ts', from: 'scope.township === undefined ? undefined : eq(helpRequest.township, scope.township)', to: 'undefined', by: desk },
  { name: 'help-opened-unwritten', file: 'server/care/help.ts', from: '      log.note({ who: reader.id, act: \'open\', person: id, reason: \'help\' })\n', to: '', by: desk },
  { name: 'help-in-clear', file: 'server/care/help.ts', from: 'sealed: seal(row, { asks: [ask], words: \'\', ride: null })', to: 'sealed: JSON.stringify(ask)', by: desk },
  { name: 'help-driver-shown', file: 'server/care/help.ts', from: 'ride && { hospital: ride.hospital, vehicle: ride.vehicle, stages: ride.stages }', to: 'ride', by: desk },
  { name: 'help-taken-from-another', file: 'server/care/help.ts', from: 'one.act === \'take\' && row.takenBy !== null && row.takenBy !== reader.id', to: 'false', by: desk },
  { name: 'help-never-full', file: 'server/care/help.ts', from: 'if (waiting >= facts.care.help.most', to: 'if (false && waiting >= facts.care.help.most', by: desk },
  { name: 'help-unlimited', file: 'server/http/help.ts', from: '      await paced(asks, addressOf(request))\n', to: '', by: desk },
  { name: 'help-guessed', file: 'server/http/help.ts', from: 'await guarded(request, () => care.help.status(secret))', to: 'care.help.status(secret)', by: desk },
  { name: 'help-waits-a-round', file: 'server/board/scheduler.ts', from: ', \'countHelp\']', to: ']', by: desk },
  { name: 'help-rises-when-taken', file: 'shared/help/requests.ts', from: '    if (state !== \'waiting\') continue\n', to: '', by: desk },
]
