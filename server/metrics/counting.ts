import type { ProviderId } from '../../shared/people/login.ts'
import type { OutsideWay } from '../core/outside.ts'
import { Counter, Histogram, Registry } from 'prom-client'
import { providerIds } from '../../shared/people/login.ts'
import { outsideWays } from '../core/outside.ts'

/**
 * What the server counts as it works. No metric names a person, a record or an incident, and every label has a short, fixed list
 * of values, so that the number of series never grows with the board.
 */
export function counting() {
  const registry = new Registry()
  const registers = [registry]
  const commands = new Histogram({ name: 'yixian_command_seconds', help: 'From the arrival of a command to its answer, for an accepted one once its commit is on disk', labelNames: ['answer'], buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers })
  const frames = new Counter({ name: 'yixian_frames_total', help: 'Frames made, one for each audience that is connected', registers })
  const sent = new Counter({ name: 'yixian_frames_sent_total', help: 'Frames sent, one for each page that receives it', registers })
  const troubles = new Counter({ name: 'yixian_provider_troubles_total', help: 'Sign-ins that failed because their provider was away or answered wrongly', labelNames: ['provider'], registers })
  const untaken = new Counter({ name: 'yixian_outside_troubles_total', help: 'Messages that a webhook, the mail server, the sender of text messages or a push service did not take; most are tried again', labelNames: ['way'], registers })
  commands.zero({ answer: 'accepted' })
  commands.zero({ answer: 'refused' })
  for (const provider of providerIds) troubles.inc({ provider }, 0)
  for (const way of outsideWays) untaken.inc({ way }, 0)
  return {
    registry,
    answered: (ms: number, ok: boolean): void => commands.observe({ answer: ok ? 'accepted' : 'refused' }, ms / 1000),
    troubled: (provider: ProviderId): void => troubles.inc({ provider }),
    notTaken: (way: OutsideWay): void => untaken.inc({ way }),
    framed(receivers: number): void {
      frames.inc()
      sent.inc(receivers)
    },
  }
}

export type Counting = ReturnType<typeof counting>
