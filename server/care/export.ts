import type { CareWhy, OpenPerson } from '../../shared/care/people.ts'
import type { CareReader } from '../../shared/care/rights.ts'
import type { CarePeople, Parts } from './people.ts'
import { randomUUID } from 'node:crypto'
import { mayExportCare } from '../../shared/care/rights.ts'
import { reject } from '../../shared/core/rejection.ts'

/** A list with names that somebody takes out. `mark` goes on every line: the number under which the log has this list. */
export interface CareList { readonly mark: string, readonly at: number, readonly people: readonly OpenPerson[] }

/** Lists with names, for those who were granted the right and have just confirmed that it is they who ask, with a reason, a few a day, each in the log under the mark on its lines. */
export function careExport({ vault, log, facts, now, people }: Parts & { readonly people: Pick<CarePeople, 'inScope' | 'whole'> }) {
  return (reader: CareReader, { reason, words }: CareWhy, confirmed: boolean): CareList => {
    if (!mayExportCare(reader)) reject('forbidden')
    if (!facts.care.reasons.some(one => one.id === reason)) reject('invalid', 'reason')
    if (!vault.exists() || !vault.keys()) reject('not_found')
    if (!confirmed) log.unconfirmed(reader)
    if (log.exports(reader.id) >= facts.care.exportsADay) reject('exports_used_up')
    const rows = people.inScope(reader)
    const mark = randomUUID().slice(0, 8)
    log.note({ who: reader.id, act: 'export', people: rows.length, reason, words: `${mark} ${words}` })
    return { mark, at: now(), people: rows.map(people.whole) }
  }
}
