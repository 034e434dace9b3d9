import { computed } from 'vue'
import { line } from '../../shared/core/text.ts'
import { records } from '../core/board.ts'
import { townshipName } from '../core/county-names.ts'
import { county } from '../core/session.ts'

interface Hit { readonly key: string, readonly title: string, readonly sub: string, readonly icon: string }

/** The pinyin readings of one character, in lower case without tones. */
export type Readings = (character: string) => readonly string[]

/** Fetches 87 kB of pinyin readings, so only at the first search. Each character is looked up once. */
export async function loadReadings(): Promise<Readings> {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, readonly string[]>()
  return (character) => {
    let found = known.get(character)
    if (!found) known.set(character, found = pinyin(character, { toneType: 'none', type: 'array', multiple: true }))
    return found
  }
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

  /** Matches the rest of the query from a character on; fewer gaps score higher. */
  function follow(at: number, rest: string, gaps: number): number {
    if (!rest) return 500 - gaps
    if (at >= characters.length || gaps > 12) return 0
    const character = characters[at] ?? ''
    const ways = [character, ...readings(character).flatMap(reading => prefixes(reading))]
    const best = ways.filter(way => way && rest.startsWith(way)).map(way => follow(at + 1, rest.slice(way.length), gaps))
    return Math.max(0, ...best, rest === wanted ? 0 : follow(at + 1, rest, gaps + 1))
  }
  return Math.max(0, ...characters.map((_, start) => follow(start, wanted, 0) - start))
}

const prefixes = (reading: string) => reading === '' ? [] : Array.from({ length: reading.length }, (_, i) => reading.slice(0, reading.length - i))

/** The best fifty hits. The second line of a hit (township, number) also matches if it begins with the query. */
export function best(all: readonly Hit[], query: string, readings: Readings): readonly Hit[] {
  return all
    .map(hit => ({ hit, score: Math.max(fit(hit.title, query, readings), hit.sub.toLowerCase().startsWith(query.toLowerCase()) ? 300 : 0) }))
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 50)
    .map(one => one.hit)
}

/** Every named record and township that this person can see. */
export const findable = computed((): readonly Hit[] => [
  ...(county.value?.townships ?? []).map(one => ({ key: `township/${one.code}`, title: one.name, sub: one.nameEn, icon: 'township' })),
  ...records('place').filter(place => !place.retired).map(place => ({ key: `place/${place.id}`, title: place.name, sub: townshipName(place.township), icon: place.kind })),
  ...records('issue').map(issue => ({ key: `issue/${issue.id}`, title: issue.title, sub: `${townshipName(issue.township)} · #${issue.no}`, icon: 'issue' })),
  ...records('shift').map(shift => ({ key: `shift/${shift.id}`, title: shift.title, sub: townshipName(shift.township), icon: 'shift' })),
  ...records('zone').map(zone => ({ key: `zone/${zone.id}`, title: zone.name, sub: zone.reason, icon: 'zone' })),
])
