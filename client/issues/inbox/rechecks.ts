import type { Issue, Team } from '../../../shared/records.ts'
import { computed } from 'vue'
import { factsOf } from '../../../shared/core/county.ts'
import { teamFor } from '../../../shared/core/team-for.ts'
import { mustAct, recheckBy } from '../../../shared/issues/rechecks.ts'
import { reactive, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { county, me } from '../../core/session.ts'

/** The re-checks of one team, or of the townships that have none. */
export interface Queue { readonly team: Team | undefined, readonly mine: boolean, readonly late: number, readonly issues: readonly Issue[] }

/** The fixes that wait for a re-check, by the team of their township: the reader's team first, then by number. In each, the earliest due first. */
export const rechecks = computed((): readonly Queue[] => {
  const facts = county.value && factsOf(county.value)
  if (!facts) return []
  const by = new Map<string, Issue[]>()
  for (const issue of records('issue').filter(one => one.state === 'awaiting')) {
    const team = teamFor(reactive, issue.township)?.id ?? ''
    by.set(team, [...by.get(team) ?? [], issue])
  }
  const order = ({ team, mine }: Queue) => mine ? -1 : team?.no ?? Infinity
  return [...by].map(([id, issues]) => {
    const team = records('team').find(one => one.id === id)
    return { team, mine: Boolean(me.value && team?.members.includes(me.value.id)), late: issues.filter(one => recheckBy(one, facts) < minute.value).length, issues: issues.sort((a, b) => recheckBy(a, facts) - recheckBy(b, facts)) }
  }).sort((a, b) => order(a) - order(b))
})

/** How many re-checks wait for this person. */
export const recheckCount = computed(() => {
  const [actor, facts] = [me.value, county.value && factsOf(county.value)]
  return actor && facts ? rechecks.value.flatMap(one => one.issues).filter(issue => mustAct(reactive, issue, actor, minute.value, facts)).length : 0
})
