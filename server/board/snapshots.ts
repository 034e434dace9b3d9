import type { Buffer } from 'node:buffer'
import type { Board } from '../../shared/core/board.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { Authority } from './authority.ts'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { shown } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { hasLeft } from '../../shared/settled.ts'

export interface Packed { readonly seq: number, readonly body: Promise<Buffer> }

/** Brotli at this quality makes a board a fifth smaller than gzip, for half as much processor time again. */
const squeeze = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip({ level: 6 }),
} as const
export type Coding = keyof typeof squeeze

/** How much is written in one turn of the event loop, about two milliseconds: at most this many records, and no further record after this many characters. */
const slice = { records: 500, enough: 200_000 }

/**
 * The whole board for an audience, compressed once for each coding and shared by everybody who asks. A snapshot may be up to `slack` commits
 * old, because its reader continues from its seq, but the tail must reach back to it.
 */
export function snapshots(authority: Authority, slack = 500): (audience: string, coding?: Coding) => Packed {
  const packed = new Map<string, Packed>()
  authority.board.onRest(() => packed.clear())
  /** The slices of all audiences share one queue, so that no turn of the event loop has two of them. */
  let turns: Promise<void> = Promise.resolve()
  const turn = () => turns = turns.then(() => setImmediate())

  async function* spaced(texts: Iterable<string>): AsyncGenerator<string> {
    await turn()
    for (const text of texts) {
      yield text
      await turn()
    }
  }

  function fresh(audience: string, coding: Coding): Packed {
    const name = `${coding} ${audience}`
    const body = pipeline(Readable.from(spaced(snapshotJson(authority, audience))), squeeze[coding](), buffer) as Promise<Buffer>
    const next = { seq: authority.board.seq, body }
    packed.set(name, next)
    // A failure reaches everybody who waits for this snapshot; the next person to ask gets a new attempt.
    body.catch(() => packed.get(name) === next && packed.delete(name))
    return next
  }

  return (audience, coding = 'gzip') => {
    const last = packed.get(`${coding} ${audience}`)
    const near = last && authority.board.seq - last.seq <= slack && authority.since(last.seq)
    const given = near ? last : fresh(audience, coding)
    authority.hold(given.seq)
    return given
  }
}

/**
 * The JSON of the `Snapshot` for an audience, in small pieces, as of this moment: the board may change between two pieces.
 * Own parts are in no snapshot; `resume` answers them.
 */
export function snapshotJson({ board, epoch }: Pick<Authority, 'epoch'> & { readonly board: Board }, audience: string): Iterable<string> {
  // Records are replaced, never edited, so these lists keep the board as it is now.
  const records = kinds.map(kind => [kind, [...board.all(kind)]] as const)
  const incident = board.get('incident', 'incident')
  return pieces(JSON.stringify({ epoch, seq: board.seq, audience }), records, (kind, record) => hasLeft(incident, kind, record) ? null : shown(audience, kind, record))
}

function* pieces(head: string, records: readonly (readonly [Kind, readonly AnyRecord[]])[], told: (kind: Kind, record: AnyRecord) => AnyRecord | null): Generator<string> {
  let text = `${head.slice(0, -1)},"records":{`
  let left = slice.records
  let before = ''
  for (const [kind, all] of records) {
    let open = false
    for (const record of all) {
      if (left === 0 || text.length > slice.enough) {
        yield text
        text = ''
        left = slice.records
      }
      left--
      const value = told(kind, record)
      if (!value) continue
      text += (open ? ',' : `${before}"${kind}":[`) + JSON.stringify(value)
      open = true
    }
    if (!open) continue
    text += ']'
    before = ','
  }
  yield `${text}}}`
}
