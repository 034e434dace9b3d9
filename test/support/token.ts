import type { NewToken } from '../../shared/api/tokens.ts'
import type { RunningBoard } from './running-board.ts'
import { expect } from 'vitest'

type Person = ReturnType<RunningBoard['person']>

/** A system with a token that this administrator makes, for a day from `now` on. */
export async function system(board: RunningBoard, admin: Person, given: Partial<NewToken> = {}, now = Date.now()) {
  const answer = await admin.fetch('/api/tokens', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: `the ${given.role ?? 'coordinator'}’s system`, role: 'coordinator', townships: [], unit: null, commands: [], endsAt: now + 24 * 3_600_000, ...given }) })
  const made = await answer.json() as { id: string, secret: string }
  expect(answer.status, JSON.stringify(made)).toBe(201)
  const ask = async (path: string, more: RequestInit = {}) => fetch(`${board.origin()}/api/v1${path}`, { ...more, headers: { authorization: `Bearer ${made.secret}`, ...more.headers } })
  return {
    ...made,
    fetch: ask,
    json: async <T>(path: string): Promise<T> => {
      const found = await ask(path)
      expect(found.status, path).toBe(200)
      return await found.json() as T
    },
    give: async (command: string, id: string, args: object) => {
      const found = await ask(`/incidents/first/commands/${command}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, args }) })
      return { status: found.status, body: await found.json() as Record<string, unknown> }
    },
  }
}
