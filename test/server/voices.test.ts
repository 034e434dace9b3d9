import type { RunningBoard } from '../support/running-board.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { encodeMp3 } from '../../client/base/voice/encode-mp3.ts'
import { filesOf } from '../../server/backup/contents.ts'
import { checkVoice } from '../../server/images/voice-check.ts'
import { partBytes } from '../../shared/core/parts.ts'
import { photoId } from '../../shared/core/photos.ts'
import { reject } from '../../shared/core/rejection.ts'
import { voiceBytes } from '../../shared/core/voices.ts'
import { runningBoard } from '../support/running-board.ts'
import { slowBody } from '../support/slow-body.ts'

/** So many seconds of a tone that grows and fades, as our pages encode it. */
const voice = async (seconds: number) => Buffer.from(await encodeMp3(Float32Array.from({ length: seconds * 16_000 }, (_, i) => 0.4 * Math.sin(i / 9) * Math.sin(i / 4000))).arrayBuffer())
const idOf = (bytes: Uint8Array) => `${photoId(bytes, '0123456789ab')}-v`
const spoken = await voice(40)
const id = idOf(spoken)

let board: RunningBoard
let inspector: ReturnType<RunningBoard['person']>
let coordinator: typeof inspector
const at = (of = id) => `/api/i/first/photos/i1/${of}`
let n = 0
const give = (actor: typeof inspector.actor, name: string, args: object) => board.authority.submit({ id: `c${n++}`, name, args: args as never }, actor)

beforeEach(async () => {
  board = await runningBoard()
  inspector = board.person({ role: 'inspector' })
  coordinator = board.person({ role: 'coordinator' })
  await give(inspector.actor, 'reportIssue', { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'health', voices: [id] })
})

const part = async (from: number, bytes: Uint8Array, { size = bytes.length, of = id, who = inspector } = {}) => {
  const answer = await who.fetch(`${at(of)}/parts?from=${from}&of=${size}`, { method: 'PUT', body: bytes.subarray(from, from + partBytes) as never, headers: { 'content-type': 'audio/mpeg' } })
  return [answer.status, await answer.json() as Record<string, unknown>] as const
}
async function send(bytes: Uint8Array, of = id, who = inspector) {
  let last: readonly [number, Record<string, unknown>] = [0, {}]
  for (let from = 0; from < bytes.length; from += partBytes) last = await part(from, bytes, { size: bytes.length, of, who })
  return last
}
const heard = async (who: typeof inspector) => {
  const answer = await who.fetch(at())
  return [answer.status, answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer()).equals(spoken)] as const
}

it('[F24] [VN1] [L13] a voice note arrives in parts, also through a restart, and is heard as it was sent by those who see its issue', async () => {
  expect((await coordinator.fetch(at())).status).toBe(202)
  expect(await part(0, spoken)).toMatchObject([200, { have: partBytes, kept: false }])
  await board.stop()
  await board.again(0)
  expect(await (await inspector.fetch(`${at()}/parts`)).json()).toMatchObject({ have: partBytes, kept: false })
  expect(await part(partBytes, spoken)).toMatchObject([200, { id, kept: true }])
  for (const who of [inspector, coordinator, board.person({ role: 'unit', unit: 'health' })]) expect(await heard(who)).toEqual([200, 'audio/mpeg', true])
  expect((await coordinator.fetch(at())).headers.get('cache-control')).toBe('no-store')
  // A part of it can be asked for, as phones do.
  const range = await coordinator.fetch(at(), { headers: { range: 'bytes=144-287' } })
  expect([range.status, range.headers.get('content-range')]).toEqual([206, `bytes 144-287/${spoken.length}`])
  for (const who of [board.person({ role: 'volunteer' }), board.person({ role: 'unit', unit: 'civil' }), board.person({ role: 'officer', township: 'south' })]) expect((await who.fetch(at())).status).toBe(404)
  expect(filesOf(board.data).found.map(one => one.path)).toContain(`photos/${id}.mp3`)
  expect(board.bugs).toEqual([])
})

