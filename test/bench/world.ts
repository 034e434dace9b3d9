import type { Store } from '../../server/board/store.ts'
import type { County } from '../../shared/core/county.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { schemas } from '../../shared/records.ts'
import { county as shore } from '../support/county.ts'

/** An invented county, as large as a real one, for measuring. */
export const county: County = {
  ...shore,
  timeZone: 'Asia/Shanghai',
  townships: Array.from({ length: 21 }, (_, i) => ({ code: `t${i}`, name: `Town ${i}`, short: `${i}`, nameEn: `Town ${i}`, seat: [110, 21] as const, label: [110, 21] as const })),
  cells: { type: 'FeatureCollection', features: [] },
}

const states = ['found', 'told', 'rectifying', 'awaiting', 'deferred'] as const
const names = ['中心小学', '卫生院', '惠民超市', '村委会', '采样点', '敬老院']
const spread = (i: number, salt: number) => (Math.imul(i + salt, 2654435761) >>> 0) / 2 ** 32

export const place = (i: number) => v.parse(schemas.place, { id: `pl-${i.toString(36)}`, name: `${names[i % 6]}${i}`, kind: 'school', township: `t${i % 21}`, lng: 109.8 + spread(i, 1) * 0.6, lat: 21.45 + spread(i, 2) * 0.45, source: 'import' })
export const issue = (i: number) => v.parse(schemas.issue, { id: `is-${i.toString(36)}`, no: i, title: `防护手套不足 ${i}`, note: '现场负责人已知晓', aspect: 'safety', severity: 'day', township: `t${i % 21}`, lng: 109.8 + spread(i, 3) * 0.6, lat: 21.45 + spread(i, 4) * 0.45, unit: 'health', state: states[i % 5], deadline: 1.8e12 + i * 1000, foundBy: `p${i % 50}`, foundAt: 1.79e12, since: 1.79e12 })

export function tempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-bench-'))
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a number of places and issues to the store of a data folder, as commits of 500 changes. */
export async function fill(folder: string, places: number, issues: number): Promise<void> {
  const store: Store = sqliteStore(openDatabase(path.join(folder, 'board.db')))
  const changes = [
    ...Array.from({ length: places }, (_, i) => ({ kind: 'place' as const, id: place(i).id, value: place(i) })),
    ...Array.from({ length: issues }, (_, i) => ({ kind: 'issue' as const, id: issue(i).id, value: issue(i) })),
  ]
  for (let i = 0, seq = 1; i < changes.length; i += 500, seq++) {
    const commit: Commit = { seq, id: `fill-${seq}`, name: 'importPlaces', args: null, actor: 'bench', at: 1.79e12, changes: changes.slice(i, i + 500) }
    if (!await store.append([commit])) throw new Error('the folder is not empty')
  }
  await store.close()
}
