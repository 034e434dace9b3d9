import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { encodeMp3 } from '../../client/base/voice/encode-mp3.ts'
import { photoId } from '../../shared/core/photos.ts'
import { carePerson, register } from '../support/register.ts'
import { slowBody } from '../support/slow-body.ts'

const day = 24 * 3_600_000
const json = { 'content-type': 'application/json' }
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')
const issue = { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'health', photos: ['f1'], voices: [] as string[] }

/** A board with a person in care, a photo with a note about its original, the file of a plan, and a volunteer on a shift. */
async function county() {
  let now = Date.UTC(2030, 4, 6, 12)
  const all = await register({ now: () => now })
  const { board, people, ask } = all
  let n = 0
  async function give(name: string, args: unknown, actor = people.plain.actor) {
    return await board.authority.submit({ id: `${name}-${++n}`, name, args }, actor)
  }
  const session = (who: { readonly actor: { readonly id: string } }) => ({ cookie: `yixian=${board.accounts.signIn(board.accounts.invite(who.actor.id, 2000), 2000)}` })
  const [inspector, lead] = [session(people.inspector), session(people.plain)]
  const get = (at: string, headers = lead) => fetch(`${board.origin()}/api/i/first${at}`, { headers: { ...headers, origin: board.origin() } })
  const put = (at: string, body: Uint8Array, headers: Record<string, string>) => fetch(`${board.origin()}/api/i/first${at}`, { method: 'PUT', body: body as never, headers: { ...headers, origin: board.origin() } })
  await ask('north', '/people', { people: [carePerson()] })
  const spoken = new Uint8Array(await encodeMp3(Float32Array.from({ length: 16_000 }, (_, i) => 0.4 * Math.sin(i / 9))).arrayBuffer())
  const voice = `${photoId(spoken, '0123456789ab')}-v`
  expect(await give('reportIssue', { ...issue, voices: [voice] }, people.inspector.actor)).toMatchObject({ ok: true })
  expect((await put(`/photos/i1/${voice}`, spoken, { ...inspector, 'content-type': 'audio/mpeg' })).status).toBe(200)
  const photo = new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#446' } }).jpeg().toBuffer())
  expect((await put('/photos/i1/f1', photo, { ...inspector, 'content-type': 'image/jpeg' })).status).toBe(200)
  const hash = createHash('sha256').update(pdf).digest('hex')
  expect((await put(`/plans/${hash}`, pdf, { ...lead, 'content-type': 'application/pdf' })).status).toBe(200)
  expect(await give('publishWorkPlan', { plan: 'w1', version: 0, title: 'x', text: 'x', addressees: ['township:north'], file: { hash, name: 'x', type: 'pdf', bytes: pdf.length } })).toMatchObject({ ok: true })
  board.accounts.change('system', people.volunteer.actor.id, { name: 'Canary Wang', phone: '13900000009' })
  return { ...all, give, get, put, photo, inspector, lead, later: (ms: number) => now += ms }
}
const incident = ({ board }: Pick<Awaited<ReturnType<typeof county>>, 'board'>) => board.authority.board.get('incident', 'incident')
const files = (folder: string) => fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : []

