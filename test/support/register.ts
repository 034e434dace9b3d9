import type { NewCarePerson } from '../../shared/care/people.ts'
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { runningBoard } from './running-board.ts'

type More = NonNullable<Parameters<typeof runningBoard>[0]>

/** A running board with grids in two townships, an administrator who has granted the rights, and everybody who works on the register. */
export async function register(more: More = {}) {
  const board = await runningBoard({ pace: { commands: 1e6, seconds: 1 }, ...more })
  const admin = board.person({ role: 'admin' })
  const people = {
    admin,
    lead: board.person({ role: 'coordinator' }),
    plain: board.person({ role: 'coordinator' }),
    north: board.person({ role: 'officer', township: 'north' }),
    south: board.person({ role: 'officer', township: 'south' }),
    /** Looks after the grid n1 in the north. */
    worker: board.person({ role: 'gridWorker', grid: 'n1' }),
    inspector: board.person({ role: 'inspector', team: 1 }),
    unit: board.person({ role: 'unit', unit: 'health' }),
    volunteer: board.person({ role: 'volunteer', township: 'north' }),
    viewer: board.person({ role: 'viewer' }),
    overseer: board.person({ role: 'overseer' }),
    auditor: board.person({ role: 'auditor' }),
  }
  type Who = keyof typeof people
  for (const [grid, township] of [['n1', 'north'], ['n2', 'north'], ['s1', 'south']]) {
    expect(await board.authority.submit({ id: `grid-${grid}`, name: 'addGrid', args: { grid, township, name: `Grid ${grid}`, phone: '', spot: null } }, admin.actor)).toMatchObject({ ok: true })
  }

  // Tests move the clock by days, so sessions last long.
  const cookies = Object.fromEntries(Object.entries(people).map(([who, { actor }]) => [who, `yixian=${board.accounts.signIn(board.accounts.invite(actor.id, 2000), 2000)}`])) as Record<Who, string>

  /** Asks the register as one of these people, and answers status and body. */
  async function ask(who: Who, path: string, body?: unknown) {
    const answer = await people[who].fetch(`/api/i/first/care${path}`, body === undefined ? { headers: { cookie: cookies[who] } } : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'cookie': cookies[who] } })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : null, text }
  }

  const grant = (who: Who, right: 'names' | 'export', granted = true) => ask('admin', '/rights', { person: people[who].actor.id, right, granted })
  expect((await grant('lead', 'names')).status).toBe(204)

  /** Somebody proves by a new sign-in link that it is they who ask; `secret` stands for another one. Answers the status. */
  async function confirm(who: Who, secret = board.accounts.invite(people[who].actor.id, 1)) {
    const answer = await people[who].fetch('/api/session/confirm', { method: 'POST', body: JSON.stringify({ token: secret }), headers: { 'content-type': 'application/json', 'cookie': cookies[who] } })
    // The proof gives the session another token.
    if (answer.ok) cookies[who] = answer.headers.getSetCookie()[0]!.split(';')[0]!
    return answer.status
  }

  return { board, people, ask, grant, confirm }
}

/** An invented person; what is not given differs from one call to the next. */
export function carePerson(more: Partial<NewCarePerson> = {}): NewCarePerson {
  const id = randomUUID()
  const digits = String(Number.parseInt(id.slice(0, 8), 16)).padStart(10, '0')
  return { id, township: 'north', grid: 'n1', groups: ['elder'], name: `Name-${id.slice(0, 8)}`, phone: `1${digits}`, number: `${digits}12345678`, address: `Lane ${id.slice(9, 13)}`, kin: '', kinPhone: '', note: '', ...more }
}

export const visit = { reason: 'visit' }
