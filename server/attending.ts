import type { County, Facts } from '../shared/core/county.ts'
import type { Config } from './core/config.ts'
import type { Outside } from './core/outside.ts'
import type { IncidentBoard } from './incidents.ts'
import type { PaperMaker } from './papers/paper-maker.ts'
import type { Accounts } from './people/accounts.ts'
import type { Choices } from './telling/choices.ts'
import type { Sender } from './telling/send.ts'
import { scheduler } from './board/scheduler.ts'
import { coverPhotos } from './images/cover.ts'
import { silenceVoices } from './images/silence.ts'
import { outgoing } from './outgoing/outgoing.ts'
import { tableSending } from './tables/sending.ts'
import { telling } from './telling/telling.ts'

interface Options {
  readonly config: Config
  readonly county: County
  readonly facts: Facts
  readonly choices: Choices
  readonly send: Sender
  readonly actorOf: Accounts['actorOf']
  readonly papers: PaperMaker
  readonly now: () => number
  /** Called with what went wrong while something was sent out. */
  readonly outside: Outside
  /** Called with an error that may come from a full disk. */
  readonly report: (error: unknown) => void
}

/** Answers a function that starts the scheduled work of an incident, its webhooks and its notices; that one answers a function that stops them. */
export const attending = ({ config, county, facts, choices, send, actorOf, papers, now, outside, report }: Options) =>
  async ({ id, authority: board, store: log, care, photos }: Pick<IncidentBoard, 'id' | 'authority' | 'store' | 'care' | 'photos'>): Promise<() => Promise<void>> => {
    const ends: (() => void | Promise<void>)[] = []
    const end = async () => {
      for (const one of ends) await one()
    }
    try {
      const tellers = await outgoing(board, log, { config, county, now, onTrouble: (name, error) => outside('webhook', name, error) })
      ends.push(tellers.stop)
      const people = await telling(board, log, { incident: id, choices, send, county, actorOf, now, onTrouble: (way, error) => outside(way, 'people', error) })
      ends.push(people.stop)
      const sendTables = tableSending(board, log, { config, county, papers, actorOf, now, onTrouble: (name, error) => outside(config.WEBHOOKS.some(hook => hook.name === name) ? 'webhook' : 'mail', name, error) })
      const clock = scheduler(board, log, {
        facts,
        onBug: report,
        async after() {
          await care.look().catch(report)
          await tellers.look()
          void people.look().catch(report)
          await sendTables()
        },
      })
      // First, because what it does after each look uses the others.
      ends.unshift(clock.stop)
      await clock.look()
      ends.unshift(...[coverPhotos, silenceVoices].map(begin => begin({ authority: board, photos }, report)))
      return end
    } catch (error) {
      // It may be begun again, and must not be there twice.
      await end()
      throw error
    }
  }
