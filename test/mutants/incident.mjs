/** Bugs to plant in the incident and its clock. */
export const incident = [
  { name: 'clock-goes-back', file: 'shared/incident/clock-commands.ts', from: 'if (to <= now || to > now + week)', to: 'if (to > now + week)', by: 'test/rules/drill-clock.test.ts' },
  { name: 'real-clock-moves', file: 'shared/incident/clock-commands.ts', from: 'return incident.drill ? incident : reject(\'real_clock\')', to: 'return incident', by: 'test/rules/drill-clock.test.ts' },
  { name: 'clock-deaf', file: 'server/board/scheduler.ts', from: '[\'moveClock\', ', to: '[', by: 'test/server/drill-clock.test.ts' },
  { name: 'commit-in-world-time', file: 'server/board/decide-batch.ts', from: 'const at = incidentTime(draft.get(\'incident\', \'incident\'), real)', to: 'const at = real', by: 'test/server/drill-clock.test.ts' },
  { name: 'drill-places-real', file: 'server/incidents.ts', from: 'if (source && source.get(\'incident\', \'incident\')?.drill !== incident.drill) reject(\'invalid\', \'from: a drill and a real incident\')\n', to: '', by: 'test/server/incidents.test.ts' },
  { name: 'retired-places-taken', file: 'server/taking-over.ts', from: '.filter(place => !place.retired)', to: '', by: 'test/server/incidents.test.ts' },
  { name: 'ended-writes', file: 'shared/core/rule-book.ts', from: 'if (actor.role !== \'system\' && !definition.afterEnd && isOver(board)) reject(\'incident_over\')\n', to: '', by: 'test/rules/incident-end.test.ts' },
  { name: 'end-at-once', file: 'server/incident-end.ts', from: ' && isDue(board, ended)', to: '', by: 'test/server/incident-end.test.ts' },
  { name: 'drill-clock-destroys', file: 'server/incident-end.ts', from: ' && ended.dueReally <= now()', to: '', by: 'test/server/incident-end.test.ts' },
  { name: 'end-takes-the-undecided', file: 'server/incident-end.ts', from: '(!ended || !isDue(one, ended))', to: '!ended', by: 'test/server/incident-end.test.ts' },
  { name: 'ended-photos-stay', file: 'server/incident-end.ts', from: '    await board.photos.destroy()\n', to: '', by: 'test/server/incident-end.test.ts' },
  { name: 'ended-takes-others', file: 'server/people/belonging.ts', from: ' && !theirs.some(names => names.has(id))', to: '', by: 'test/server/incident-end.test.ts' },
  { name: 'end-not-withdrawn', file: 'server/care/purge.ts', from: ' || one.id.startsWith(endMark)', to: '', by: 'test/server/incident-end.test.ts' },
  { name: 'ended-register-takes', file: 'server/http/care.ts', from: 'isOver(board.authority.board) ? reject(\'incident_over\') : ', to: '', by: 'test/server/incident-end.test.ts' },
  { name: 'figures-before-opening', file: 'shared/core/cut-off.ts', from: 'Math.max(incident.startedAt, incident.openedAt)', to: 'incident.startedAt', by: 'test/rules/bulletins.test.ts' },
]
