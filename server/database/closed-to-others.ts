import fs from 'node:fs'

/** Makes a file or folder readable only by the user that the server runs as, even if it had looser permissions before. */
export function closeToOthers(path: string): void {
  const { mode } = fs.statSync(path)
  if (mode & 0o077) fs.chmodSync(path, mode & 0o700)
}

/** Does the same for a database and the files that SQLite keeps beside it. Makes the database first if it is missing, because SQLite gives its other files the same permissions. */
export function closeDatabaseToOthers(file: string): void {
  fs.closeSync(fs.openSync(file, 'a', 0o600))
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (fs.existsSync(part)) closeToOthers(part)
  }
}
