/** Bugs to plant in the start, and in the handling of a full disk. */
export const start = [
  { name: 'key-made-anew', file: 'server/disk/key-check.ts', from: 'if (!fs.existsSync(keyFile) && known === undefined && !people.length) return', to: 'if (!fs.existsSync(keyFile)) return', by: 'test/server/start.test.ts' },
  { name: 'any-key-will-do', file: 'server/disk/key-check.ts', from: ': known === seal.check', to: ': true', by: 'test/server/start.test.ts' },
  { name: 'drill-beside-photos', file: 'server/disk/folder.ts', from: 'if (!names.length ||', to: 'if (!names.includes(\'board.db\') ||', by: 'test/server/start.test.ts' },
  { name: 'two-processes', file: 'server/disk/folder.ts', from: 'raw.exec(\'begin exclusive\')', to: 'raw.exec(\'begin\')', by: 'test/server/start.test.ts' },
  { name: 'pages-unread', file: 'server/disk/database-check.ts', from: 'if (found[0] !== \'ok\')', to: 'if (!found.length)', by: 'test/server/start.test.ts' },
  { name: 'newer-is-fine', file: 'server/disk/database-check.ts', from: 'if (applied > known ||', to: 'if (', by: 'test/server/start.test.ts' },
  { name: 'old-sqlite-starts', file: 'server/disk/data-folder.ts', from: '  checkSqlite(sqlite)\n', to: '', by: 'test/server/old-sqlite.test.ts' },
  { name: 'empty-file-is-new', file: 'server/disk/database-check.ts', from: 'if (fs.statSync(file).size === 0) throw new CannotStart(\'empty\', file)', to: 'if (fs.statSync(file).size === 0) return', by: 'test/server/start.test.ts' },
  { name: 'no-incident-is-new', file: 'server/disk/database-check.ts', from: 'if (!raw.prepare(\'select 1 from log limit 1\').get())', to: 'if (!raw)', by: 'test/server/start.test.ts' },
  { name: 'old-sums-believed', file: 'server/database/row-sum.ts', from: 'digest(JSON.stringify([row.seq', to: 'row.sum || digest(JSON.stringify([row.seq', by: 'test/server/start.test.ts' },
  { name: 'old-sums-refused', file: 'server/database/row-sum.ts', from: 'row.sum.startsWith(mark)', to: 'row.sum !== mark', by: 'test/server/start.test.ts' },
  { name: 'changed-row-served', file: 'server/disk/row-check.ts', from: 'if (!fitsSum(row))', to: 'if (!row)', by: 'test/server/start.test.ts' },
  { name: 'stray-record-served', file: 'server/disk/row-check.ts', from: 'if (made.size && made.get(', to: 'if (!made.size && made.get(', by: 'test/server/start.test.ts' },
  { name: 'gap-served', file: 'server/disk/row-check.ts', from: 'if (count && (first !== 1 || last !== count))', to: 'if (!count)', by: 'test/server/start.test.ts' },
  { name: 'one-stops-all', file: 'server/incidents.ts', from: 'if (!(error instanceof CannotStart)) throw error', to: 'if (error) throw error', by: 'test/server/start.test.ts' },
]

const full = 'test/server/disk-full.test.ts'
export const fullDisk = [
  { name: 'full-is-a-bug', file: 'server/core/guard.ts', from: 'return noRoom(error) ? { ok: false, code: \'storage_full\', retryAfter: 5000 } : { ok: false, code: \'internal\' }', to: 'return { ok: false, code: \'internal\' }', by: full },
  { name: 'room-is-not-asked', file: 'server/http/photos.ts', from: 'if (!kept) await room.needed()', to: '', by: full },
  { name: 'lists-fill-the-rest', file: 'shared/core/rule-book.ts', from: 'definitionOf(name)?.imports === true', to: 'definitionOf(name) === undefined', by: full },
  { name: 'headquarters-untold', file: 'server/board-server.ts', from: 'tellHeadquarters = line.conditionChanged', to: 'void line.conditionChanged', by: full },
  { name: 'everybody-told', file: 'server/line/line.ts', from: 'if (headquarters.includes(actor.role))', to: 'if (actor.role)', by: full },
  { name: 'full-for-ever', file: 'server/disk/room.ts', from: 'now() - failedAt < 2 * every', to: 'failedAt > 0', by: full },
  { name: 'half-stays', file: 'server/disk/whole-file.ts', from: 'await fs.rm(target + half, { force: true })', to: 'void half', by: full },
  { name: 'young-half-swept', file: 'server/disk/whole-file.ts', from: 'if (Date.now() - written >= age)', to: 'if (written)', by: full },
  { name: 'not-swept', file: 'server/board-server.ts', from: 'await sweep(incidents, 0)', to: 'void sweep', by: full },
]
