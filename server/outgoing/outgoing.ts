import type { County } from '../../shared/core/county.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { Notice } from '../../shared/records.ts'
import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import type { Config } from '../core/config.ts'
import type { MessageLine } from './formats.ts'
import { isQuiet } from '../../shared/core/quiet.ts'
import { letterNumber } from '../../shared/issues/letters.ts'
import { format } from './formats.ts'
import { postOut } from './guarded-request.ts'
import { hookMemory } from './hook-memory.ts'

const mostWaiting = 500
const words: Readonly<Record<string, string>> = { told: '新交办', assigned: '指定责任单位', returned: '退回再改', answered: '待复查', recheckLate: '复查超时', letter: '督办函', late: '已逾期', lateLeader: '逾期提醒' }

interface Options {
  readonly config: Pick<Config, 'WEBHOOKS' | 'WEBHOOK_PRIVATE'>
  readonly county: County
  readonly now?: () => number
  readonly send?: typeof postOut
  readonly onTrouble?: (name: string, error: unknown) => void
}

/**
 * Sends the board's notices to group robots and other systems. Each receiver gets one message every few minutes with all new
 * notices, in quiet hours only with the urgent ones. A notice waits, over restarts too, until its receiver has confirmed it. A
 * receiver that is down is tried again after growing pauses, and never delays the board. Beyond 500 waiting notices the oldest
 * are dropped, and the next message says how many. Messages name the issue, its place and its unit, never a person.
 */
export async function outgoing(authority: Authority, store: Pick<Store, 'since' | 'recall' | 'remember'>, { config, county, now = Date.now, send = postOut, onTrouble = () => {} }: Options) {
  const hooks = await Promise.all(config.WEBHOOKS.map(async hook => ({ ...hook, ...await hookMemory(store, hook.name, authority.board.seq), tries: 0, notBefore: 0 })))
  const unitName = new Map(county.units.map(unit => [unit.id, unit.short]))
  const townshipNames = new Map(county.townships.map(one => [one.code, one.name]))
  type Hook = (typeof hooks)[number]

  function lineOf({ rule, issue, letter }: Notice): MessageLine | null {
    const sent = letter ? authority.board.get('letter', letter) : undefined
    if (sent) return { rule, urgent: false, text: `${words[rule]} ${letterNumber(county, sent)}（${unitName.get(sent.unit) ?? ''}）` }
    const about = issue ? authority.board.get('issue', issue) : undefined
    const code = authority.board.get('incident', 'incident')?.code ?? ''
    if (!about || !words[rule]) return null
    return { rule, urgent: about.severity === 'immediate', text: `${words[rule]} ${code}-${String(about.no).padStart(4, '0')} ${about.title}（${[authority.board.get('place', about.place ?? '')?.name ?? townshipNames.get(about.township), unitName.get(about.unit ?? '')].filter(Boolean).join(' · ')}）` }
  }

  /** Takes in each commit once: a hook skips commits up to its `upTo`. */
  function take(hook: Hook, commits: readonly Commit[]): void {
    for (const { seq, name, changes } of commits.filter(commit => commit.seq > hook.upTo)) {
      for (const { kind, value } of changes) {
        const line = kind === 'notice' && value && name === 'giveNotices' ? lineOf(value as Notice) : null
        // Each member of a team has a notice; a group is told once.
        if (line && hook.waiting.some(({ text }) => text === line.text)) continue
        if (line && (!hook.rules.length || (hook.rules as readonly string[]).includes(line.rule))) hook.waiting.push(line)
      }
      hook.upTo = seq
    }
    hook.dropped += hook.waiting.splice(0, Math.max(0, hook.waiting.length - mostWaiting)).length
  }

  for (const hook of hooks) {
    while (hook.upTo < authority.board.seq) take(hook, await store.since(hook.upTo, 500))
  }
  const stop = authority.onApplied((applied) => {
    for (const hook of hooks) take(hook, applied.map(({ commit }) => commit))
  })

  async function flush(hook: Hook): Promise<void> {
    if (now() < hook.notBefore) return
    const due = isQuiet(now(), county) ? hook.waiting.filter(line => line.urgent) : [...hook.waiting]
    if (!due.length) return
    const incident = authority.board.get('incident', 'incident')
    const { dropped } = hook
    try {
      const title = (n: number) => `${incident?.drill ? '【演练】' : ''}${incident?.name ?? ''} ${n} 条提醒${dropped ? `（另有 ${dropped} 条未列）` : ''}`
      const { lines, ...message } = format(hook, title, due, now())
      await send({ ...message, allowPrivate: config.WEBHOOK_PRIVATE })
      hook.waiting = hook.waiting.filter(line => !lines.includes(line))
      hook.dropped -= dropped
      hook.tries = 0
      hook.notBefore = now() + hook.everyMinutes * 60_000
    } catch (error) {
      onTrouble(hook.name, error)
      hook.tries++
      hook.notBefore = now() + Math.min(3_600_000, 30_000 * 2 ** hook.tries)
    }
  }

  return {
    /** Sends what is due to each receiver. Resolves when all have answered or failed and the waiting notices are stored. */
    async look(): Promise<void> {
      await Promise.all(hooks.map(async (hook) => {
        await flush(hook)
        await hook.keep(hook)
      }))
    },
    stop,
  }
}
