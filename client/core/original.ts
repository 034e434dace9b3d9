import type { Evidence } from '../../shared/core/evidence.ts'
import type { Fix } from './position.ts'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { nowExactly, realNow } from './clock.ts'
import { whereAmI } from './position.ts'
import { readExif } from './read-exif.ts'

/** Milliseconds that a photo waits for the device's position, which is often known already. */
const patience = 2500
/** Bytes at the start of a file in which cameras write what they know. */
const head = 256 * 1024

/** What this device can say about an original that was just taken or chosen. */
export async function evidenceOf(file: Blob): Promise<Evidence> {
  const [deviceAt, at] = [Date.now(), nowExactly()]
  const ahead = Math.round(deviceAt - realNow())
  const [hash, exif, fix] = await Promise.all([hashOf(file), file.slice(0, head).arrayBuffer().then(bytes => readExif(new Uint8Array(bytes))), whereNow()])
  return {
    sha256: hash,
    deviceAt,
    ahead,
    at: Math.round(at),
    where: fix && { ...fix, how: 'gps' },
    exifAt: exif.at,
    exif: exif.lng !== null && exif.lat !== null ? { lng: exif.lng, lat: exif.lat } : null,
  }
}

async function hashOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Only secure contexts have it, and it works away from the page's own thread.
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto }
  return bytesToHex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes))
}

/** Null unless the person has allowed it before: adding a photo must not ask a question. */
async function whereNow(): Promise<Fix | null> {
  const { permissions } = navigator as { readonly permissions?: Permissions }
  const allowed = await permissions?.query({ name: 'geolocation' }).then(({ state }) => state === 'granted', () => false)
  if (!allowed) return null
  return await Promise.race([whereAmI(), new Promise<null>(done => setTimeout(done, patience, null))])
}
