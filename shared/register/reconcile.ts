import type { Baseline, Place } from '../records.ts'
import type { Prefixes } from './listed-names.ts'
import { cutter, likeness, plain } from './listed-names.ts'

/** 底数核对: compares a department's list with the register. Only equal names match automatically; similar names are offered to a person. */

type Listed = Baseline['names'][number]
export type List = Pick<Baseline, 'list' | 'kind' | 'scope' | 'source' | 'names' | 'skipped' | 'by' | 'at'>

/** A name on the list that is not in the register, with registered places that it may mean. */
export interface Missing { readonly name: string, readonly township: string | null, readonly near: readonly Place[] }
export interface Reconciled {
  readonly matched: readonly { readonly listed: Listed, readonly place: Place }[]
  readonly missing: readonly Missing[]
  /** Places in the register that are not on the list. */
  readonly extra: readonly Place[]
  /** Names that the list repeats. They count once. */
  readonly twice: readonly Listed[]
  /** The matched places that a team has inspected. */
  readonly inspected: readonly Place[]
}

/** A registered place is offered from this likeness on. */
const alike = 0.5

/** Compares a list with the places of its kind, and of its township if it covers only one. Retired places do not count. */
export function reconcile(list: Pick<List, 'kind' | 'scope' | 'names'>, places: readonly Place[], prefixes: Prefixes): Reconciled {
  const cut = cutter(prefixes)
  const free = new Set(places
    .filter(place => place.kind === list.kind && !place.retired && (list.scope === null || place.township === list.scope))
    .map(place => ({ place, whole: plain(place.name), inCounty: cut.inCounty(place.name), bare: cut.inTownship(place.name, place.township) })))
  type Registered = typeof free extends Set<infer T> ? T : never

  const twice: Listed[] = []
  const wanted = new Map<string, { listed: Listed, township: string | null, whole: string, bare: string }>()
  for (const listed of list.names) {
    const township = listed.township ?? cut.homeOf(listed.name)
    const bare = township === null ? cut.inCounty(listed.name) : cut.inTownship(listed.name, township)
    const key = `${township ?? ''}|${bare}`
    if (wanted.has(key)) twice.push(listed)
    else wanted.set(key, { listed, township, whole: plain(listed.name), bare })
  }
  type Wanted = typeof wanted extends Map<string, infer T> ? T : never

  const near = (one: Wanted) => [...free].filter(other => one.township === null || one.township === other.place.township)
  // Without a township only a name that is written out in full may match.
  const same = (one: Wanted, other: Registered) => one.bare === (one.township === null ? other.inCounty : other.bare)
  const matched: { listed: Listed, place: Place }[] = []
  for (const fits of [(one: Wanted, other: Registered) => one.whole === other.whole, same]) {
    for (const [key, one] of wanted) {
      const found = near(one).filter(other => fits(one, other))
      // If two places fit, a person must decide.
      if (found.length !== 1 || !found[0]) continue
      free.delete(found[0])
      wanted.delete(key)
      matched.push({ listed: one.listed, place: found[0].place })
    }
  }

  return {
    matched,
    missing: [...wanted.values()].map(one => ({
      name: one.listed.name,
      township: one.township,
      near: near(one)
        .map(other => ({ place: other.place, score: likeness(one.bare, one.township === null ? other.inCounty : other.bare) }))
        .filter(({ score }) => score >= alike)
        .sort((a, b) => b.score - a.score)
        .slice(0, 3)
        .map(({ place }) => place),
    })),
    extra: [...free].map(({ place }) => place),
    twice,
    inspected: matched.map(({ place }) => place).filter(place => place.inspectedAt !== null),
  }
}

/** The lists, put together from the parts that the reader may see, newest first. With `township`, each list counts as a list of that township. */
export function lists(parts: readonly Baseline[], township: string | null): List[] {
  const whole = new Map<string, List>()
  for (const part of parts) {
    if (part.withdrawn) continue
    const known = whole.get(part.list)
    whole.set(part.list, { ...part, scope: township ?? part.scope, names: [...known?.names ?? [], ...part.names] })
  }
  return [...whole.values()].sort((a, b) => b.at - a.at)
}
