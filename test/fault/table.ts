import fs from 'node:fs'

/** One line that a fault has printed. */
export type Line = Readonly<Record<string, unknown>> & { readonly fault: string, readonly ok: boolean, readonly seed: number }

/** The first cells of a row in docs/promises.md whose last cell names this fault, and is not wholly kept. */
const unkept = (pages: string, fault: string) => pages.split('\n').map(line => line.split('|').map(cell => cell.trim())).filter(([, , , state, , shown = '']) => state === 'part' && shown.includes(`\`fault ${fault}\``))

/** What docs/promises.md says is missing of the promises that a fault shows: `26: twenty seeds`. */
export const fallsShort = (fault: string, pages = fs.readFileSync('docs/promises.md', 'utf8')): string =>
  unkept(pages, fault).map(([, number, , , missing]) => `${number}: ${missing}`).join('; ')

const shown = (value: unknown): string => typeof value === 'object' && value ? JSON.stringify(value).replaceAll('|', '\\|') : String(value)
const pairs = (figures: Readonly<Record<string, unknown>>) => Object.entries(figures).filter(([, value]) => value !== null && value !== 'null').map(([name, value]) => `${name} ${shown(value)}`).join(', ')

/** A way to run a fault, as its first cell says it. */
export const cellOf = (way: readonly string[]): string => `\`${way.join(' ')}\``

/** What one run printed, as a row of the README; null is one that broke off. `size` names the numbers that are no figures. */
export function rowOf(way: readonly string[], line: Line | null, size: readonly string[]): string {
  const { fault: _fault, ok, seed, sabotage: _sabotage, ...rest } = line ?? { fault: '', ok: false, seed: '', sabotage: false }
  const entries = Object.entries(rest).filter(([name, value]) => !(value === true && way.includes(`--${name}`)))
  const [sizes, figures] = [true, false].map(is => Object.fromEntries(entries.filter(([name]) => size.includes(name) === is)))
  return `| ${cellOf(way)} | ${pairs(sizes ?? {})} | ${seed} | ${line ? ok ? 'holds' : '**fails**' : '**broke off**'} | ${pairs(figures ?? {})} | ${fallsShort(way[0] ?? '')} |`
}

export const head = '| fault | size | seed | | figures | falls short of the promise |\n|---|---|---|---|---|---|'
