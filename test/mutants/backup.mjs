const by = 'test/server/backup.test.ts'
const parts = 'test/server/backup-parts.test.ts'
const odd = 'test/server/backup-odd.test.ts'
const logs = 'test/server/verify.test.ts'
/** Bugs to plant in backups and restores. */
export const backups = [
  { name: 'half-backup-counts', file: 'server/backup/shelf.ts', from: 'idForm.test(name) && fs.existsSync(path.join(folder, name, \'manifest.json\'))).sort()', to: 'idForm.test(name)).sort()', by },
  { name: 'oldest-stays', file: 'server/backup/shelf.ts', from: '[...ids].sort().reverse()', to: '[...ids].sort()', by: parts },
  { name: 'epoch-restored', file: 'server/backup/restore.ts', from: 'on conflict do update set value = excluded.value', to: 'on conflict do nothing', by },
  { name: 'sums-unread', file: 'server/backup/restore.ts', from: 'if (!fs.existsSync(source)) throw new Refused(\'half\', place, file.path)', to: 'if (!fs.existsSync(source)) return', by },
  { name: 'full-folder-taken', file: 'server/backup/restore.ts', from: 'if (names.length && !names.includes(restoring))', to: 'if (!names)', by },
  { name: 'manifest-unsigned', file: 'server/backup/manifest.ts', from: 'if (key.sign(outer.manifest) !== outer.mac)', to: 'if (!outer.mac)', by },
  { name: 'half-restored-starts', file: 'server/disk/folder.ts', from: 'if (names.includes(\'restoring\'))', to: 'if (!names)', by },
  { name: 'care-key-stays', file: 'server/backup/forgotten.ts', from: 'if (timeOf(id) > before ||', to: 'if (timeOf(id) > 0 ||', by },
  { name: 'deleted-person-opens', file: 'server/care/subject.ts', from: 'forget()\n      vault', to: 'vault', by },
  { name: 'upgrade-without-backup', file: 'server/disk/data-folder.ts', from: 'if (anyBehind(folder)) await beforeUpgrade()', to: 'anyBehind(folder)', by },
  { name: 'backup-fills-disk', file: 'server/backup/make.ts', from: 'if (missing > 0)', to: 'if (missing > 1e12)', by },
  { name: 'photos-copied-again', file: 'server/backup/kept-files.ts', from: 'if (last && last.size', to: 'if (!last && found.size', by },
  { name: 'failed-backup-untold', file: 'server/backup/keeper.ts', from: 'onTrouble(failed(why))', to: 'void failed(why)', by },
  { name: 'marks-are-not-compared', file: 'server/audit/chain.ts', from: '[...asked].some(one => one !== mac)', to: 'false', by: logs },
  { name: 'lost-heads-are-sound', file: 'server/audit/verify.ts', from: 'rows ? gone : null', to: 'null', by: logs },
  { name: 'backups-do-not-witness', file: 'server/operate/verify.ts', from: 'verifyLogs(config.DATA_DIR, witnesses)', to: 'verifyLogs(config.DATA_DIR)', by: logs },
  { name: 'admin-beside-a-board', file: 'server/operate/add-admin.ts', from: 'const { fresh, release } = takeFolder(config.DATA_DIR)', to: 'const [fresh, release] = [false, () => {}]', by: logs },
  { name: 'lost-share-ends-the-board', file: 'server/backup/keeper.ts', from: '      onTrouble(unreached(error))\n', to: '      throw error\n', by: parts },
  { name: 'refused-backup-sweeps', file: 'server/backup/make.ts', from: 'if (held.length === 2) fs', to: 'fs', by: odd },
  { name: 'clock-back-loses-backup', file: 'server/backup/make.ts', from: ' && id !== made', to: '', by: odd },
  { name: 'cut-photo-stays', file: 'server/backup/kept-files.ts', from: '?.size ?? -1) >= size', to: '?.size ?? -1) >= 0', by: odd },
  { name: 'future-backup-each-minute', file: 'server/backup/keeper.ts', from: '.filter(at => at <= now() + minute)', to: '', by: parts },
  { name: 'clock-back-opens', file: 'server/backup/forgotten.ts', from: 'Math.max(at, before[incident] ?? 0)', to: 'at', by: parts },
]
