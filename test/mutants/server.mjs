/** Bugs to plant in the server: authority, frames, snapshots. */
export const server = [
  { name: 'short-tail', file: 'server/authority.ts', from: 'missed < 0 || missed > this.#tail.length', to: 'missed < 0' },
  { name: 'no-dedupe', file: 'server/authority.ts', from: 'commits.get(command.id) ?? await this.#store.find(command.id)', to: 'commits.get(command.id)' },
  { name: 'forged-id', file: 'server/authority.ts', from: 'earlier.actor === actor.id', to: 'earlier.actor' },
  { name: 'lost-race-ignored', file: 'server/authority.ts', from: 'if (commits.length && !await this.#store.append(commits)) {', to: 'if (commits.length && !await this.#store.append(commits) && attempt > 9) {' },
  { name: 'batch-forgets', file: 'server/authority.ts', from: 'draft.apply(changes)', to: 'void changes' },
  { name: 'seq-skips', file: 'server/authority.ts', from: 'this.board.seq + commits.size + 1', to: 'this.board.seq + decided.length + 1' },
  { name: 'applied-twice', file: 'server/authority.ts', from: 'commits.filter(commit => commit.seq > this.board.seq)', to: 'commits.filter(Boolean)' },
  { name: 'before-is-after', file: 'server/authority.ts', from: 'commit.changes.map(({ kind, id }) => this.board.get(kind, id))', to: 'commit.changes.map(({ value }) => value ?? undefined)' },
  { name: 'no-removal', file: 'server/frames.ts', from: 'return was && visible(audience, kind, was)', to: 'return false && visible(audience, kind, was)' },
  { name: 'leak-in-frame', file: 'server/frames.ts', from: 'if (value && visible(audience, kind, value))', to: 'if (value)' },
  { name: 'gone-but-never-seen', file: 'server/frames.ts', from: 'return was && visible(audience, kind, was)', to: 'return was !== value', by: 'test/server/frames.test.ts' },
  { name: 'restart-forgets-before', file: 'server/read-back.ts', from: 'const earlier = await store.stood(touched, first.seq - 1)', to: 'const earlier = []', by: 'test/server/frames.test.ts' },
  { name: 'name-tells-more', file: 'shared/telling.ts', from: 'about.every(({ kind }) => seen.has(kind))', to: 'seen.size > 0', by: 'test/server/frames.test.ts' },
  { name: 'every-argument-told', file: 'shared/telling.ts', from: 'keys.includes(key)', to: 'key', by: 'test/server/telling.test.ts' },
  { name: 'secret-base-told', file: 'shared/telling.ts', from: 'key !== \'base\' || !hidden(was)', to: 'key', by: 'test/server/telling.test.ts' },
  { name: 'leak-in-snapshot', file: 'server/snapshots.ts', from: 'filter(record => visible(audience, kind, record))', to: 'filter(record => record)' },
]
