/** Bugs to plant at the door: who answers which path, who may use a line, and what a stranger is told. */
export const door = [
  { name: 'two-owners', file: 'server/board-server.ts', from: '  socket.attach(server)\n', to: '  const first = server.listeners(\'request\')\n  socket.attach(server)\n  for (const one of first) server.on(\'request\', one as () => void)\n', by: 'test/server/polling.test.ts' },
  { name: 'foreign-line', file: 'server/line-door.ts', from: 'openedBy.has(line) && openedBy.get(line) !== cookieOf(request)', to: 'openedBy.has(line) && !openedBy.get(line)', by: 'test/server/polling.test.ts' },
  { name: 'poll-from-anywhere', file: 'server/line-door.ts', from: 'headers.origin === undefined && headers[\'sec-fetch-site\'] === undefined', to: 'true', by: 'test/server/polling.test.ts' },
  { name: 'missing-asset-is-a-bug', file: 'server/http/app.ts', from: 'maxAge: \'1y\' }), nothingHere)', to: 'maxAge: \'1y\', fallthrough: false }), (error: Error, _q: unknown, _s: unknown, next: (error: unknown) => void) => next(String(error)))', by: 'test/server/polling.test.ts' },
  { name: 'health-tells-all', file: 'server/http/app.ts', from: 'response.json({ ok: true })', to: 'response.json({ ok: true, incidents: incidents.all().length })', by: 'test/server/polling.test.ts' },
]
