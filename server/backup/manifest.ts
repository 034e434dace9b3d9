import type { BackupKey } from './backup-key.ts'
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { recordVersion } from '../../shared/records.ts'
import { KnownHead } from '../audit/heads.ts'
import { knownMigrations } from '../disk/behind.ts'
import { Refused } from './refused.ts'

const form = v.object({
  format: v.literal(1),
  id: v.string(),
  /** Epoch ms: when it was begun, and when it was complete. */
  begunAt: v.number(),
  madeAt: v.number(),
  why: v.picklist(['hourly', 'upgrade', 'hand']),
  /** By what a newer version is known. */
  recordVersion: v.number(),
  migrations: v.object({ board: v.number(), care: v.number() }),
  /** By what the key is known. */
  key: v.string(),
  /** Each incident with its history, its last commit, and the marks of its logs. */
  boards: v.array(v.object({ incident: v.string(), at: v.string(), epoch: v.nullable(v.string()), seq: v.number(), heads: v.record(v.string(), KnownHead) })),
  /** Each file with its length and sum. Those with `kept` are kept once for all backups. */
  files: v.array(v.object({ path: v.string(), size: v.number(), sum: v.string(), kept: v.boolean(), changedAt: v.number() })),
  /** The incidents whose key of the register is apart, beside this file. */
  careKeys: v.array(v.string()),
  /** The logs that no longer fitted their last mark when the backup was made. */
  broken: v.array(v.string()),
})

export type Manifest = v.InferOutput<typeof form>
export type BackedFile = Manifest['files'][number]
export type Why = Manifest['why']

const signed = v.object({ mac: v.string(), manifest: v.string() })

export const manifestText = (manifest: Manifest, key: BackupKey): string => {
  const text = JSON.stringify(manifest)
  return JSON.stringify({ mac: key.sign(text), manifest: text })
}

/** Reads the manifest of a backup. Throws `Refused` unless it is whole, made with this key, and not by a newer version. */
export function readManifest(folder: string, id: string, key: BackupKey): Manifest {
  const file = path.join(folder, id, 'manifest.json')
  if (!fs.existsSync(file)) throw new Refused('half', path.join(folder, id), 'manifest.json')
  const outer = parsed(fs.readFileSync(file, 'utf8'), signed)
  const raw = outer && parsed(outer.manifest, v.looseObject({ format: v.number(), recordVersion: v.number(), key: v.string() }))
  if (!outer || !raw) throw new Refused('changed', path.join(folder, id), 'manifest.json')
  if (raw.key !== key.check) throw new Refused('key_wrong', path.join(folder, id))
  if (key.sign(outer.manifest) !== outer.mac) throw new Refused('changed', path.join(folder, id), 'manifest.json')
  const manifest = raw.format === 1 ? parsed(outer.manifest, form) : null
  const known = knownMigrations()
  if (!manifest || manifest.recordVersion > recordVersion || manifest.migrations.board > known.board || manifest.migrations.care > known.care) throw new Refused('newer', path.join(folder, id))
  if (manifest.id !== id) throw new Refused('changed', path.join(folder, id), 'manifest.json')
  return manifest
}

function parsed<T extends v.GenericSchema>(text: string, schema: T): v.InferOutput<T> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
