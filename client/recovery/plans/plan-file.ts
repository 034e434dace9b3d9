import type { WorkPlan } from '../../../shared/records.ts'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'

type PlanFile = NonNullable<WorkPlan['file']>

/** Sends a file for a plan, under the digest of its bytes, so that one that arrives in part is refused. */
export async function sendPlanFile(file: File): Promise<PlanFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = bytesToHex(sha256(bytes))
  const kept = await ask<Pick<PlanFile, 'type' | 'bytes'>>(within(`/plans/${hash}`), { method: 'PUT', body: new Blob([bytes], { type: 'application/octet-stream' }) })
  const name = file.name.replace(/\.\w{1,5}$/, '').replace(/\s+/g, ' ').trim().slice(0, 80)
  return { ...kept, hash, name: name || kept.type }
}

export const sizeOf = (bytes: number): string => bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
