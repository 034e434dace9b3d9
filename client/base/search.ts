import { computed } from 'vue'
import { line } from '../../shared/core/text.ts'
import { records } from '../core/board.ts'
import { townshipName } from '../core/county-names.ts'
import { county } from '../core/session.ts'

interface Hit { readonly key: string, readonly title: string, readonly sub: string, readonly icon: string }

/** The readings of one character, in small letters without tones. */
export type Readings = (character: string) => readonly string[]

/** 87 kB of readings, fetched when somebody first searches, and never before. Each character is asked once. */
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
 * How well a query fits a name; 0 is not at all. Each character of the name may be met by itself, by its pinyin, by the
 * beginning of it or by its initial, and characters of the name may be skipped: jszhr finds 吉水镇华仁养老院.
 */
export function fit(name: string, query: string, readings: Readings): number {
  const wanted = line(query).toLowerCase().replace(/\s+/g, '')
  if (!wanted) return 0
  const whole = name.toLowerCase().indexOf(wanted)
  if (whole >= 0) return 1000 - whole
  const characters = [...name.toLowerCase()]

  /** Follows the query from a character on; the fewer gaps the better. */
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

/** The best fifty hits. A second line (a township, a number) counts if it begins with the query. */
export function best(all: readonly Hit[], query: string, readings: Readings): readonly Hit[] {
  return all
    .map(hit => ({ hit, score: Math.max(fit(hit.title, query, readings), hit.sub.toLowerCase().startsWith(query.toLowerCase()) ? 300 : 0) }))
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 50)
    .map(one => one.hit)
}

/** Everything this person can see that has a name. */
export const findable = computed((): readonly Hit[] => [
  ...(county.value?.townships ?? []).map(one => ({ key: `township/${one.code}`, title: one.name, sub: one.nameEn, icon: 'township' })),
  ...records('place').filter(place => !place.retired).map(place => ({ key: `place/${place.id}`, title: place.name, sub: townshipName(place.township), icon: place.kind })),
  ...records('issue').map(issue => ({ key: `issue/${issue.id}`, title: issue.title, sub: `${townshipName(issue.township)} · #${issue.no}`, icon: 'issue' })),
  ...records('shift').map(shift => ({ key: `shift/${shift.id}`, title: shift.title, sub: townshipName(shift.township), icon: 'shift' })),
  ...records('zone').map(zone => ({ key: `zone/${zone.id}`, title: zone.name, sub: zone.reason, icon: 'zone' })),
])
