/**
 * Moves issues from another system onto a board: `BOARD=https://… TOKEN=… node move-issues.ts issues.json` (Node 22.18 or newer).
 * The file is a list of `Row`. The token needs the command `reportIssue`. Run it again after an interruption: the ids of the
 * commands are made from those of the rows, so that nothing comes twice.
 */
import { readFile } from 'node:fs/promises'
import { argv, env } from 'node:process'
import { pathToFileURL } from 'node:url'

/** An issue as the other system has it. `id` is its own: letters, digits, `-` and `_`, at most 58. */
export interface Row { readonly id: string, readonly title: string, readonly note?: string, readonly aspect: string, readonly severity: 'immediate' | 'day' | 'threeDays', readonly township: string, readonly lng: number, readonly lat: number }
interface Accepted { readonly ok: true, readonly id: string, readonly seq: number, readonly epoch: string }
interface Refusal { readonly ok: false, readonly code: string, readonly detail?: string, readonly retryAfter?: number }
export interface Moved { readonly row: string, readonly seq: number | null, readonly problem: string | null }

/** A board, reached with a token. */
export class Board {
  readonly #at: string
  readonly #token: string

  constructor(origin: string, token: string, incident = 'first') {
    this.#at = `${origin}/api/v1/incidents/${encodeURIComponent(incident)}`
    this.#token = token
  }

  /** Gives a command. Waits and sends it again, under the same id, when the board is busy or does not answer. */
  async give(command: string, id: string, args: object): Promise<Accepted | Refusal> {
    for (let left = 10; ; left--) {
      const answer = await this.#post(`${this.#at}/commands/${command}`, { id, args })
      const later = answer === null || (!answer.ok && (answer.code === 'slow_down' || answer.code === 'busy'))
      if (answer && (!later || left === 0)) return answer
      if (left === 0) throw new Error('The board does not answer.')
      await new Promise(wake => setTimeout(wake, answer && !answer.ok ? answer.retryAfter ?? 1000 : 2000))
    }
  }

  /** The records of a kind, all pages of them. */
  async* records<R extends { readonly id: string }>(kind: string): AsyncGenerator<R> {
    for (let after: string | null = ''; after !== null;) {
      const response = await fetch(`${this.#at}/records/${kind}?size=500${after && `&after=${after}`}`, { headers: { authorization: `Bearer ${this.#token}` } })
      const page = await response.json() as { readonly records: readonly R[], readonly next: string | null } | Refusal
      if ('code' in page) throw new Error(page.code)
      yield* page.records
      after = page.next
    }
  }

  async #post(url: string, body: object): Promise<Accepted | Refusal | null> {
    try {
      const response = await fetch(url, { method: 'POST', headers: { 'authorization': `Bearer ${this.#token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
      return await response.json() as Accepted | Refusal
    } catch {
      return null
    }
  }
}

/** Moves the rows in, one after the other, and says of each what became of it. */
export async function moveIssues(board: Board, rows: readonly Row[]): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const { id, ...issue } of rows) {
    const answer = await board.give('reportIssue', `moved-${id}`, { issue: id, source: 'import', ...issue })
    moved.push({ row: id, seq: answer.ok ? answer.seq : null, problem: answer.ok ? null : [answer.code, answer.detail].filter(Boolean).join(': ') })
  }
  return moved
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const rows = JSON.parse(await readFile(argv[2] ?? 'issues.json', 'utf8')) as Row[]
  const moved = await moveIssues(new Board(env.BOARD ?? 'http://127.0.0.1:8506', env.TOKEN ?? ''), rows)
  for (const { row, problem } of moved.filter(one => one.problem)) console.error(`${row}: ${problem}`)
  console.log(`${moved.filter(one => !one.problem).length} of ${rows.length} issues are on the board.`)
}