it('[F57] [E9] [E10] [CA11] after an incident names, phones, photos, files and the register are gone; headquarters, records and figures stay', async () => {
  const all = await county()
  const { board, people, ask, give, get, put, photo, inspector, later } = all
  expect((await get('/ending', inspector)).status).toBe(403)
  const shown = await (await get('/ending')).json()
  // Inspector, two officers, unit, grid worker, volunteer and viewer; both coordinators, the administrators and the overseer stay.
  expect(shown).toEqual({ accounts: 7, photos: 1, voices: 1, evidence: 0, files: 1, people: 1 })
  expect(await give('endIncident', { reason: 'no case for 28 days' })).toMatchObject({ ok: true })
  const { due } = incident(all)!.ended!
  await board.incidents.all()[0]!.care.look()
  expect((await ask('plain', '/plans')).body).toMatchObject([{ cause: 'incident', grid: null, dueAt: due, doneAt: null }])
  // Only reading.
  expect(await give('reportIssue', { ...issue, issue: 'i2' }, people.inspector.actor)).toMatchObject({ ok: false, code: 'incident_over' })
  for (const [who, at, body] of [['north', '/people', { people: [carePerson()] }], ['north', '/done', { acts: [{ id: 'a', need: 'n', at: 1, how: 'done' }] }]] as const) expect((await ask(who, at, body)).body.code).toBe('incident_over')
  expect((await fetch(`${board.origin()}/api/i/first/help`)).status).toBe(409)
  expect((await ask('north', '/people')).body.rows).toHaveLength(1)
  // What came on its way before the end still arrives.
  expect((await put('/photos/i1/f1', photo, { ...inspector, 'content-type': 'image/jpeg' })).status).toBe(200)

  later(due - board.authority.now() - 1)
  await board.end.look()
  expect(files(path.join(board.data, 'photos'))).not.toEqual([])
  later(1)
  await board.end.look()
  await board.incidents.all()[0]!.care.look()
  expect(incident(all)?.ended).toMatchObject({ figures: { accounts: 7, photos: 1, voices: 1, evidence: 0, files: 1 }, destroyedAt: due })
  for (const folder of ['photos', 'plans']) expect(files(path.join(board.data, folder))).toEqual([])
  for (const name of ['volunteer', 'inspector', 'north', 'unit', 'worker'] as const) {
    const { id } = people[name].actor
    expect([name, board.accounts.about(id), board.accounts.actorOf(id)]).toEqual([name, { name: '', phone: '' }, null])
  }
  for (const name of ['plain', 'admin', 'overseer'] as const) expect(board.accounts.about(people[name].actor.id).name).not.toBe('')
  expect((await get('/photos/i1/f1', inspector)).status).toBe(401)
  expect(await (await get('/photos/i1/f1')).json()).toMatchObject({ code: 'incident_over' })
  expect((await get('/plans/w1-1/file')).status).toBe(409)
  expect((await ask('plain', '/plans')).body).toMatchObject([{ doneAt: due, figures: { people: 1 } }])
  const raw = new SQLite(path.join(board.data, 'board.db'), { readonly: true })
  for (const table of ['file', 'evidence']) expect([table, raw.prepare(`select count(*) from ${table}`).pluck().get()]).toEqual([table, 0])
  raw.close()
  // The records are as they were, and a second round does nothing more.
  expect(board.authority.board.get('issue', 'i1')).toMatchObject({ title: 'x', photos: ['f1'], foundBy: people.inspector.actor.id })
  const { seq } = board.authority.board
  await board.end.look()
  expect(board.authority.board.seq).toBe(seq)
  expect(await give('resumeIncident', { reason: 'x' })).toMatchObject({ ok: false, code: 'over' })
  expect(board.bugs).toEqual([])
})

it('[E10] what is being sent while the photos and files are destroyed is not kept', async () => {
  const { board, give, lead, photo, later } = await county()
  const under = [['photos/i1/f2', 'image/jpeg', photo], [`plans/${createHash('sha256').update(pdf).digest('hex')}`, 'application/pdf', pdf], [`photos/i1/f3/parts?from=0&of=${photo.length + 9}`, 'image/jpeg', photo]] as const
  const sent = under.map(([at, type, bytes]) => {
    const body = slowBody(bytes.slice(0, 20), bytes.slice(20))
    return { body, answer: fetch(`${board.origin()}/api/i/first/${at}`, { method: 'PUT', headers: { ...lead, 'origin': board.origin(), 'content-type': type }, ...body.init }) }
  })
  const began = () => files(board.data).filter(name => /\.part$|\.half$/.test(`${name}`)).length
  await expect.poll(began).toBe(3)
  await give('endIncident', { reason: 'no case for 28 days' })
  later(incident({ board })!.ended!.due - board.authority.now())
  await board.end.look()
  sent.forEach(({ body }) => body.finish())
  for (const { answer } of sent) expect(await (await answer).json()).toMatchObject({ ok: false, code: 'incident_over' })
  for (const folder of ['photos', 'plans']) expect(files(path.join(board.data, folder)).filter(name => name !== 'halves')).toEqual([])
  expect(board.bugs).toEqual([])
})

it('[E10] an end that is taken back destroys nothing and withdraws the plan of the register', async () => {
  const all = await county()
  const { board, people, ask, give, later } = all
  await give('endIncident', { reason: 'by mistake' })
  await board.incidents.all()[0]!.care.look()
  expect(await give('resumeIncident', { reason: 'it goes on' })).toMatchObject({ ok: true })
  later(60 * day)
  await board.end.look()
  await board.incidents.all()[0]!.care.look()
  expect((await ask('plain', '/plans')).body).toEqual([])
  expect(board.accounts.about(people.volunteer.actor.id).name).toBe('Canary Wang')
  expect(files(path.join(board.data, 'photos'))).not.toEqual([])
  expect(await give('reportIssue', { ...issue, issue: 'i2' }, people.inspector.actor)).toMatchObject({ ok: true })
})

