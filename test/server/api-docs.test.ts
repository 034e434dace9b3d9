import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { Board, moveIssues } from '../../docs/examples/move-issues.ts'
import { signed } from '../../server/outgoing/formats.ts'
import { folder as lianjiang } from '../../shared/county/lianjiang/index.ts'
import { noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'
import { system } from '../support/token.ts'

const run = promisify(execFile)
const page = fs.readFileSync('docs/api.md', 'utf8')
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }))

/** What of the shown value the answer lacks. `…` fits everything, and an answer may have more fields. */
function lacks(shown: unknown, answer: unknown, at = ''): string[] {
  if (shown === '…') return answer === undefined ? [at] : []
  if (Array.isArray(shown)) return Array.isArray(answer) ? shown.flatMap((one, i) => lacks(one, answer[i], `${at}[${i}]`)) : [at]
  if (typeof shown !== 'object' || shown === null) return shown === answer ? [] : [`${at}: ${JSON.stringify(answer)}`]
  return typeof answer === 'object' && answer !== null ? Object.entries(shown).flatMap(([key, one]) => lacks(one, (answer as Record<string, unknown>)[key], `${at}.${key}`)) : [at]
}

it('[F93] [AP8] every example of docs/api.md runs against a started board and prints what the page shows', async () => {
  expect(blocks.filter(({ language }) => language === 'sh').length).toBeGreaterThanOrEqual(8)
  const board = await runningBoard({ folder: lianjiang })
  const admin = board.person({ role: 'admin' })
  const { secret } = await system(board, admin, { name: 'Health bureau', commands: ['reportIssue'] })
  for (const [i, { language, text }] of blocks.entries()) {
    if (language !== 'sh') continue
    const shown = blocks[i + 1]
    expect(shown?.language, text).toBe('json')
    const { stdout } = await run('bash', ['-ec', text], { env: { ...process.env, BOARD: board.origin(), TOKEN: secret } })
    // Each call prints one line of JSON; the page shows one value a line.
    const answers = stdout.replace(/\}\[(?=\{)/g, '}\n[').split('\n').filter(Boolean).map(line => JSON.parse(line) as unknown)
    const values = shown?.text.split('\n').filter(Boolean).map(line => JSON.parse(line) as unknown) ?? []
    expect([text, lacks(values, answers)]).toEqual([text, []])
  }
  expect(board.bugs).toEqual([])
})

it('[F93] [AP8] the check of a signature on the page takes what the board signs, and nothing that was changed, late or signed with another secret', async () => {
  const code = blocks.filter(({ language }) => language === 'js')
  expect(code).toHaveLength(1)
  const file = path.join(tempFolder(), 'hook.mjs')
  fs.writeFileSync(file, code[0]?.text ?? '')
  const { isOurs } = await import(pathToFileURL(file).href) as { isOurs: (body: string, headers: Readonly<Record<string, string>>, secret: string, now: number) => boolean }
  const { body, headers } = signed({ url: 'http://127.0.0.1/', secret: 'key' }, { title: 'Late issues', notices: [] }, noon)
  expect(isOurs(body, headers, 'key', noon)).toBe(true)
  expect([isOurs(`${body} `, headers, 'key', noon), isOurs(body, headers, 'other', noon), isOurs(body, headers, 'key', noon + 400_000), isOurs(body, { ...headers, 'x-yixian-timestamp': String(noon + 1) }, 'key', noon), isOurs(body, {}, 'key', noon)]).toEqual([false, false, false, false, false])
})

it('[F93] [AP8] the example moves 100 issues in, each once, also when it is run again after an interruption, and says what was refused', async () => {
  const board = await runningBoard({ pace: { commands: 60, seconds: 1 } })
  const { secret } = await system(board, board.person({ role: 'admin' }), { name: 'Old system', commands: ['reportIssue'] })
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: `old-${i}`, title: `Issue ${i}`, aspect: 'safety', severity: 'day' as const, township: i % 2 ? 'north' : 'south', lng: 110, lat: 21 }))
  const there = new Board(board.origin(), secret)
  expect((await moveIssues(there, rows.slice(0, 40))).every(one => one.problem === null)).toBe(true)
  const moved = await moveIssues(there, [...rows, { ...rows[0]!, id: 'bad', township: 'nowhere' }])
  expect(moved.filter(one => one.problem)).toEqual([{ row: 'bad', seq: null, problem: 'invalid: township nowhere' }])
  const ids: string[] = []
  for await (const { id } of there.records('issue')) ids.push(id)
  expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort())
})
