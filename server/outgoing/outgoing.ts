import type { County } from '../../shared/county.ts'
import type { Notice } from '../../shared/records.ts'
import type { Authority } from '../authority.ts'
import type { Config } from '../config.ts'
import type { Line } from './formats.ts'
import { minuteOfDay } from '../../shared/county-clock.ts'
import { format } from './formats.ts'
import { post } from './guarded-request.ts'

const mostWaiting = 500
const mostTries = 6
const words: Readonly<Record<string, string>> = { told: '新交办', late: '已逾期', lateLeader: '逾期提醒' }

interface Options {
  readonly config: Pick<Config, 'WEBHOOKS' | 'WEBHOOK_PRIVATE'>
  readonly county: County
  readonly now?: () => number
  readonly send?: typeof post
  readonly onTrouble?: (name: string, error: unknown) => void
}

/**
 * Tells group robots and other systems what the board has given notice of: one message a receiver every few minutes with
 * all that came, in quiet hours only the urgent. Queues are bounded, a receiver that is down is tried again later and later,
 * and nothing here holds up the board. Messages say which issue and which unit, never a person's name.
 */
export function outgoing(authority: Authority, { config, county, now = Date.now, send = post, onTrouble = () => {} }: Options) {
  const hooks = config.WEBHOOKS.map(hook => ({ ...hook, waiting: [] as Line[], dropped: 0, tries: 0, notBefore: 0 }))
  const unitName = new Map(county.units.map(unit => [unit.id, unit.short]))

  function lineOf({ rule, issue }: Notice): Line | null {
    const about = issue ? authority.board.get('issue', issue) : undefined
    const code = authority.board.get('incident', 'incident')?.code ?? ''
    if (!about || !words[rule]) return null
    return { rule, urgent: about.severity === 'immediate', text: `${words[rule]} ${code}-${String(about.no).padStart(4, '0')} ${about.title}（${unitName.get(about.unit ?? '') ?? ''}）` }
  }

  const stop = authority.onApplied((applied) => {
    for (const { commit } of applied) {
      for (const { kind, value } of commit.changes) {
        const line = kind === 'notice' && value && commit.name === 'giveNotices' ? lineOf(value as Notice) : null
        if (line) hooks.filter(hook => !hook.rules.length || (hook.rules as readonly string[]).includes(line.rule)).forEach(hook => hook.waiting.push(line))
      }
    }
    for (const hook of hooks) hook.dropped += hook.waiting.splice(0, Math.max(0, hook.waiting.length - mostWaiting)).length
  })

  function quiet(): boolean {
    const [from, to] = county.rules.quietHours
    const hour = minuteOfDay(now(), county.timeZone) / 60
    return from > to ? hour >= from || hour < to : hour >= from && hour < to
  }

  async function flush(hook: (typeof hooks)[number]): Promise<void> {
    if (now() < hook.notBefore) return
    const lines = quiet() ? hook.waiting.filter(line => line.urgent) : [...hook.waiting]
    if (!lines.length) return
    const incident = authority.board.get('incident', 'incident')
    const title = `${incident?.drill ? '【演练】' : ''}${incident?.name ?? ''} ${lines.length} 条提醒${hook.dropped ? `（另有 ${hook.dropped} 条未列）` : ''}`
    const message = format(hook, title, lines, now())
    try {
      await send({ ...message, allowPrivate: config.WEBHOOK_PRIVATE })
      hook.waiting = hook.waiting.filter(line => !lines.includes(line))
      hook.dropped = 0
      hook.tries = 0
      hook.notBefore = now() + hook.everyMinutes * 60_000
    } catch (error) {
      onTrouble(hook.name, error)
      hook.tries++
      hook.notBefore = now() + Math.min(3_600_000, 30_000 * 2 ** hook.tries)
      if (hook.tries < mostTries) return
      // A receiver that has been down so long gets what is new from here on, and how much it missed.
      hook.dropped += lines.length
      hook.waiting = hook.waiting.filter(line => !lines.includes(line))
      hook.tries = 0
    }
  }

  return {
    /** Sends what is due to each receiver; resolves when all have answered or failed. */
    look: async (): Promise<void> => void await Promise.all(hooks.map(flush)),
    stop,
  }
}
