import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../server/database/database.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

const loose = 0o022
let before: number
beforeEach(() => void (before = process.umask(loose)))
afterEach(() => void process.umask(before))

const open = (folder: string): string[] => fs.readdirSync(folder, { withFileTypes: true, recursive: true })
  .map(entry => path.join(entry.parentPath, entry.name))
  .filter(file => fs.statSync(file).mode & 0o077)

it('[AC7] other users of the machine cannot read the database, SQLite\'s files beside it, the key, a photo, or the files of a further incident', async () => {
  const board = await runningBoard()
  const admin = board.person({ role: 'admin' })
  const opened = await admin.fetch('/api/incidents', { method: 'POST', body: JSON.stringify({ code: '2', name: 'x', phase: 'emergency', drill: false, startedAt: 1 }), headers: { 'content-type': 'application/json' } })
  expect(opened.status).toBe(201)
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 } }, admin.actor)
  const red = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).jpeg().toBuffer()
  expect((await admin.fetch('/api/i/first/photos/i1/f1', { method: 'PUT', body: red as never, headers: { 'content-type': 'image/jpeg' } })).status).toBe(200)
  const names = fs.readdirSync(board.data, { recursive: true }).map(String)
  for (const name of ['board.db', 'board.db-wal', 'key', 'photos']) expect(names).toContain(name)
  expect(names.some(name => /^incidents\/[\w-]+\/board\.db$/.test(name))).toBe(true)
  // The lock is empty.
  expect(open(board.data).filter(file => path.basename(file) !== 'lock')).toEqual([])
})

it('[AC7] an older database that all users can read is made private when it is opened', () => {
  const folder = tempFolder()
  const file = path.join(folder, 'board.db')
  const first = openDatabase(file)
  for (const part of ['', '-wal', '-shm']) fs.chmodSync(file + part, 0o644)
  const again = openDatabase(file)
  expect(open(folder)).toEqual([])
  again.close()
  first.close()
})
