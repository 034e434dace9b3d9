import type { Args } from '../../../shared/commands.ts'
import type { CareAct, Phase, Requirement, WhereLevel } from '../../../shared/records.ts'
import { computed } from 'vue'
import { latest, nextVersion } from '../../../shared/requirements/in-force.ts'
import { reactive } from '../../core/board.ts'
import { nowExactly } from '../../core/clock.ts'
import { useDraft } from '../../core/drafts.ts'
import { me } from '../../core/session.ts'
import { fromInput, toInput } from '../../core/time.ts'
import { facts } from '../dues.ts'
import { versions } from './rules.ts'

interface Fields { from: number, act: CareAct, kinds: string[], levels: WhereLevel[], phases: Phase[], every: number, first: number, zh: string, en: string, source: string, sourceEn: string, validFrom: string, validTo: string }

/** An id for a new rule that nobody has taken: test-careHome-2. */
function freeId(act: CareAct, kind: string): string {
  const taken = new Set(versions.value.map(one => one.rule))
  let n = 1
  while (taken.has(`${act}-${kind}-${n}`)) n++
  return `${act}-${kind}-${n}`
}

/** The draft of the next version of a rule, or of the first of a new one. It stays on this device until it is in force or thrown away. */
export function useRuleDraft(rule: string | undefined) {
  const newest = computed(() => rule && facts.value ? latest(reactive, facts.value, rule) : undefined)
  const fresh = (): Fields => {
    const { version = 0, act = 'test', kinds = [], levels = [], phases = ['emergency', 'control'], every = 24, first = 24, zh = '', en = '', source } = newest.value ?? {}
    return { from: version, act, kinds: [...kinds], levels: [...levels], phases: [...phases], every, first, zh, en, source: source?.zh ?? '', sourceEn: source?.en ?? '', validFrom: toInput(nowExactly()), validTo: '' }
  }
  const { draft, clear } = useDraft(`requirement:${rule ?? ''}`, fresh)

  function args(): Args<'changeRequirement'> {
    const { from, act, kinds, levels, phases, every, first, zh, en, source, sourceEn, validFrom, validTo } = draft.value
    return { rule: rule ?? freeId(act, kinds[0] ?? ''), version: from, act, kinds, levels, phases, every, first, zh, en, source: { zh: source, en: sourceEn }, validFrom: fromInput(validFrom), validTo: validTo ? fromInput(validTo) : null }
  }
  /** The version as it would be if it were put in force now. */
  function next(): Requirement {
    const { en = '', source, validTo = null, ...rest } = args()
    return nextVersion({ ...rest, en, source: { zh: source.zh, en: source.en ?? '' }, validTo }, nowExactly(), me.value?.id ?? '')
  }
  return { draft, newest, args, next, fresh, clear }
}
