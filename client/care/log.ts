import type { Ref } from 'vue'
import type { CareReading } from '../../shared/care/acts.ts'
import { shallowRef } from 'vue'
import { listOut, saveList } from '../base/transfer/write-list.ts'
import { ask, patiently } from '../core/http.ts'
import { said } from '../core/language.ts'
import { nameOf } from '../core/names.ts'
import { titles } from '../core/page-titles.ts'
import { county } from '../core/session.ts'
import { wallClock } from '../core/time.ts'
import { tried } from '../core/tried.ts'
import { lifeWords as words } from './life-words.ts'
import { care } from './register.ts'

const pageSize = 100
/** The most rows of one export. */
const most = 20_000

export const nameFor = (who: string, name: (id: string) => string): string => who === 'system' ? words.value.system : name(who)
/** What the log names beside an act, in the language of the page: the need that was changed, why a destruction is planned, what became of a request, or a reason of the county's list. */
export function reasonName({ act, reason }: Pick<CareReading, 'act' | 'reason'>): string {
  const rules = county.value?.care
  if (act === 'hold' || act === 'release') return ''
  if (act === 'plan' || act === 'destroy') return words.value.causes[reason as 'incident' | 'zone'] ?? reason
  const list = act === 'change' ? [...rules?.needs ?? [], ...rules?.reasons ?? []] : act === 'open' || act === 'export' || act === 'copy' ? rules?.reasons : []
  return said(list?.find(one => one.id === reason)) || (words.value.whys[reason] ?? said(rules?.reasons.find(one => one.id === reason))) || reason
}

/** When it was, by the incident's clock; the real time of a row from before that was written down. */
export const timeOf = ({ clockAt, at }: Pick<CareReading, 'at' | 'clockAt'>): number => clockAt ?? at
/** The clock of a drill said something else than the real time. */
export const isElsewhere = (one: CareReading): boolean => Math.abs(timeOf(one) - one.at) >= 60_000

/** The log of readings, newest first, page by page. */
export function useLog(act: Ref<string>) {
  const rows = shallowRef<readonly CareReading[] | null>(null)
  const whole = shallowRef(true)
  const problem = shallowRef('')
  const busy = shallowRef(false)
  const page = (who: string, before?: number) => ask<readonly CareReading[]>(care(`/log?${new URLSearchParams({ ...who && { who }, ...act.value && { act: act.value }, ...before !== undefined && { before: String(before) } })}`))

  async function load(who: string): Promise<void> {
    problem.value = await tried(page(who).then((found) => {
      rows.value = found
      whole.value = found.length < pageSize
    })) ?? ''
  }
  async function more(who: string): Promise<void> {
    problem.value = await tried(page(who, rows.value?.at(-1)?.id).then((found) => {
      rows.value = [...rows.value ?? [], ...found]
      whole.value = found.length < pageSize
    })) ?? ''
  }
  /** Saves what the filter shows, to its end. The words of a reason may name somebody, so they stay on the page. */
  async function take(who: string): Promise<void> {
    busy.value = true
    const all: CareReading[] = []
    problem.value = await tried((async () => {
      for (let found = await patiently(() => page(who), 20); found.length; found = await patiently(() => page(who, all.at(-1)?.id), 20)) {
        all.push(...found)
        if (found.length < pageSize || all.length >= most) break
      }
      const text = (title: string, of: (one: CareReading) => string) => ({ title, holds: 'text' as const, of })
      await saveList(listOut(titles.value['/care/log'], all, [
        { title: words.value.when, holds: 'time', of: (one: CareReading) => wallClock(timeOf(one)) },
        ...all.some(isElsewhere) ? [{ title: words.value.realTime, holds: 'time' as const, of: (one: CareReading) => wallClock(one.at) }] : [],
        text(words.value.who, one => nameFor(one.who, nameOf)),
        text(words.value.what, one => words.value.acts[one.act]),
        text(words.value.howMany, one => String(one.people)),
        text(words.value.about, one => one.person ?? ''),
        text(words.value.why, reasonName),
      ]))
    })()) ?? ''
    busy.value = false
  }
  return { rows, whole, problem, busy, load, more, take }
}
