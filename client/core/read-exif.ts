/** What a camera wrote into a JPEG: when the photo was taken (epoch ms; in this device's own time zone unless the camera says another), and where (WGS-84). */
export interface Exif { readonly at: number | null, readonly lng: number | null, readonly lat: number | null }

const nothing: Exif = { at: null, lng: null, lat: null }
const [takenAt, takenOffset] = [0x9003, 0x9011]

/** Reads the EXIF of the first bytes of a JPEG. Anything that is not understood counts as not written. */
export function readExif(bytes: Uint8Array): Exif {
  try {
    const at = exifAt(bytes)
    return at === null ? nothing : readTiff(new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at))
  } catch (error) {
    // A header that points beyond what was read.
    if (error instanceof RangeError) return nothing
    throw error
  }
}

/** Where the TIFF header of the EXIF segment begins. */
function exifAt(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint16(0) !== 0xFFD8) return null
  for (let at = 2; at + 10 < bytes.length;) {
    const marker = view.getUint16(at)
    if (marker < 0xFFE0 || marker > 0xFFEF) return null
    if (marker === 0xFFE1 && view.getUint32(at + 4) === 0x45786966) return at + 10
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function readTiff(view: DataView): Exif {
  const little = view.getUint16(0) === 0x4949
  const short = (at: number) => view.getUint16(at, little)
  const long = (at: number) => view.getUint32(at, little)
  /** Where the value of each tag of a directory is. */
  const entries = (from: number) => new Map(Array.from({ length: Math.min(short(from), 200) }, (_, i) => {
    const at = from + 2 + 12 * i
    const size = ([0, 1, 1, 2, 4, 8][short(at + 2)] ?? 4) * long(at + 4)
    return [short(at), { at: size > 4 ? long(at + 8) : at + 8, count: long(at + 4) }] as const
  }))
  const ratio = (at: number) => long(at) / long(at + 4)
  const text = (entry: { readonly at: number, readonly count: number } | undefined) => entry
    ? Array.from({ length: Math.min(entry.count, 40) }, (_, i) => String.fromCharCode(view.getUint8(entry.at + i))).join('').replace(/\0.*/s, '')
    : ''

  const first = entries(long(4))
  const [more, place] = [0x8769, 0x8825].map((tag) => {
    const entry = first.get(tag)
    return entry && entries(long(entry.at))
  })
  const degrees = (sign: number, value: number, negative: string) => {
    const [of, at] = [text(place?.get(sign)), place?.get(value)?.at]
    const sum = at === undefined ? Number.NaN : ratio(at) + ratio(at + 8) / 60 + ratio(at + 16) / 3600
    return Number.isFinite(sum) ? Math.round((of === negative ? -sum : sum) * 1e6) / 1e6 : null
  }
  const [lat, lng] = [degrees(1, 2, 'S'), degrees(3, 4, 'W')]
  const fits = lat !== null && lng !== null && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
  return { at: moment(text(more?.get(takenAt)), text(more?.get(takenOffset))), lat: fits ? lat : null, lng: fits ? lng : null }
}

/** `2026:11:29 12:00:00` and `+08:00`. */
function moment(taken: string, offset: string): number | null {
  const [, y, m, d, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(taken) ?? []
  const at = Date.parse(`${y}-${m}-${d}T${time}${/^[+-]\d\d:\d\d$/.test(offset) ? offset : ''}`)
  return at >= 0 ? at : null
}