it('[F24] [VN2] what is no voice note of ours from the first byte to the last is refused and kept nowhere: half of one, tags, other formats, more than two minutes', async () => {
  checkVoice(spoken)
  const jpeg = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#fff' } }).jpeg().toBuffer()
  const bent = (offset: number, byte: number) => {
    const copy = Buffer.from(spoken)
    copy[offset] = byte
    return copy
  }
  const bad: readonly (readonly [Buffer, string])[] = [
    [spoken.subarray(0, -50), 'invalid'],
    [Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0'), spoken]), 'invalid'],
    [Buffer.concat([spoken, Buffer.alloc(144)]), 'invalid'],
    [Buffer.concat([spoken, Buffer.from('TAG')]), 'invalid'],
    [bent(144 * 3, 0), 'invalid'],
    [bent(144 * 3 + 3, 0x04), 'invalid'],
    // It claims sound that lies before its beginning, or more than it has room for.
    [bent(4, 9), 'invalid'],
    [bent(5, 0x7F), 'invalid'],
    [jpeg, 'invalid'],
    [Buffer.from('<script>'.repeat(18)), 'invalid'],
  ]
  for (const [bytes, code] of bad) {
    const other = idOf(bytes)
    await give(inspector.actor, 'attachVoice', { issue: 'i1', voice: other })
    expect(await send(bytes, other), bytes.subarray(0, 12).toString('latin1')).toMatchObject([400, { code }])
    expect(fs.existsSync(path.join(board.data, `photos/${other}.mp3`))).toBe(false)
  }
  const long = Buffer.concat([spoken, spoken, spoken, spoken])
  expect(() => checkVoice(long)).toThrow('too_large')
  expect(await part(0, long, { of: idOf(long) })).toMatchObject([413, { code: 'too_large' }])
  // Other bytes than those that were named, and a voice note under the id of a photo.
  expect(await send(await voice(1))).toMatchObject([409, { code: 'not_the_photo' }])
  expect(await send(spoken, photoId(spoken, 'ba9876543210'))).toMatchObject([400, { code: 'invalid' }])
  expect((await inspector.fetch(at(), { method: 'PUT', body: jpeg as never, headers: { 'content-type': 'image/jpeg' } })).status).toBe(400)
  expect((await voice(120)).length).toBeLessThanOrEqual(voiceBytes)
  checkVoice(await voice(120))
  expect(board.bugs).toEqual([])
})

it('[F24] [VN3] the sound is removed by headquarters or the finder, nobody else: it is on no disk, nobody hears it, and its device cannot bring it back', async () => {
  await send(spoken)
  const remove = (actor: typeof inspector.actor) => give(actor, 'removeVoice', { issue: 'i1', voice: id })
  for (const other of [board.person({ role: 'inspector' }), board.person({ role: 'officer', township: 'north' }), board.person({ role: 'unit', unit: 'health' }), board.person({ role: 'overseer' })]) expect(await remove(other.actor)).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await heard(inspector)).toEqual([200, 'audio/mpeg', true])
  expect(await remove(coordinator.actor)).toMatchObject({ ok: true })
  const file = path.join(board.data, `photos/${id}.mp3`)
  await expect.poll(() => fs.existsSync(file)).toBe(false)
  for (const who of [inspector, coordinator]) expect((await who.fetch(at())).status).toBe(404)
  expect(await send(spoken)).toMatchObject([404, { code: 'not_found' }])
  expect(await give(inspector.actor, 'attachVoice', { issue: 'i1', voice: id })).toMatchObject({ code: 'exists' })
  expect(board.authority.board.get('issue', 'i1')).toMatchObject({ voices: [], silenced: [id] })
  const told = await (await inspector.fetch('/api/i/first/history/issue/i1')).json() as { name: string, actor: string }[]
  expect(told.find(one => one.name === 'removeVoice')?.actor).toBe(coordinator.actor.id)
  // A server that ended before it removed the sound does so at its next start.
  fs.writeFileSync(file, spoken)
  await board.stop()
  await board.again(0)
  await expect.poll(() => fs.existsSync(file)).toBe(false)
})

it('[F24] [VN3] a sound that is removed while its last part arrives, or while its file is written, is not kept', async () => {
  const folder = path.join(board.data, 'photos')
  const under = slowBody(spoken.subarray(0, 9000), spoken.subarray(9000))
  const sending = inspector.fetch(at(), { method: 'PUT', headers: { 'content-type': 'audio/mpeg' }, ...under.init })
  await expect.poll(() => fs.existsSync(folder) && fs.readdirSync(folder).some(name => name.endsWith('.part'))).toBe(true)
  const whole = path.join(board.data, 'whole.mp3')
  fs.writeFileSync(whole, spoken)
  let asked = 0
  // It is removed between the two times that it is asked for.
  await expect(board.incidents.find('first')!.photos.keep(id, 'i1', whole, inspector.actor, () => void (++asked > 1 && reject('not_found')))).rejects.toThrow('not_found')
  expect(fs.existsSync(path.join(folder, `${id}.mp3`))).toBe(false)
  expect(await give(coordinator.actor, 'removeVoice', { issue: 'i1', voice: id })).toMatchObject({ ok: true })
  under.finish()
  expect((await sending).status).toBe(404)
  expect(fs.readdirSync(folder).filter(name => name !== 'halves')).toEqual([])
  expect(board.bugs).toEqual([])
})

it('[F24] [VN4] an issue takes three voice notes with a report and twenty in all, each once', async () => {
  const name = (i: number) => `${'a'.repeat(48)}-${String(i).padStart(12, '0')}-v`
  const report = (voices: string[]) => give(inspector.actor, 'reportIssue', { issue: `i${n}`, title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, voices })
  expect(await report([1, 2, 3, 4].map(name))).toMatchObject({ code: 'invalid' })
  expect(await report(['f1'])).toMatchObject({ code: 'invalid' })
  expect(await give(inspector.actor, 'addFinding', { issue: 'i1', note: 'again', voices: [name(0), id] })).toMatchObject({ ok: true })
  for (let i = 1; i <= 18; i++) expect(await give(inspector.actor, 'attachVoice', { issue: 'i1', voice: name(i) })).toMatchObject({ ok: true })
  expect(await give(inspector.actor, 'attachVoice', { issue: 'i1', voice: name(1) })).toMatchObject({ code: 'exists' })
  expect(await give(inspector.actor, 'attachVoice', { issue: 'i1', voice: name(19) })).toMatchObject({ code: 'too_large' })
  expect(await give(inspector.actor, 'addFinding', { issue: 'i1', voices: [name(19)] })).toMatchObject({ code: 'too_large' })
  expect(board.authority.board.get('issue', 'i1')?.voices).toHaveLength(20)
})
