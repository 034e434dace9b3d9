import fs from 'node:fs'
import { parseArgs } from 'node:util'

/** What `npm run bench -- P2C` measured, in microseconds of processor time and bytes of memory. */
export interface Costs {
  /** One commit on the server that writes, its share of PostgreSQL not counted. */
  readonly commit: number
  /** One commit sent to one watcher. */
  readonly delivery: number
  /** A watcher that hears nothing, each second: pings, and presence. */
  readonly idle: number
  readonly watcher: number
  /** The process with one board, and each further board. */
  readonly server: number
  readonly board: number
}

/** What is to be carried. */
export interface Need { readonly counties: number, readonly watchers: number, readonly commits: number, readonly records: number }

/** How much of a core may be used, so that a peak and a lost server are borne. */
const used = 0.5
/** Bytes of a record on each server (bench P8). */
const record = 870
/** Watchers of one process: beyond this the pings and presence of one event loop are late (not measured beyond it). */
export const mostWatchers = 5000

/**
 * What carries these counties, each with a board of its own. Watchers are spread evenly over counties; `commits` are those of one county in a
 * second. Formula: cores = counties × commits × (commit + delivery × watchers of a county) + idle × watchers, per second; bytes = servers × (server + counties × (board + records × 870)) + watchers × watcher.
 */
export function needs({ commit, delivery, idle, watcher, server, board }: Costs, { counties, watchers, commits, records }: Need) {
  const each = watchers / counties
  const cores = (counties * commits * (commit + delivery * each) + idle * watchers) / 1e6
  const servers = Math.max(Math.ceil(cores / used), Math.ceil(watchers / mostWatchers))
  const bytes = counties * (board + records * record) * 3 + servers * server + watchers * watcher
  return { cores: Number(cores.toFixed(1)), servers, gigabytes: Number((bytes / 1e9).toFixed(1)), deliveries: Math.round(counties * commits * each), writer: Number((commits * (commit + delivery * each / 3) / 1e6).toFixed(3)) }
}

/** The costs as docs/scale.md states them in its table. */
export function costsIn(page: string): Costs {
  const of = (name: string) => Number(new RegExp(`^\\| \`${name}\` \\| ([\\d.e]+) \\|`, 'm').exec(page)?.[1] ?? Number.NaN)
  return { commit: of('commit'), delivery: of('delivery'), idle: of('idle'), watcher: of('watcher'), server: of('server'), board: of('board') }
}

/** `npm run bench -- scale --counties 100 --watchers 50000 --commits 2 --records 25000` measures nothing: it computes from the page. */
export function scale(args: readonly string[], page = fs.readFileSync('docs/scale.md', 'utf8')): Need & ReturnType<typeof needs> {
  const usual: Need = { counties: 100, watchers: 50_000, commits: 2, records: 25_000 }
  const { values } = parseArgs({ args: [...args], options: Object.fromEntries(Object.keys(usual).map(name => [name, { type: 'string' } as const])) }) as { values: Record<string, string | undefined> }
  const need = { ...usual, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])) }
  return { ...need, ...needs(costsIn(page), need) }
}
