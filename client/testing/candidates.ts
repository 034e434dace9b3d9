import type { Place, Round } from '../../shared/records.ts'
import { computed } from 'vue'
import { samplingId } from '../../shared/testing/figures.ts'
import { record, records } from '../core/board.ts'
import { norms } from './rounds.ts'

/** Places of the register at which people are sampled. */
const candidates = computed(() => records('place').filter(place => !place.retired && norms.value?.siteKinds.includes(place.kind)))
export const siteKindsIn = (township: string): readonly Place[] => candidates.value.filter(place => !township || place.township === township)

/** Each township's people divided among its sites: in the shares of the last round where it had them, else evenly. Every site has at least one. */
export function divided(targets: Readonly<Record<string, number>>, last: Round | undefined): { readonly place: string, readonly target: number }[] {
  return Object.entries(targets).flatMap(([township, people]) => {
    const sites = siteKindsIn(township)
    const before = sites.map(({ id }) => last ? record('sampling', samplingId(last.id, id))?.target ?? 0 : 0)
    const sum = before.reduce((a, b) => a + b, 0)
    const kept = sum ? sites.filter((_, n) => before[n]) : sites
    const shares = sum ? before.filter(Boolean).map(n => n / sum) : sites.map(() => 1 / sites.length)
    return kept.map(({ id }, n) => ({ place: id, target: Math.max(1, Math.round(people * (shares[n] ?? 0))) }))
  })
}
