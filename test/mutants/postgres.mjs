/** Bugs to plant in the store in PostgreSQL and in the copy of it. */
export const postgres = [
  { name: 'any-constraint-in-postgres-is-a-race', file: 'server/board/store-postgres.ts', from: 'code === \'23505\' && (name === \'log_seq\' || name === \'log_id\')', to: 'code === \'23505\'', by: 'test/server/postgres.test.ts' },
  { name: 'any-board-is-this-one', file: 'server/board/store-postgres.ts', from: 'asc(log.seq)).limit(limit)', to: 'desc(log.seq)).limit(limit)', by: 'test/server/store.test.ts' },
  { name: 'head-of-all-boards', file: 'server/board/store-postgres.ts', from: 'as fits from log where board', to: 'as fits from log where board is not null or board', by: 'test/server/postgres.test.ts' },
  { name: 'no-hint-and-no-look', file: 'server/board/store-postgres.ts', from: 'if (of === board) news(Number(seq))\n      }, () => news(null))\n      const looking = setInterval(news, every, null)', to: 'void [of, seq]\n      })\n      const looking = setInterval(() => {}, every, null)', by: 'test/server/postgres.test.ts' },
  { name: 'away-is-a-bug', file: 'server/board/authority.ts', from: 'locked(error) || away(error) ? \'busy\'', to: 'locked(error) ? \'busy\'', by: 'test/server/postgres.test.ts' },
  { name: 'unknown-is-not-asked-again', file: 'server/board/authority.ts', from: '!(locked(error) || away(error))', to: '!locked(error)', by: 'test/server/postgres.test.ts' },
  { name: 'fsync-off-is-fine', file: 'server/postgres/postgres.ts', from: 'if (server.readonly === \'on\')', to: 'if (server.readonly === \'never\')', by: 'test/server/postgres.test.ts' },
  { name: 'password-in-a-sentence', file: 'server/postgres/postgres.ts', from: 'if (shown.password) shown.password = \'…\'', to: '', by: 'test/server/postgres.test.ts' },
  { name: 'copy-is-not-brought-up', file: 'server/board/store-replicated.ts', from: 'await inTurn(fetchNow)\n      return copy.load()', to: 'return copy.load()', by: 'test/server/postgres.test.ts' },
  { name: 'copy-is-not-written', file: 'server/board/store-replicated.ts', from: 'if (!await copy.append(commits)) throw notOurs()\n        head = last', to: 'head = last', by: 'test/server/store.test.ts' },
  { name: 'two-servers-at-once', file: 'server/postgres/only-server.ts', from: 'if (got?.ours) return held', to: 'if (got) return held', by: 'test/server/moved.test.ts' },
  { name: 'start-beside-the-truth', file: 'server/board/stores.ts', from: 'if (elsewhere !== null) throw', to: 'if (elsewhere === \'\') throw', by: 'test/server/moved.test.ts' },
  { name: 'any-database-will-do', file: 'server/board/stores.ts', from: 'if (head ? head.epoch !== epoch : markOf(database) !== null) throw other()', to: '', by: 'test/server/moved.test.ts' },
  { name: 'values-are-left-behind', file: 'server/operate/move.ts', from: 'for (const [name, value] of kept) await truth.remember(name, value)', to: 'void kept', by: 'test/server/moved.test.ts' },
]
