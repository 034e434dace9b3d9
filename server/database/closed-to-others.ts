import fs from 'node:fs'

/** Readable by the user the server runs as and nobody else on the machine, also if it existed with looser rights. */
export function closeToOthers(path: string): void {
  const { mode } = fs.statSync(path)
  if (mode & 0o077) fs.chmodSync(path, mode & 0o700)
}

/** The same for a database, which is made when it is missing, and what SQLite keeps beside it: that gets the rights the database has. */
export function closeDatabaseToOthers(file: string): void {
  fs.closeSync(fs.openSync(file, 'a', 0o600))
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (fs.existsSync(part)) closeToOthers(part)
  }
}
