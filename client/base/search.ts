import type { Readings } from './readings.ts'
import { computed } from 'vue'
import { line } from '../../shared/core/text.ts'
import { letterNumber } from '../../shared/issues/letters.ts'
import { record, records } from '../core/board.ts'
import { shortUnit, townshipName } from '../core/county-names.ts'
import { county } from '../core/session.ts'
import { fitAlmost } from './sounds.ts'

export interface Hit {
  /** A record's key, or the address of a page. What has no panel has the address of its page and, after a #, its id. */
  readonly key: string
  readonly title: string
  readonly sub: string
  readonly icon: string
  /** Numbers and phones by which it is also found. */
  readonly numbers?: readonly string[]
}

/**
 * How well a query fits a name; 0 means not at all. The query may give each character itself, its pinyin, the beginning of
 * its pinyin or its initial, and may skip characters of the name: jszhr finds 吉水镇华仁养老院.
 */
export function fit(name: string, query: string, readings: Readings): number {
  const wanted = line(query).toLowerCase().replace(/\s+/g, '')
  if (!wanted) return 0
  const whole = name.toLowerCase().indexOf(wanted)
  if (whole >= 0) return 1000 - whole
  const characters = [...name.toLowerCase()]
  const waysOf = spellings(readings)

  /** Matches the rest of the query from a character on; fewer gaps score higher. */
  function follow(at: number, rest: string, gaps: number): number {
    if (!rest) return 500 - gaps
    if (at >= characters.length || gaps > 12) return 0
    let best = rest === wanted ? 0 : follow(at + 1, rest, gaps + 1)
    for (const way of waysOf(characters[at] ?? '')) {
      if (rest.startsWith(way)) best = Math.max(best, follow(at + 1, rest.slice(way.length), gaps))
    }
    return best
  }
  return Math.max(0, ...characters.map((_, start) => follow(start, wanted, 0) - start))
}

const prefixes = (reading: string) => Array.from({ length: reading.length }, (_, i) => reading.slice(0, reading.length - i))

const spelt = new WeakMap<Readings, (character: string) => readonly string[]>()
/** All that a query may give for a character: itself, and each beginning of its pinyin. Each character is spelt once. */
function spellings(readings: Readings): (character: string) => readonly string[] {
  let waysOf = spelt.get(readings)
  if (!waysOf) {
    const known = new Map<string, readonly string[]>()
    spelt.set(readings, waysOf = (character) => {
      let ways = known.get(character)
      if (!ways) known.set(character, ways = [...new Set([character, ...readings(character).flatMap(prefixes)])])
      return ways
    })
  }
  return waysOf
}

/** The score of a number or phone: equal, or from four digits on a beginning or an end of it. */
function fitNumber({ numbers = [] }: Hit, query: string): number {
  const wanted = query.toLowerCase().replace(/[\s#-]/g, '')
  if (!wanted) return 0
  return Math.max(0, ...numbers.map((number) => {
    const known = number.toLowerCase().replace(/[\s#-]/g, '')
    if (known === wanted) return 1100
    return wanted.length >= 4 && (known.startsWith(wanted) || known.endsWith(wanted)) ? 900 : 0
  }))
}

/** Below this number of hits a query may also have one wrong letter, or other characters of the same sound. */
const few = 5

/**
 * The best fifty hits, kind by kind: the kind of the best hit first, and in each kind the best first. The second line of a
 * hit (township, number) also matches if it begins with the query.
 */
export function best(all: readonly Hit[], query: string, readings: Readings): readonly Hit[] {
  const score = (hit: Hit) => Math.max(fitNumber(hit, query), fit(hit.title, query, readings), hit.sub.toLowerCase().startsWith(query.toLowerCase()) ? 300 : 0)
  const found = scored(all, score)
  if (found.length < few) {
    const known = new Set(found.map(({ hit }) => hit))
    found.push(...scored(all, hit => known.has(hit) ? 0 : fitAlmost(hit.title, query, readings)))
  }
  const kinds = new Map<string, Hit[]>()
  for (const { hit } of found.slice(0, 50)) {
    const kind = kindOf(hit)
    kinds.set(kind, [...kinds.get(kind) ?? [], hit])
  }
  return [...kinds.values()].flat()
}

const kindOf = ({ key }: Hit) => /^\/?[^/#]+(?=[/#])/.exec(key)?.[0] ?? 'page'

const scored = (all: readonly Hit[], score: (hit: Hit) => number) => all
  .map(hit => ({ hit, score: score(hit) }))
  .filter(one => one.score > 0)
  .sort((a, b) => b.score - a.score)

const letterHits = computed((): readonly Hit[] => {
  const { value } = county
  return value ? records('letter').map(letter => ({ key: `/letters#${letter.id}`, title: letterNumber(value, letter), sub: shortUnit(letter.unit), icon: 'mail', numbers: [String(letter.no)] })) : []
})

/** Every named record and township that this person can see. */
export const findable = computed((): readonly Hit[] => [
  ...(county.value?.townships ?? []).map(one => ({ key: `township/${one.code}`, title: one.name, sub: one.nameEn, icon: 'township' })),
  ...records('place').filter(place => !place.retired).map(place => ({ key: `place/${place.id}`, title: place.name, sub: townshipName(place.township), icon: place.kind })),
  ...records('issue').map(issue => ({ key: `issue/${issue.id}`, title: issue.title, sub: `${townshipName(issue.township)} · #${issue.no}`, icon: 'issue', numbers: [String(issue.no), `${record('incident', 'incident')?.code ?? ''}-${String(issue.no).padStart(4, '0')}`] })),
  ...records('shift').map(shift => ({ key: `shift/${shift.id}`, title: shift.title, sub: townshipName(shift.township), icon: 'shift' })),
  ...records('team').map(team => ({ key: `team/${team.id}`, title: team.name, sub: team.phone || team.vehicle, icon: 'people', numbers: [String(team.no), team.phone] })),
  ...letterHits.value,
  ...records('zone').map(zone => ({ key: `zone/${zone.id}`, title: zone.name, sub: zone.reason, icon: 'zone' })),
])
