/** A position as written in one or two cells, in degrees and in the datum of the list. */
export interface Spot { readonly lng: number, readonly lat: number }
type Axis = 'lng' | 'lat'
interface Angle { readonly degrees: number, readonly axis: Axis | null }

/** Gives the signs of degrees, minutes and seconds one form. This must happen before full-width forms are narrowed. */
const plain = (text: string) => text.replace(/[º˚⁰]/g, '°').replace(/[″”“]|''|′′/g, '"').replace(/[′’‘]/g, '\'').normalize('NFKC').replace(/[−–—]/g, '-').replace(/(?:东经|東經|经度|經度|lon(?:gitude)?|lng|\bx)\s*[:=]?/gi, ' E').replace(/(?:北纬|北緯|纬度|緯度|lat(?:itude)?|\by)\s*[:=]?/gi, ' N').replace(/西经|西經/g, ' W').replace(/南纬|南緯/g, ' S').replace(/度/g, '°').replace(/分/g, '\'').replace(/秒/g, '"').toUpperCase()

const number = String.raw`\d+(?:\.\d+)?`
const body = String.raw`[+-]?${number}(?:\s*°(?:\s*${number}\s*')?(?:\s*${number}\s*")?)?`
/** An angle with its letter before it or after it, not both: E109.9° N21.5°. */
const angles = new RegExp(String.raw`([NSEW])\s*(${body})|(${body})\s*([NSEW])?`, 'g')
const spaced = /^([+-]?\d+)[ :](\d{1,2}(?:\.\d+)?)(?:[ :](\d{1,2}(?:\.\d+)?))?$/

function angle(text: string, letter: string | undefined): Angle | null {
  const [whole = Number.NaN, minutes = 0, seconds = 0] = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
  if (minutes >= 60 || seconds >= 60) return null
  const size = whole + minutes / 60 + seconds / 3600
  const degrees = text.startsWith('-') || letter === 'S' || letter === 'W' ? -size : size
  return { degrees, axis: letter === undefined ? null : /[EW]/.test(letter) ? 'lng' : 'lat' }
}

function anglesIn(text: string): (Angle | null)[] | null {
  const found: (Angle | null)[] = []
  const rest = text.replace(angles, (_, before?: string, one?: string, other?: string, behind?: string) => {
    found.push(angle(one ?? other ?? '', before ?? behind))
    return ''
  })
  // If anything but dividers is left, the text is not a position.
  return /^[\s,;、/|()[\]°]*$/.test(rest) ? found : null
}

/** One coordinate from a cell of its own, where a comma is a decimal mark. */
function single(text: string): Angle | null {
  const clean = plain(text).trim().replace(/^([+-]?\d+),(\d+)(?=\D*$)/, '$1.$2')
  const parts = spaced.exec(clean)
  if (parts) return angle(`${parts[1]}°${parts[2]}'${parts[3] ?? 0}"`, undefined)
  const found = anglesIn(clean)
  return found?.length === 1 ? found[0] ?? null : null
}

function ordered(first: Angle | null | undefined, second: Angle | null | undefined): Spot | null {
  if (!first || !second || (first.axis !== null && first.axis === second.axis)) return null
  const turned = first.axis === 'lat' || second.axis === 'lng'
  return turned ? { lng: second.degrees, lat: first.degrees } : { lng: first.degrees, lat: second.degrees }
}

/** A position from one cell for each coordinate; null if one is missing or not an angle. */
export const spotOf = (lng: string, lat: string): Spot | null => ordered(single(lng), single(lat))

/** A position from one cell; null if the cell has none. `latFirst` means that the head names the latitude first. */
export function spotIn(text: string, latFirst = false): Spot | null {
  const clean = plain(text).trim()
  // If another divider separates the two coordinates, commas are decimal marks.
  const found = anglesIn(/\d,\d+(?:\s|\s*[/;|])\s*[+-]?\d+,\d/.test(clean) ? clean.replace(/(\d),(?=\d)/g, '$1.') : clean)
  if (found?.length !== 2) return null
  return latFirst && !found[0]?.axis ? ordered(found[1], found[0]) : ordered(found[0], found[1])
}

/** Whether a head names the latitude before the longitude: 纬度,经度 or lat,lng. */
export const latFirst = (title: string): boolean => /纬.*经|緯.*經|lat.*(?:lng|lon)/i.test(title)

export const turned = ({ lng, lat }: Spot): Spot => ({ lng: lat, lat: lng })
export const onEarth = ({ lng, lat }: Spot): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && !(lng === 0 && lat === 0)
