import type { IncidentSummary } from '../../shared/core/protocol.ts'
import type { Letter } from './readers.ts'
import type { World } from './world.ts'
import http from 'node:http'
import path from 'node:path'
import { expect, it } from 'vitest'
import { rowKinds } from '../../shared/bulletins/rows-behind.ts'
import { pictured } from '../../shared/core/photos.ts'
import { tempFolder } from '../support/temp.ts'
import { letters } from './readers.ts'
import { differences, keyOf, spokenOf, untold, world } from './world.ts'

/** The readers, by letter, who receive each status: `{ 200: 'KA', 403: 'V' }`. */
async function statuses({ people }: World, path: string): Promise<Record<number, string>> {
  const answers: Record<number, string> = {}
  for (const letter of letters) {
    const { status } = await people[letter].fetch(path)
    answers[status] = (answers[status] ?? '') + letter
  }
  return answers
}

it('[V11] [L10] history: readers of a record read its timeline, which shows only declared arguments', async () => {
  const it = await world()
  expect(await differences(it, async (letter) => {
    const told = new Set<string>()
    for (const one of it.table) {
      const answer = await it.people[letter].fetch(`/api/i/first/history/${keyOf(one)}`)
      const said = await answer.text()
      expect(said).not.toContain(untold)
      if (answer.ok) told.add(keyOf(one))
      else expect([answer.status, said]).toEqual([404, '{"ok":false,"code":"not_found"}'])
    }
    return told
  })).toEqual([])
})

it('[V1] [V2] [L10] rows: a reader gets only visible rows behind a figure of a bulletin', async () => {
  const it = await world()
  for (const day of ['2030-04-01', '2030-04-02']) {
    const all = new Map<Letter, Set<string>>()
    for (const letter of letters) {
      const said = await Promise.all(rowKinds.map(kind => it.text(letter, `/bulletins/${day}/rows?kind=${kind}&state=all`)))
      all.set(letter, spokenOf(it, said.join()))
    }
    expect(await differences(it, async letter => all.get(letter)!, { exactly: false })).toEqual([])
    expect([...all.get('K')!]).toEqual(expect.arrayContaining(['issue/x-own-issue-x', 'issue/x-neighbour-issue-x', 'place/x-own-place-x', 'inspection/x-own-inspection-x']))
    expect(all.get('O')!.has('issue/x-own-issue-x')).toBe(day === '2030-04-01')
  }
})

it('[DB4] [L10] paper: a bulletin, its template and a letter are read only by those they are for', async () => {
  const it = await world()
  const bulletins = '/api/i/first/bulletins'
  for (const file of ['word', 'excel']) {
    expect(await statuses(it, `${bulletins}/2030-04-01/${file}`)).toEqual({ 200: 'KAIRV', 403: 'ONUC', 404: 'PGHJLWE' })
    expect(await statuses(it, `${bulletins}/2030-04-02/${file}`)).toEqual({ 200: 'KAIRV', 404: 'ONUCPGHJLWE' })
  }
  expect(await statuses(it, `${bulletins}/template`)).toEqual({ 200: 'KA', 403: 'IRVONUCPGHJLWE' })
  const sees = it.table.filter(({ kind }) => kind === 'letter')
  expect(await differences(it, async (letter) => {
    const told = new Set<string>()
    for (const one of sees) {
      if ((await it.people[letter].fetch(`/api/i/first/letters/${one.id}/word`)).ok) told.add(keyOf(one))
    }
    return told
  }, { of: sees })).toEqual([])
})

