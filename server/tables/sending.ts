import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { SavedTable } from '../../shared/records.ts'
import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import type { Config } from '../core/config.ts'
import type { postOut } from '../outgoing/guarded-request.ts'
import type { PaperMaker } from '../papers/paper-maker.ts'
import { Buffer } from 'node:buffer'
import { dayNumber, instant } from '../../shared/core/calendar.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { mailer, Refused } from '../mail/mailer.ts'
import { readAs } from './read-as.ts'
import { receivers } from './receivers.ts'

interface Options {
  readonly config: Pick<Config, 'WEBHOOKS' | 'WEBHOOK_PRIVATE' | 'MAIL_URL' | 'MAIL_FROM' | 'MAIL_PLAIN' | 'MAIL_TO'>
  readonly county: County
  readonly papers: PaperMaker
  /** The owner as they are now; null if they are gone or disabled. */
  readonly actorOf: (id: string) => Actor | null
  readonly now?: () => number
  readonly send?: typeof postOut
  readonly onTrouble?: (name: string, error: unknown) => void
}

/** Larger files are not sent, in bytes. */
const most = 8 * 2 ** 20
const minute = 60_000

/** The last moment (epoch ms) at or before `now` at which a table was to be sent; null if there is none since its schedule was set. */
export function lastDue({ schedule }: Pick<SavedTable, 'schedule'>, now: number, timeZone: string): number | null {
  if (!schedule) return null
  const [hours = 0, minutes = 0] = schedule.at.split(':').map(Number)
  const today = dayNumber(now, timeZone)
  const due = [today, today - 1].map(day => instant(day, hours * 60 + minutes, timeZone)).find(at => at <= now)
  return due !== undefined && due > schedule.since ? due : null
}

/**
 * Sends each table at its hour, by the incident's clock, as an Excel file to its receiver, with the rights that its owner has then. Each day's file is
 * sent once, also over restarts; a receiver that is down is tried again after growing pauses until the next day's is due, and not again if it refuses
 * the file for good. A table whose owner may no longer send it is not sent.
 */
export function tableSending(authority: Pick<Authority, 'board' | 'now'>, store: Pick<Store, 'recall' | 'remember'>, { config, county, papers, actorOf, now = Date.now, send, onTrouble = () => {} }: Options) {
  const known = receivers(config, mailer(config), send)
  const pauses = new Map<string, { readonly due: number, tries: number, notBefore: number }>()

  async function give(table: SavedTable, due: number): Promise<void> {
    const receiver = known.get(table.schedule?.to ?? '')
    const owner = actorOf(table.owner)
    if (!receiver || !owner || (owner.role !== 'coordinator' && owner.role !== 'admin') || audienceOf(owner) !== table.home) return
    const sheet = readAs(authority, owner, table.id, county)
    if (!sheet) return
    const content = Buffer.from(await papers({ kind: 'table', sheet, mark: county.office.drillMark }))
    if (content.length > most) throw new Error(`${table.name} has ${content.length} bytes`)
    const title = `${sheet.drill ? `【${county.office.drillMark}】` : ''}${table.name}`
    const incident = authority.board.get('incident', 'incident')?.code ?? ''
    await receiver({ incident, title, table: table.id, due, left: sheet.left, file: { name: `${table.name}.xlsx`, content } }, now())
  }

  /** Sends what is due. Resolves when all receivers have answered or failed. */
  return async function look(): Promise<void> {
    for (const table of authority.board.all('table')) {
      const due = lastDue(table, authority.now(), county.timeZone)
      if (due === null || Number(await store.recall(`table:${table.id}`) ?? 0) >= due) continue
      const pause = pauses.get(table.id)
      if (pause?.due === due && now() < pause.notBefore) continue
      try {
        await give(table, due)
        await store.remember(`table:${table.id}`, String(due))
        pauses.delete(table.id)
      } catch (error) {
        onTrouble(table.schedule?.to ?? '', error)
        const tries = (pause?.due === due ? pause.tries : 0) + 1
        pauses.set(table.id, { due, tries, notBefore: error instanceof Refused ? Number.POSITIVE_INFINITY : now() + Math.min(60 * minute, minute * 2 ** tries) })
      }
    }
  }
}
