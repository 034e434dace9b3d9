/** Limits of an Office file, which is a zip archive. Sizes in bytes. They are checked in the zip's directory, before anything is unpacked. */
export const zipLimits = { bytes: 10 * 2 ** 20, unpacked: 50 * 2 ** 20, entries: 200, ratio: 100 } as const
type ZipFault = 'too_large' | 'bomb' | 'damaged'

/** What is wrong with the file, or null: too large, not a zip or damaged, or it would unpack to too much. */
export function zipFault(bytes: Uint8Array): ZipFault | null {
  if (bytes.length > zipLimits.bytes) return 'too_large'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return 'damaged'
  const entries = view.getUint16(end + 10, true)
  if (entries > zipLimits.entries) return 'bomb'
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014B50) return 'damaged'
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
    // A small file may have any ratio; a large one must not grow more than a hundredfold.
    if (size > 2 ** 20 && size > packed * zipLimits.ratio) return 'bomb'
    if (name.startsWith('/') || name.includes('..') || name.startsWith('xl/externalLinks/')) return 'damaged'
    unpacked += size
    if (unpacked > zipLimits.unpacked) return 'bomb'
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return null
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054B50) return at
  }
  return null
}
