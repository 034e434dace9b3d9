/** Names as two lists write the same place. Pure. */

/** What is written before a place's name by one list and left out by another: of a township, and of the county. */
export interface Prefixes { readonly county: readonly string[], readonly townships: ReadonlyMap<string, readonly string[]> }

/** Half-width, lower case, without spaces and the marks between words. */
export const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s·•.,，。、\-—_"“”'‘’]/g, '')

const rank = /^(?:[省市县镇乡]|街道办事处|街道|办事处)/

/** Without those before it; something always stays. */
function without(name: string, before: readonly string[]): string {
  const first = before.find(one => name.startsWith(one))
  if (!first) return name
  const rest = name.slice(first.length).replace(rank, '')
  return rest.length > 1 ? without(rest, before) : name
}

const longestFirst = (names: readonly string[]) => names.map(plain).filter(Boolean).sort((a, b) => b.length - a.length)

/** How names are cut, with the prefixes put in order once. */
export function cutter({ county, townships }: Prefixes) {
  const ofCounty = longestFirst(county)
  const ofTownship = new Map([...townships].map(([code, names]) => [code, longestFirst(names)] as const))
  const inCounty = (name: string) => without(plain(name), ofCounty)
  return {
    inCounty,
    /** Without county and township: 海滨县石城镇敬老院, 石城敬老院 and 敬老院 of 石城 are one name. */
    inTownship: (name: string, township: string) => without(plain(name), [...ofTownship.get(township) ?? [], ...ofCounty]),
    /** The township that the name itself begins with, if it is one. */
    homeOf(name: string): string | null {
      const found = [...ofTownship].filter(([, names]) => names.some(one => inCounty(name).startsWith(one)))
      return found.length === 1 ? found[0]?.[0] ?? null : null
    },
  }
}

/** How alike two names are, 0 to 1: the pairs of neighbouring characters they share (Sørensen–Dice). */
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
