import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { checkSqlite } from '../../server/core/sqlite-version.ts'
import { openDataFolder } from '../../server/disk/data-folder.ts'
import { tempFolder } from '../support/temp.ts'

it('[OP4] a start with a SQLite whose write-ahead logs a reset could damage (before 3.51.3) ends with a sentence, and makes nothing; what is installed is newer', async () => {
  const folder = path.join(tempFolder(), 'data')
  const start = async (sqlite: string) => await openDataFolder(folder, { begin: async () => {}, pages: { later: () => false }, locked: async () => {}, sqlite })
  for (const sqlite of ['3.51.2', '3.50.9', '3.9.99']) await expect(start(sqlite)).rejects.toMatchObject({ reason: 'sqlite_old', detail: sqlite })
  expect(fs.existsSync(folder)).toBe(false)
  for (const sqlite of ['3.51.3', '3.52.0', '4.0.0', undefined]) expect(() => checkSqlite(sqlite)).not.toThrow()
})
