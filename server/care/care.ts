import type { Reader } from '../../shared/core/board.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Database } from '../database/database.ts'
import { joinedId } from '../../shared/core/joined-id.ts'
import { spare } from '../core/spare.ts'
import { careExport } from './export.ts'
import { careFigures, changedFigures } from './figures.ts'
import { grantedRights } from './granted.ts'
import { careHelp } from './help.ts'
import { careLog } from './log.ts'
import { careNeeds } from './needs.ts'
import { carePeople } from './people.ts'
import { carePurge } from './purge.ts'
import { careSubject } from './subject.ts'
import { careVault } from './vault.ts'

interface Options {
  readonly home: string
  readonly incident: string
  readonly facts: Facts
  /** The real time, by which readings are written down, epoch ms. */
  readonly now: () => number
  /** The incident's board and clock, and how the server gives a command. */
  readonly board: Reader & { readonly seq: number }
  readonly clock: () => number
  readonly give: (command: Command) => Promise<unknown>
  /** Takes the keys of the register that these marks name out of all backups. Answers of how many. */
  readonly forget?: (marks: readonly string[]) => number
  readonly onBug?: (error: unknown) => void
  /** Called with the database of the register once it is open. */
  readonly onOpen?: (base: Database) => void
}

/** The register of people who need care of one incident. */
export function openCare({ home, incident, facts, now, board, clock, give, forget = () => 0, onBug = () => {}, onOpen }: Options) {
  const vault = careVault({ home, incident, now, onBug, onOpen })
  const log = careLog(vault, {
    facts,
    now,
    clock,
    onAlarm(person, opened) {
      const hour = Math.floor(now() / 3_600_000)
      void give({ id: joinedId('~', 'care', 'alarm', person, hour), name: 'alarmCare', args: { person, opened: Math.max(1, opened), hour } })
    },
  })
  const parts = { vault, log, board, facts, now, clock, forget }
  const people = carePeople(parts)
  const help = careHelp(parts)

  const purge = carePurge(parts)
  let due: ReturnType<typeof setTimeout> | null = null
  /** Carries out what is due, and brings the figures on the board up to date. */
  async function look(): Promise<void> {
    purge.look()
    const counts = changedFigures(parts, clock())
    for (let from = 0; from < counts.length; from += 500) await give({ id: joinedId('~', 'care', 'count', board.seq, from), name: 'countCare', args: { counts: counts.slice(from, from + 500) } })
    const asked = help.changed(clock())
    for (let from = 0; from < asked.length; from += 500) await give({ id: joinedId('~', 'help', 'count', board.seq, from), name: 'countHelp', args: { counts: asked.slice(from, from + 500) } })
  }

  return {
    vault,
    log,
    /** How long a sign-in link that was used on a device lets personal data be taken out on it. */
    confirmMinutes: facts.care.confirmMinutes,
    rights: grantedRights(vault, log, now),
    people,
    needs: careNeeds({ ...parts, people }),
    export: careExport({ ...parts, people }),
    purge,
    subject: careSubject({ ...parts, people, purge }),
    help,

    look,

    /** The exact figures of every grid, now. */
    figures: () => careFigures(parts, clock()),

    /** Something in the register changed: the figures follow within a second, all changes of that second together. */
    turned(): void {
      due ??= setTimeout(() => {
        due = null
        spare(onBug, look)
      }, 1000)
      due.unref()
    },

    close(): void {
      if (due) clearTimeout(due)
      vault.close()
    },
  }
}

export type Care = ReturnType<typeof openCare>
