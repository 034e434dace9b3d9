const by = 'test/server/backup.test.ts'
const parts = 'test/server/backup-parts.test.ts'
const odd = 'test/server/backup-odd.test.ts'
const doctor = 'test/server/doctor.test.ts'
const old = 'test/server/old-folders.test.ts'
const logs = 'test/server/verify.test.ts'
/** Bugs to plant in backups and restores. */
export const backups = [
  { name: 'half-backup-counts', file: 'server/backup/shelf.ts', from: 'idForm.test(name) && fs.existsSync(path.join(folder, name, \'manifest.json\'))).sort()', to: 'idForm.test(name)).sort()', by },
  { name: 'oldest-stays', file: 'server/backup/shelf.ts', from: '[...ids].sort().reverse()', to: '[...ids].sort()', by: parts },
  { name: 'epoch-restored', file: 'server/backup/restore.ts', from: 'on conflict do update set value = excluded.value', to: 'on conflict do nothing', by },
  { name: 'sums-unread', file: 'server/backup/restore.ts', from: 'if (!fs.existsSync(source)) throw new Refused(\'half\', place, file.path)', to: 'if (!fs.existsSync(source)) return', by },
  { name: 'full-folder-taken', file: 'server/backup/restore.ts', from: 'const free = () => !filled().length ||', to: 'const free = () => true ||', by },
  { name: 'manifest-unsigned', file: 'server/backup/manifest.ts', from: 'if (key.sign(outer.manifest) !== outer.mac)', to: 'if (!outer.mac)', by },
  { name: 'half-restored-starts', file: 'server/disk/folder.ts', from: 'if (names.includes(\'restoring\'))', to: 'if (!names)', by },
  { name: 'care-key-stays', file: 'server/backup/forgotten.ts', from: 'for (const { file } of found) destroyFile(file)', to: 'void destroyFile', by },
  { name: 'deleted-person-opens', file: 'server/care/subject.ts', from: 'forget(marks)\n      vault', to: 'vault', by },
  { name: 'upgrade-without-backup', file: 'server/disk/data-folder.ts', from: 'if (anyBehind(folder)) await beforeUpgrade()', to: 'anyBehind(folder)', by },
  { name: 'backup-fills-disk', file: 'server/backup/make.ts', from: 'if (missing > 0)', to: 'if (missing > 1e12)', by },
  { name: 'photos-copied-again', file: 'server/backup/kept-files.ts', from: 'if (last && last.size', to: 'if (!last && found.size', by },
  { name: 'failed-backup-untold', file: 'server/backup/keeper.ts', from: 'onTrouble(failed(why))', to: 'void failed(why)', by },
  { name: 'doctor-ends-well', file: 'server/operate/doctor.ts', from: 'if (count) process.exitCode = 78', to: 'process.exitCode = 0', by: doctor },
  { name: 'doctor-skips-clock', file: 'server/doctor/clock.ts', from: 'if (newest - now > minute)', to: 'if (now < 0)', by: doctor },
  { name: 'doctor-trusts-backups', file: 'server/doctor/backups.ts', from: 'for (const id of ids) readManifest(folder, id, key)', to: 'void readManifest, void key', by: doctor },
  { name: 'doctor-leaves-a-file', file: 'server/doctor/clock.ts', from: '    fs.rmSync(file)\n', to: '    void 0\n', by: doctor },
  { name: 'marks-are-not-compared', file: 'server/audit/chain.ts', from: '[...asked].some(one => one !== mac)', to: 'false', by: logs },
  { name: 'lacking-columns-are-earlier', file: 'server/audit/verify.ts', from: 'marks.some(({ id }) => id > 0) ? lacking : null', to: 'null', by: logs },
  { name: 'lost-heads-are-sound', file: 'server/audit/verify.ts', from: 'rows ? gone : null', to: 'null', by: logs },
  { name: 'backups-do-not-witness', file: 'server/operate/verify.ts', from: 'witnessesIn(manifests))', to: '[])', by: logs },
  { name: 'admin-beside-a-board', file: 'server/operate/add-admin.ts', from: 'const { fresh, release } = takeFolder(config.DATA_DIR)', to: 'const [fresh, release] = [false, () => {}]', by: logs },
  { name: 'lost-share-ends-the-board', file: 'server/backup/keeper.ts', from: '      onTrouble(unreached(error))\n', to: '      throw error\n', by: parts },
  { name: 'refused-backup-sweeps', file: 'server/backup/make.ts', from: 'if (held.length === 2) {', to: 'if (held.length) {', by: odd },
  { name: 'clock-back-loses-backup', file: 'server/backup/make.ts', from: ' && id !== made', to: '', by: odd },
  { name: 'cut-photo-stays', file: 'server/backup/kept-files.ts', from: '?.size ?? -1) >= size', to: '?.size ?? -1) >= 0', by: odd },
  { name: 'future-backup-each-minute', file: 'server/backup/keeper.ts', from: '.filter(at => at <= now() + minute)', to: '', by: parts },
  { name: 'later-key-goes-too', file: 'server/backup/forgotten.ts', from: '.filter(({ incident, mark }) => gone.has(', to: '.filter(({ incident, mark }) => gone.size || gone.has(', by: parts },
  { name: 'earlier-keys-unlisted', file: 'server/backup/forgotten.ts', from: '[...before[incident] ?? [], ...marks]', to: 'marks', by: parts },
  { name: 'upgrade-without-its-backup', file: 'server/backup/keeper.ts', from: '        throw new CannotStart(\'no_backup\', folder, String((error as Error)?.message ?? error))\n', to: '        onTrouble(failed(error))\n', by: parts },
  { name: 'folder-away-untold', file: 'server/backup/last-made.ts', from: 'id !== null && !backupsIn(folder).includes(id)', to: 'id === null && !backupsIn(folder).length', by: odd },
  { name: 'folder-back-unseen', file: 'server/backup/keeper.ts', from: '    if (pending) close()\n', to: '', by: odd },
  { name: 'killed-copies-stay', file: 'server/backup/staging.ts', from: '  try {\n    clearStaging(data)\n', to: '  try {\n', by: odd },
  { name: 'copies-swept-below', file: 'server/backup/staging.ts', from: '  } catch {\n    return\n', to: '  } catch {\n    release = () => {}\n', by: odd },
  { name: 'failed-part-stays', file: 'server/backup/make.ts', from: '      clearStaging(data)\n      sweep(folder)\n', to: '      clearStaging(data)\n', by: odd },
  { name: 'wal-left-beside', file: 'server/backup/copy-board.ts', from: ', timeout: 10_000 })', to: ', timeout: 10_000, readonly: true })', by: odd },
  { name: 'link-left-out-untold', file: 'server/backup/contents.ts', from: 'else if (!entry.isFile()) out.push(here)', to: '', by: odd },
  { name: 'full-restore-stays', file: 'server/backup/restore.ts', from: '    if (release) empty(target)\n', to: '', by: odd },
  { name: 'marker-before-lock', file: 'server/backup/restore.ts', from: '  let release: () => void\n  try {\n', to: '  fs.writeFileSync(path.join(target, restoring), \'\')\n  let release: () => void\n  try {\n', by: odd },
  { name: 'newer-backup-restored', file: 'server/backup/manifest.ts', from: 'manifest.migrations.care > known.care', to: 'manifest.migrations.care < 0', by: odd },
  { name: 'old-log-marked', file: 'server/audit/chain.ts', from: ', since: \'sum\' }', to: ' }', by: old },
  { name: 'old-tables-unbacked', file: 'server/backup/copy-board.ts', from: ' && lasting(raw, one.log)', to: '', by: old },
  { name: 'upgrade-does-not-wait', file: 'server/operate/backups.ts', from: 'why === \'upgrade\' ? patiently(make) : make()', to: 'make()', by: old },
  { name: 'kept-photo-unread', file: 'server/backup/kept-files.ts', from: '(await checkFile({ key, name: keptName, source: file })).sum === sum', to: 'sum', by: odd },
]
const metrics = 'test/server/metrics.test.ts'
/** Bugs to plant in the metrics. */
export const measured = [
  { name: 'metrics-for-everybody', file: 'server/http/metrics.ts', from: 'return passedOn === undefined && loopback', to: 'return loopback', by: metrics },
  { name: 'metrics-without-token', file: 'server/http/metrics.ts', from: 'digest(token) !== right) reject', to: 'right === token) reject', by: metrics },
  { name: 'metrics-public', file: 'server/core/config.ts', from: '(config.PUBLIC_URL || !loopback)) {\n    throw new Error(\'Setting METRICS', to: '!loopback) {\n    throw new Error(\'Setting METRICS', by: metrics },
  { name: 'answers-uncounted', file: 'server/board/authority.ts', from: 'this.#options.onAnswered(performance.now() - began, given.ok)', to: 'void began', by: metrics },
]
