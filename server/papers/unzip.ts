import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import { reject } from '../../shared/core/rejection.ts'
import { zipFault } from '../../shared/core/zip-check.ts'

/** The most bytes that a Word file may unpack to: ten times the size of an office's template with pictures. */
const most = 20 * 2 ** 20

/**
 * The parts of a Word file, by name. Bytes are counted while the file is unpacked, because the sizes in its directory may be
 * false. Rejects with `not_docx`, `too_large` or `zip_bomb`.
 */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const fault = zipFault(bytes)
  if (fault) reject(fault === 'bomb' ? 'zip_bomb' : fault === 'too_large' ? 'too_large' : 'not_docx')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const parts = new Map<string, Uint8Array>()
  let [at, left] = [file.readUInt32LE(end + 16), most]
  for (let i = file.readUInt16LE(end + 10); i > 0; i--) {
    const [flags, method, packed, nameLength] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const head = file.readUInt32LE(at + 42)
    if (head + 30 > file.length || file.readUInt32LE(head) !== 0x04034B50 || flags & 1 || name in Object.prototype) reject('not_docx')
    const from = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28)
    const part = unpack(file.subarray(from, from + packed), method, left)
    left -= part.length
    if (!name.endsWith('/')) parts.set(name, part)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

function unpack(packed: Buffer, method: number, left: number): Uint8Array {
  if (method === 0) return packed.length > left ? reject('zip_bomb') : packed
  if (method !== 8) reject('not_docx')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    return reject((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'zip_bomb' : 'not_docx')
  }
}
