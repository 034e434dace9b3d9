import { expect, it } from 'vitest'
import { readUnsent, writeUnsent } from '../../client/device/unsent-file.ts'
import { photoId } from '../../shared/core/photos.ts'

const bytes = Uint8Array.of(1, 2, 3, 250)
const photo = { id: photoId(bytes, '0123456789ab'), issue: 'i1', at: 7, blob: new Blob([bytes], { type: 'image/jpeg' }) }
const queue = [{ command: { id: 'b', name: 'commentIssue', args: { issue: 'i1', text: '积水\n"门口"' } }, at: 5 }]
const refused = [{ command: { id: 'a', name: 'claimShift', args: { shift: 's1' } }, at: 3, refusal: { ok: false, code: 'shift_full' } as const }]
const voice = { id: `${photoId(bytes, 'ba9876543210')}-v`, issue: 'i1', at: 8, blob: new Blob([bytes], { type: 'audio/mpeg' }) }
const written = async () => JSON.parse(await (await writeUnsent('first', queue, refused, [photo])).text()) as Record<string, unknown>
const read = (what: unknown) => readUnsent(new Blob([typeof what === 'string' ? what : JSON.stringify(what)]), 'first')

it('[F84] [D10] a file holds what waits and what was refused, in the order it was given, with its ids and photos', async () => {
  const back = await read(await written())
  if (typeof back === 'string') throw new Error(back)
  expect(back.work.map(({ command, at }) => [command.id, command.args, at])).toEqual([['a', { shift: 's1' }, 3], ['b', queue[0]!.command.args, 5]])
  expect(back.photos.map(({ id, issue }) => [id, issue])).toEqual([[photo.id, 'i1']])
  expect(new Uint8Array(await back.photos[0]!.blob.arrayBuffer())).toEqual(bytes)
})

it('[F24] [D10] [VN1] a voice note travels in the file as photos do', async () => {
  const back = await read(JSON.parse(await (await writeUnsent('first', [], [], [photo, voice])).text()))
  if (typeof back === 'string') throw new Error(back)
  expect(back.photos.map(({ id, blob }) => [id, blob.type])).toEqual([[photo.id, 'image/jpeg'], [voice.id, 'audio/mpeg']])
  expect(back.damaged).toBe(0)
})

it('[D10] a file of another form is refused whole, whatever it is', async () => {
  const good = await written()
  const work = (more: object) => ({ ...good, work: [{ command: { id: 'a', name: 'x', args: {} }, at: 1, ...more }] })
  const hostile: readonly unknown[] = [
    '',
    'null',
    '[]',
    '<html>sign in</html>',
    JSON.stringify(good).slice(0, -9),
    `${'['.repeat(200_000)}`,
    { ...good, version: 2 },
    { ...good, more: 1 },
    { ...good, work: {} },
    { ...good, work: Array.from({ length: 2001 }, () => queue[0]) },
    work({ at: -1 }),
    work({ at: 1e300 }),
    work({ more: 1 }),
    work({ command: { id: '__proto__', name: 'x', args: {} } }),
    work({ command: { id: 'a', name: 'x'.repeat(65), args: {} } }),
    work({ command: { id: 'a', name: 'x', args: 'text' } }),
    { ...good, photos: [{ ...(good.photos as object[])[0], type: 'image/svg+xml' }] },
    { ...good, photos: [{ ...(good.photos as object[])[0], data: '<svg>' }] },
    { ...good, photos: [{ ...(good.photos as object[])[0], id: '../../key' }] },
  ]
  for (const one of hostile) expect(await read(one), JSON.stringify(one).slice(0, 60)).toBe('not_ours')
  expect(await read({ ...good, incident: 'second' })).toBe('other_incident')
})

it('[D10] a photo whose bytes are not those of its id is left out and counted', async () => {
  const good = await written()
  expect(await read({ ...good, photos: [{ ...(good.photos as object[])[0], data: 'AAAA' }] })).toMatchObject({ photos: [], damaged: 1 })
})