it('[E10] while another incident goes on the office stays, and so does everybody whom it needs', async () => {
  const all = await county()
  const { board, people, give, later } = all
  const admin = { cookie: `yixian=${board.accounts.signIn(board.accounts.invite(people.admin.actor.id, 2000), 2000)}`, origin: board.origin(), ...json }
  const { id } = await (await fetch(`${board.origin()}/api/incidents`, { method: 'POST', headers: admin, body: JSON.stringify({ code: '0701', name: 'next', phase: 'emergency', drill: false, startedAt: 1 }) })).json() as { id: string }
  const [both, newcomer] = [board.person({ role: 'volunteer', township: 'north' }).actor, board.person({ role: 'volunteer', township: 'north' }).actor]
  const shift = { shift: 's1', title: 'x', township: 'north', lng: 1, lat: 1, startsAt: board.authority.now() + day, endsAt: board.authority.now() + day + 4 * 3_600_000, needed: 3 }
  const other = board.incidents.find(id)!.authority
  expect(await give('openShift', shift)).toMatchObject({ ok: true })
  expect(await other.submit({ id: 'open', name: 'openShift', args: shift }, people.plain.actor)).toMatchObject({ ok: true })
  for (const actor of [people.volunteer.actor, { ...both, approved: true }]) expect(await give('claimShift', { shift: 's1' }, { ...actor, approved: true } as never)).toMatchObject({ ok: true })
  expect(await other.submit({ id: 'claim', name: 'claimShift', args: { shift: 's1' } }, { ...both, approved: true })).toMatchObject({ ok: true })
  await give('endIncident', { reason: 'over' })
  later(60 * day)
  await board.end.look()
  const names = Object.entries({ ...Object.fromEntries(Object.entries(people).map(([name, { actor }]) => [name, actor.id])), both: both.id, newcomer: newcomer.id }).filter(([, one]) => board.accounts.about(one).name).map(([name]) => name)
  // The volunteer of the first shift and the worker of a grid of this board were needed here alone.
  expect(names.sort()).toEqual(['admin', 'auditor', 'both', 'inspector', 'lead', 'newcomer', 'north', 'overseer', 'plain', 'south', 'unit', 'viewer'])
  expect(incident(all)?.ended?.figures?.accounts).toBe(2)
})

/** A further incident, opened by the administrator. */
async function further({ board, people }: Pick<Awaited<ReturnType<typeof county>>, 'board' | 'people'>, drill: boolean) {
  const headers = { cookie: `yixian=${board.accounts.signIn(board.accounts.invite(people.admin.actor.id, 2000), 2000)}`, origin: board.origin(), ...json }
  const { id } = await (await fetch(`${board.origin()}/api/incidents`, { method: 'POST', headers, body: JSON.stringify({ code: '0701', name: 'next', phase: 'emergency', drill, startedAt: 1 }) })).json() as { id: string }
  const { authority } = board.incidents.find(id)!
  let n = 0
  return { authority, give: async (name: string, args: unknown) => await authority.submit({ id: `${name}-${++n}`, name, args }, people.plain.actor) }
}

it('[E10] an incident whose end can still be taken back needs its people as one that goes on', async () => {
  const all = await county()
  const { board, people, give, later } = all
  const other = await further(all, false)
  await give('endIncident', { reason: 'over' })
  later(5 * day)
  expect(await other.give('endIncident', { reason: 'over' })).toMatchObject({ ok: true })
  later(5 * day)
  await board.end.look()
  // The first one's day has come, the other's has not.
  expect(incident(all)?.ended?.destroyedAt).not.toBeNull()
  expect(board.accounts.about(people.inspector.actor.id).name).not.toBe('')
  expect(await other.give('resumeIncident', { reason: 'it goes on' })).toMatchObject({ ok: true })
})

it('[E10] a drill whose clock is moved forward destroys nothing before the real day', async () => {
  const all = await county()
  const { board, people, give, later } = all
  const drill = await further(all, true)
  await give('endIncident', { reason: 'over' })
  await drill.give('endIncident', { reason: 'over' })
  for (let weeks = 0; weeks < 5; weeks++) expect(await drill.give('moveClock', { to: drill.authority.now() + 7 * day - 1000 })).toMatchObject({ ok: true })
  await board.end.look()
  expect(drill.authority.board.get('incident', 'incident')?.ended?.figures).toBeNull()
  expect(board.accounts.about(people.inspector.actor.id).name).not.toBe('')
  later(10 * day)
  await board.end.look()
  expect(board.accounts.about(people.inspector.actor.id).name).toBe('')
})