it('[L9] [L10] photo: only readers of a record see its pictures and signatures', async () => {
  const it = await world()
  const [{ photos } = { photos: null }] = it.board.incidents.all()
  const { default: sharp } = await import('sharp')
  const picture = path.join(tempFolder(), 'picture')
  await sharp({ create: { width: 8, height: 8, channels: 3, background: '#446' } }).jpeg().toFile(picture)
  const of = it.table.filter(({ kind, sort }) => (pictured as readonly string[]).includes(kind) && sort !== 'between')
  for (const { sort, kind, id } of of) await photos?.keep(`p-${sort}-${kind}`, id, picture, { id: 'nobody-here', role: 'coordinator' }, () => {})
  expect(await differences(it, async (letter) => {
    const told = new Set<string>()
    for (const one of of) {
      const paths = [`/api/i/first/photos/${one.id}/p-${one.sort}-${one.kind}`, `/api/i/first/photos/${one.id}/p-${one.sort}-${one.kind}?thumb`]
      const [full, thumb] = await Promise.all(paths.map(path => it.people[letter].fetch(path)))
      expect(thumb?.status).toBe(full?.status)
      if (full?.ok) told.add(keyOf(one))
    }
    return told
  }, { of })).toEqual([])
})

it('[V1] [V2] [V3] count: a reader gets the number of issues of an incident that they see', async () => {
  const it = await world()
  for (const letter of letters) {
    const [incident] = await (await it.people[letter].fetch('/api/incidents')).json() as IncidentSummary[]
    const sees = it.table.filter(({ kind, seen }) => kind === 'issue' && seen.includes(letter)).length
    expect([letter, incident?.found, incident?.closed, incident?.followed]).toEqual([letter, sees, 0, sees])
  }
})

it('[SU3] calendar: it contains the shifts of its person and no names', async () => {
  const it = await world()
  for (const letter of letters) {
    const { secret } = await (await it.people[letter].fetch('/api/calendar', { method: 'POST' })).json() as { secret: string }
    const said = await (await fetch(`${it.board.origin()}/api/calendar/${secret}.ics`)).text()
    expect([letter, ...spokenOf(it, said.replaceAll('\r\n ', ''))]).toEqual(letter === 'H' ? ['H', 'shift/x-own-shift-x'] : [letter])
    expect(said).not.toMatch(/x-name-/)
  }
})

const named: Record<Letter, string> = { K: letters.join(''), A: letters.join(''), I: 'KAIRVONUCPGE', R: 'KAIRVONUCPGE', V: 'V', O: 'KAIRVONUCPGHJLWE', N: 'KAIRVONUCPGE', U: 'KAIRVONUCPGE', C: 'KAIRVONUCPGE', P: 'P', G: 'G', H: 'HJ', J: 'HJ', L: 'L', W: 'W', E: 'E' }

it('[V6] [SU1] names: only those who may know a name receive it, and only those who may approve see who waits for approval', async () => {
  const it = await world()
  const ids = letters.map(letter => it.people[letter].actor.id).join()
  const namesIn = (said: string) => letters.filter(letter => said.includes(`x-name-${letter}-x`)).join('')
  for (const letter of letters) {
    const ask = async (path: string) => await (await it.people[letter].fetch(path)).text()
    expect([letter, namesIn(await ask(`/api/names?ids=${ids}`))]).toEqual([letter, letters.filter(one => named[letter].includes(one)).join('')])
    expect([letter, namesIn(await ask('/api/names/helpers'))]).toEqual([letter, ''])
    expect([letter, namesIn(await ask('/api/names/inspectors'))]).toEqual([letter, 'KA'.includes(letter) ? 'I' : ''])
    expect([letter, namesIn(await ask('/api/volunteers/register'))]).toEqual([letter, 'KAO'.includes(letter) ? 'HJL' : ''])
    expect([letter, namesIn(await ask('/api/session'))]).toEqual([letter, letter])
    expect([letter, namesIn(await ask('/api/volunteers/waiting'))]).toEqual([letter, 'KAO'.includes(letter) ? 'W' : ''])
    expect([letter, namesIn(await ask('/api/people'))]).toEqual([letter, letter === 'A' ? letters.join('') : ''])
  }
  expect(await statuses(it, '/api/names/inspectors')).toEqual({ 200: 'KA', 403: 'IRVONUCPGHJLWE' })
  for (const path of ['/api/names/helpers', '/api/volunteers/waiting', '/api/volunteers/waiting/count', '/api/volunteers/register', '/api/volunteers/links']) expect(await statuses(it, path)).toEqual({ 200: 'KAON', 403: 'IRVUCPGHJLWE' })
})

