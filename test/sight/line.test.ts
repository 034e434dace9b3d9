import type { CommandName } from '../../shared/commands.ts'
import type { Letter } from './readers.ts'
import { expect, it } from 'vitest'
import { calls } from '../support/calls.ts'
import { until } from '../support/running-board.ts'
import { letters } from './readers.ts'
import { differences, keyOf, world } from './world.ts'

interface Presence { readonly all?: boolean, readonly here: readonly { readonly page: string, readonly person: string, readonly looking: string | null }[], readonly gone: readonly string[], readonly online: number }

it('[V7] [T7] presence: readers of a record learn who looks at it; volunteers learn only how many people are here, newcomers nothing', async () => {
  const it = await world()
  // Presence accepts kinds of one word; nobody looks at hidden kinds.
  const looked = it.table.filter(({ kind, id, seen }) => seen && id.startsWith('x-') && /^[a-z]+$/.test(kind))
  const lookers = await Promise.all(looked.map(async (one) => {
    const looker = await it.line(it.board.person({ role: 'coordinator' }))
    looker.socket.emit('looking', { looking: keyOf(one) })
    return looker
  }))
  const said = new Map<Letter, readonly Presence[]>()
  for (const letter of letters) {
    const line = await it.line(it.people[letter])
    const presence = () => line.said.filter(({ event }) => event === 'presence').map(({ body }) => body as Presence)
    await until(() => presence().length)
    said.set(letter, presence())
    if (letter === 'K') await until(() => looked.filter(one => one.seen.includes('K')).every(one => JSON.stringify(presence()).includes(keyOf(one))), 20_000)
    line.socket.disconnect()
  }
  expect(await differences(it, async letter => new Set(looked.map(keyOf).filter(key => JSON.stringify(said.get(letter)).includes(key))), { of: looked, exactly: false })).toEqual([])
  for (const letter of 'PGHJLW') {
    expect(said.get(letter as Letter)?.flatMap(({ here, gone }) => [...here, ...gone])).toEqual([])
    expect(said.get(letter as Letter)?.[0]?.online ?? 0).toBeGreaterThan(letter === 'W' ? -1 : 1)
  }
  expect(said.get('W')?.map(({ online }) => online)).toEqual([0])
  for (const { socket } of lookers) socket.disconnect()
})

it('[V7] presence: after a page closes, volunteers, contacts and newcomers learn only how many are left', async () => {
  const it = await world()
  const open = new Map(await Promise.all(letters.map(async letter => [letter, await it.line(it.people[letter])] as const)))
  const presence = (letter: Letter) => open.get(letter)!.said.filter(({ event }) => event === 'presence').map(({ body }) => body as Presence)
  const looker = await it.line(it.board.person({ role: 'coordinator' }))
  await until(() => presence('K').some(({ online }) => online === letters.length + 1))
  const page = looker.socket.id ?? ''
  looker.socket.disconnect()
  await until(() => presence('K').some(({ gone }) => gone.includes(page)))
  await until(() => presence('J').at(-1)?.online === letters.length)
  for (const letter of letters) expect([letter, presence(letter).some(({ gone }) => gone.includes(page))]).toEqual([letter, !'PGHJLWE'.includes(letter)])
})

it('[C11] [L10] refusal: a command on a record that its author does not see is refused without revealing the record', async () => {
  const it = await world()
  const about = Object.entries(calls) as [CommandName, Record<string, unknown>][]
  let asked = 0
  for (const letter of letters) {
    for (const one of it.table.filter(({ seen, own }) => !seen.includes(letter) && !own.includes(letter))) {
      const others = it.table.filter(({ id }) => id !== one.id && id.startsWith('x-'))
      for (const [name, args] of about.filter(([, args]) => typeof args[one.kind] === 'string')) {
        const answer = await it.board.authority.submit({ id: `ask-${asked++}`, name, args: { ...args, [one.kind]: one.id } }, it.people[letter].actor)
        const made = answer.ok && !it.board.authority.board.get(one.kind, one.id)
        expect([letter, name, keyOf(one), answer.ok || made]).toEqual([letter, name, keyOf(one), false])
        expect(answer).not.toHaveProperty('clashes', expect.anything())
        for (const other of others) expect(JSON.stringify(answer)).not.toContain(other.id)
      }
    }
  }
  expect(asked).toBeGreaterThan(200)
})
