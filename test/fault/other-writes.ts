import type { Crowd, Nodes } from './nodes.ts'
import { randomUUID } from 'node:crypto'
import { photoId } from '../../shared/core/photos.ts'
import { noise } from './noise.ts'

const json = (body: object) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

/** What is written beside the board: an account, a person in the register, and a photo of an issue that is made first. */
export async function otherWrites(nodes: Nodes, { planner, admin, officer }: Pick<Crowd, 'planner' | 'admin' | 'officer'>) {
  const ask = (node: number, cookie: string, at: string, { headers, ...more }: RequestInit = {}) =>
    fetch(`${nodes.origin(node)}/api${at}`, { ...more, headers: { ...headers as object, cookie, 'sec-fetch-site': 'same-origin' }, signal: AbortSignal.timeout(30_000) })
  const inWords = async (answer: Promise<Response>) => answer.then(one => one.ok ? one.text() : '', () => '')
  const first = (await nodes.writer()).at
  for (const [name, args] of [['addGrid', { grid: 'n1', township: 'north', name: 'Grid', phone: '', spot: null }], ['reportIssue', { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: -20, lat: 64.5 }]] as const) {
    const answer = await ask(first, planner, '/i/first/commands', json({ id: name, name, args }))
    if (!answer.ok) throw new Error(await answer.text())
  }
  const photo = await noise(4)

  return {
    /** Sends one of each to this server. Answers what each is called, and whether the server says that it is done. */
    send(node: number): { readonly called: readonly string[], readonly done: Promise<readonly boolean[]> } {
      const [person, entry, picture] = [randomUUID().slice(0, 8), randomUUID(), photoId(photo, randomUUID().slice(-12))]
      const asked = [
        ask(node, admin, '/people', json({ name: person, role: 'viewer' })),
        ask(node, officer, '/i/first/care/people', json({ act: 'add', people: [{ id: entry, township: 'north', grid: 'n1', groups: ['infant'], name: 'Ann' }] })),
        ask(node, planner, `/i/first/photos/i1/${picture}`, { method: 'PUT', body: new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), headers: { 'content-type': 'image/jpeg' } }),
      ]
      return { called: [person, entry, picture], done: Promise.all(asked.map(answer => answer.then(({ ok }) => ok, () => false))) }
    },
    /** How many of these the servers have, asked at this one. */
    async known(node: number, called: readonly string[]): Promise<number> {
      const [people, register] = await Promise.all([inWords(ask(node, admin, '/people')), inWords(ask(node, officer, '/i/first/care/people'))])
      const files = new Set((await nodes.sql<{ path: string }[]>`select path from copied_file`).map(({ path }) => path.split('/').at(-1)?.split('.')[0]))
      return called.filter(one => people.includes(one) || register.includes(one) || files.has(one)).length
    },
  }
}