it('[V5] [F65] key: only the leader and the planners of a post receive the key for its codes', async () => {
  const it = await world()
  expect(await statuses(it, '/api/i/first/posts/x-neighbour-post-x/key')).toEqual({ 200: 'KAN', 403: 'IRVHJL', 404: 'OUCPGWE' })
  expect(await statuses(it, '/api/i/first/posts/x-neighbour-post-x/key')).toEqual({ 200: 'KAN', 403: 'IRVHJL', 404: 'OUCPGWE' })
  await it.write([{ kind: 'post', id: 'x-own-post-x', value: { ...it.table.find(({ id }) => id === 'x-own-post-x')!.record, coded: false } as never }])
  expect(await statuses(it, '/api/i/first/posts/x-own-post-x/key')).toEqual({ 200: 'KAOL', 403: 'IRVHJ', 404: 'NUCPGWE' })
})

/** A request from another address of this machine. */
const visit = (at: string, localAddress: string) => new Promise<{ readonly status: number | undefined, readonly text: string }>((answered, failed) => {
  http.get(at, { localAddress }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', part => text += part).on('end', () => answered({ status: response.statusCode, text }))
  }).on('error', failed)
})

it('[V8] public: without signing in, people read the public line of a place and nothing else', async () => {
  const it = await world()
  // Requests without a session are limited for each address: one record of each kind, from two addresses.
  for (const [i, one] of [...new Map(it.table.map(one => [one.kind, one])).values()].entries()) {
    const answer = await visit(`${it.board.origin()}/api/i/first/line/${one.id}`, `127.0.0.${2 + i % 2}`)
    expect([keyOf(one), answer.status]).toEqual([keyOf(one), one.kind === 'place' ? 200 : 404])
    if (answer.status !== 200) expect([...spokenOf(it, answer.text)]).toEqual([])
  }
})

it('[SE4] [V11] [L10] settled: pages of settled records, and a settled record by its id, show what the table says', async () => {
  const it = await world()
  expect(await differences(it, async (letter) => {
    const told = new Set<string>()
    for (const one of it.table) {
      const answer = await it.people[letter].fetch(`/api/i/first/record/${keyOf(one)}`)
      const said = await answer.text()
      expect(said).not.toContain(untold)
      if (answer.ok) told.add(keyOf(one))
      else expect([answer.status, said]).toEqual([404, '{"ok":false,"code":"not_found"}'])
    }
    return told
  }, { own: true })).toEqual([])

  const settled = it.table.flatMap((one) => {
    const made = { issue: { state: 'closed', since: 1 }, bulletin: { until: 1 }, inspection: { state: 'done', finishedAt: 1 }, delivery: { state: 'received', received: 1, quantity: 1, receivedAt: 1 }, notice: { readBy: ['x'], at: 1 }, shift: { startsAt: 0, endsAt: 1 }, shortage: { state: 'covered', settledAt: 1 }, announcement: { until: 1 }, move: { at: 1 }, pledge: { state: 'received', settledAt: 1 }, marketDay: { day: '1970-01-01' }, briefing: { day: '1970-01-01' }, dayReport: { day: '1970-01-01' }, letter: { dueAt: 1 }, slip: { at: 1 }, correction: { at: 1 }, zone: { liftedAt: 1 } }[one.kind as 'notice'] as object | undefined
    return made ? [{ ...one, record: { ...one.record, ...made } as typeof one.record }] : []
  })
  const kinds = [...new Set(settled.map(({ kind }) => kind))]
  await it.write(settled.map(({ kind, id, record }) => ({ kind, id, value: record })))
  expect(await it.board.authority.submit({ id: 'clear', name: 'clearBoards', args: { before: Object.fromEntries(kinds.map(kind => [kind, 1e9])) } }, { id: 'system', role: 'system' })).toMatchObject({ ok: true })
  expect(await differences(it, async (letter) => {
    const said = await Promise.all(kinds.map(kind => it.json<{ rows: { id: string }[] }>(letter, `/settled?kind=${kind}`).then(({ rows }) => rows.map(({ id }) => `${kind}/${id}`))))
    return new Set(said.flat())
  }, { own: true, of: settled })).toEqual([])
})
