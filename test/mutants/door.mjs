/** Bugs to plant in the handling of requests and connections: which handler owns a path, who may use a connection, and what strangers are answered. */
export const door = [
  { name: 'two-owners', file: 'server/board-server.ts', from: '  line.attach(server)\n', to: '  const before = server.listeners(\'request\')\n  line.attach(server)\n  for (const one of before) server.on(\'request\', one as () => void)\n', by: 'test/server/polling.test.ts' },
  { name: 'foreign-line', file: 'server/line/door.ts', from: 'openedBy.has(line) && openedBy.get(line) !== cookieOf(request)', to: 'openedBy.has(line) && !openedBy.get(line)', by: 'test/server/polling.test.ts' },
  { name: 'poll-from-anywhere', file: 'server/line/door.ts', from: 'headers.origin === undefined && headers[\'sec-fetch-site\'] === undefined', to: 'true', by: 'test/server/polling.test.ts' },
  { name: 'missing-asset-is-a-bug', file: 'server/http/pages.ts', from: '}, nothingHere)', to: '}, () => { throw new Error(\'no such part\') })', by: 'test/server/polling.test.ts' },
  { name: 'any-script-in-the-page', file: 'server/http/app.ts', from: '...pages ? scriptsOf(pages) : []', to: '\'\\\'unsafe-inline\\\'\'', by: 'test/server/pages.test.ts' },
  { name: 'packed-for-all', file: 'server/http/pages.ts', from: 'lying.find(({ coding }) => request.acceptsEncodings(coding))', to: 'lying[0]', by: 'test/server/pages.test.ts' },
  { name: 'path-followed', file: 'server/http/pages.ts', from: 'ready.filter(({ ending }) => names.has(name + ending))', to: 'ready.filter(({ ending }) => fs.existsSync(folder + decodeURIComponent(name) + ending))', by: 'test/server/pages.test.ts' },
  { name: 'health-tells-all', file: 'server/http/app.ts', from: 'response.json({ ok: true })', to: 'response.json({ ok: true, incidents: incidents.all().length })', by: 'test/server/polling.test.ts' },
]

/** Bugs to plant in messages to outside receivers, and in the lock of the store. */
export const outside = [
  { name: 'receiver-down-is-a-bug', file: 'server/outgoing/guarded-request.ts', from: 'error instanceof NotTaken ? error : new NotTaken(error.message, { cause: error })', to: 'error', by: 'test/server/outside.test.ts' },
  { name: 'mail-down-is-a-bug', file: 'server/mail/mailer.ts', from: 'throw new (forGood(error) ? Refused : NotTaken)(whyOf(error), { cause: error })', to: 'throw error', by: 'test/server/outside.test.ts' },
  { name: 'mail-server-named-the-address', file: 'server/mail/mailer.ts', from: 'return responseCode === undefined && ', to: 'return true || ', by: 'test/server/mail.test.ts' },
  { name: 'line-for-each-message', file: 'server/core/outside.ts', from: 'const due = now() - before.at >= pause', to: 'const due = now() >= before.at', by: 'test/server/outside.test.ts' },
  { name: 'dropped-webhooks', file: 'server/outgoing/outgoing.ts', from: '      onTrouble(hook.name, error)\n', to: '      onTrouble(hook.name, error)\n      hook.waiting = []\n', by: 'test/server/outgoing.test.ts' },
  { name: 'webhooks-forgotten-at-restart', file: 'server/outgoing/hook-memory.ts', from: 'upTo: Math.min(upTo, seq)', to: 'upTo: seq', by: 'test/server/outgoing.test.ts' },
  { name: 'webhooks-waiting-forgotten', file: 'server/outgoing/hook-memory.ts', from: '    waiting,\n    dropped,\n    async', to: '    waiting: [] as Line[],\n    dropped,\n    async', by: 'test/server/outgoing.test.ts' },
  { name: 'webhooks-told-twice', file: 'server/outgoing/outgoing.ts', from: '        await hook.keep(hook)\n', to: '', by: 'test/server/outgoing.test.ts' },
  { name: 'webhook-cut-short', file: 'server/outgoing/outgoing.ts', from: 'hook.waiting.filter(line => !lines.includes(line))', to: 'hook.waiting.filter(line => !due.includes(line) || !lines)', by: 'test/server/outgoing.test.ts' },
  { name: 'busy-is-a-race', file: 'server/board/store-sqlite.ts', from: 'if (lostRace(error)) return false', to: 'if (lostRace(error) || String((error as { code?: string }).code).startsWith(\'SQLITE_BUSY\')) return false', by: 'test/server/store.test.ts' },
  { name: 'any-constraint-is-a-race', file: 'server/board/store-sqlite.ts', from: ' && /: log\\.(?:seq|id)$/.test(message)', to: ' && message.length > 0', by: 'test/server/store.test.ts' },
  { name: 'busy-is-a-bug', file: 'server/core/no-room.ts', from: '/^SQLITE_(?:BUSY|LOCKED)/', to: '/^LOCKED/', by: 'test/server/authority.test.ts' },
  { name: 'listener-ends-it', file: 'server/board/authority.ts', from: '        this.#options.onBug(error, applied[0]!.commit)\n', to: '        throw error\n', by: 'test/server/authority.test.ts' },
]

/** Bugs to plant in how the server stays up, and in how it ends. */
export const stayingUp = [
  { name: 'unknown-goes-on', file: 'server/ending.ts', from: '      if (!under) finish(1, most.unknown)\n', to: '', by: 'test/server/ending.test.ts' },
  { name: 'ending-without-end', file: 'server/ending.ts', from: 'setTimeout(end, longest, 1)', to: 'setTimeout(() => {}, longest, 1)', by: 'test/server/ending.test.ts' },
  { name: 'closes-before-it-answers', file: 'server/board-server.ts', from: '      for (const board of boards()) await board.idle()\n', to: '', by: 'test/server/ending.test.ts' },
  { name: 'open-while-it-ends', file: 'server/http/answer.ts', from: '    if (open()) return next()\n', to: '    if (open) return next()\n', by: 'test/server/ending.test.ts' },
  { name: 'one-frame-fails-all', file: 'server/line/frames.ts', from: 'spare(onBug, () => frame(audience, { ...range, commits: commitsFor(audience, applied) }))', to: 'frame(audience, { ...range, commits: commitsFor(audience, applied) })', by: 'test/server/frames.test.ts' },
  { name: 'a-teller-ends-it', file: 'server/board/scheduler.ts', from: 'spare(onBug, after)', to: 'void after()', by: 'test/server/ending.test.ts' },
  { name: 'freeze-stops-the-rest', file: 'server/board/scheduler.ts', from: 'await freeze().catch(onBug)', to: 'await freeze()', by: 'test/server/ending.test.ts' },
]
