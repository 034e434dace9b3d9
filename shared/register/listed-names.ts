/** Compares names of places that two lists write differently. */

/** What one list writes before a place's name and another leaves out: names of the county, and of each township. */
export interface Prefixes { readonly county: readonly string[], readonly townships: ReadonlyMap<string, readonly string[]> }

/** The name in half-width, in lower case, without spaces and punctuation. */
export const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s·•.,，。、\-—_"“”'‘’]/g, '')

const rank = /^(?:[省市县镇乡]|街道办事处|街道|办事处)/

/** The name without these prefixes. At least two characters remain. */
function without(name: string, before: readonly string[]): string {
  const first = before.find(one => name.startsWith(one))
  if (!first) return name
  const rest = name.slice(first.length).replace(rank, '')
  return rest.length > 1 ? without(rest, before) : name
}

const longestFirst = (names: readonly string[]) => names.map(plain).filter(Boolean).sort((a, b) => b.length - a.length)

/** Functions that cut prefixes off names. The prefixes are sorted once, when this is called. */
export function cutter({ county, townships }: Prefixes) {
  const ofCounty = longestFirst(county)
  const ofTownship = new Map([...townships].map(([code, names]) => [code, longestFirst(names)] as const))
  const inCounty = (name: string) => without(plain(name), ofCounty)
  return {
    inCounty,
    /** The name without county and township: 海滨县石城镇敬老院, 石城敬老院 and 敬老院 of 石城 become the same. */
    inTownship: (name: string, township: string) => without(plain(name), [...ofTownship.get(township) ?? [], ...ofCounty]),
    /** The code of the township that the name begins with; null if there is none or more than one. */
    homeOf(name: string): string | null {
      const found = [...ofTownship].filter(([, names]) => names.some(one => inCounty(name).startsWith(one)))
      return found.length === 1 ? found[0]?.[0] ?? null : null
    },
  }
}

/** How alike two names are, from 0 to 1: the Sørensen–Dice coefficient of their pairs of neighbouring characters. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const [of, rest] = [pairs(a), pairs(b)]
  const total = of.length + rest.length
  if (!total) return a === b ? 1 : 0
  let shared = 0
  for (const pair of of) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return 2 * shared / total
}
