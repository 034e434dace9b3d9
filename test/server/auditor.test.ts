import type { RunningBoard } from '../support/running-board.ts'
import { URI } from 'otpauth'
import { expect, it } from 'vitest'
import { desk } from '../support/people-desk.ts'
import { runningBoard } from '../support/running-board.ts'

const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
type Person = ReturnType<RunningBoard['person']>

it('[F90] [AC16] no administrator makes an auditor alone: one adds them, another lets them in, and the log says who did which', async () => {
  const board = await runningBoard()
  const [a, b] = [board.person({ role: 'admin' }), board.person({ role: 'admin' })]
  const added = await a.fetch('/api/people', post({ name: 'Zhao', role: 'auditor' }))
  expect(added.status).toBe(201)
  const { id, ...more } = await added.json() as { id: string }
  expect(more).toEqual({})
  const link = async (by: Person) => {
    const answer = await by.fetch(`/api/people/${id}/link`, { method: 'POST' })
    return { status: answer.status, body: await answer.json() as { code?: string, token?: string } }
  }
  expect(await link(a)).toMatchObject({ status: 409, body: { code: 'other_admin' } })
  const { token = '' } = (await link(b)).body
  expect((await fetch(`${board.origin()}/api/session`, { ...post({ token }), headers: { 'content-type': 'application/json', 'origin': board.origin() } })).status).toBe(204)
  const { entries } = await (await a.fetch('/api/i/first/audit', post({ wanted: { record: `person/${id}` } }))).json() as { entries: { act: string, who: string }[] }
  expect(entries.map(({ act, who }) => [act, who])).toEqual(expect.arrayContaining([['add_auditor', a.actor.id], ['link', b.actor.id], ['sign_in', id]]))
})

it('[F90] [AC16] an auditor’s account comes from no other role, becomes no other, and comes from no list', async () => {
  const board = await runningBoard()
  const admin = board.person({ role: 'admin' })
  const [auditor, clerk] = [board.person({ role: 'auditor' }), board.person({ role: 'coordinator' })]
  const change = async (who: Person, body: unknown) => {
    const answer = await admin.fetch(`/api/people/${who.actor.id}`, post(body))
    return [answer.status, answer.ok ? '' : (await answer.json() as { code: string }).code]
  }
  expect(await change(admin, { role: 'auditor' })).toEqual([409, 'role_apart'])
  expect(await change(clerk, { role: 'auditor' })).toEqual([409, 'role_apart'])
  expect(await change(auditor, { role: 'admin' })).toEqual([409, 'role_apart'])
  expect(await change(auditor, { name: 'Qian', role: 'auditor' })).toEqual([204, ''])
  expect((await admin.fetch('/api/people/roster', post({ rows: [{ name: 'Sun', phone: '13900000001', role: 'auditor' }] }))).status).toBe(400)
})

it('[F90] [AC16] who adds an auditor puts no sign-on for them and who lets them in resets no factor of theirs', () => {
  const { people, clock } = desk()
  const oidc = (name: string) => [{ id: 'oidc' as const, realm: 'r', name }]
  expect(() => people.add({ name: 'Zhao', role: 'auditor', logins: oidc('mine') }, 'a')).toThrow('other_admin')
  const id = people.add({ name: 'Zhao', role: 'auditor' }, 'a')
  expect(() => people.change('a', id, { logins: oidc('mine') })).toThrow('other_admin')
  expect(() => people.invite(id, 1, 'a')).toThrow('other_admin')
  people.change('b', id, { logins: oidc('zhao') })
  const { address } = people.factors.beginApp(id, 'Yixian')
  people.factors.confirmApp(id, (URI.parse(address) as { generate: (at: { timestamp: number }) => string }).generate({ timestamp: clock.at }))
  expect(() => people.factors.reset('b', id, 'lost it')).toThrow('other_admin')
  people.factors.reset('c', id, 'lost it')
  // Now this one could sign in as the auditor too.
  expect(() => people.invite(id, 1, 'c')).toThrow('other_admin')
  expect(people.invite(id, 1, 'b')).toBeTruthy()
})
