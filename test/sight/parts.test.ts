import type { AnyRecord, Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { hour, make, noon } from '../support/given.ts'
import { until } from '../support/running-board.ts'
import { letters } from './readers.ts'
import { world } from './world.ts'

/** Fields of a shift or a team that only some of its readers see, with those readers. */
const table = {
  'when the holder came': { mark: String(noon - 111), read: 'KAIROHL' },
  'when another came': { mark: String(noon - 222), read: 'KAIROL' },
  'why the holder was put there': { mark: 'x-override-x', read: 'KAIROH' },
  'why another was put there': { mark: 'x-another-override-x', read: 'KAIRO' },
  'whom the holder asked to swap': { mark: 'x-asked-x', read: 'KAIROH' },
  'what was handed over': { mark: 'x-handover-x', read: 'KAIROHL' },
  // H leads the team, which takes places by the skills of its members.
  'what somebody can do': { mark: 'x-skill-x', read: 'KAIRONH' },
} as const

const came = (at: number) => ({ in: { at, how: 'position' as const, late: 0, offline: false, confirmedBy: null }, out: null })

function withParts(shift: Records['shift'], holder: string): Records['shift'] {
  return make('shift', {
    ...shift,
    startsAt: noon + 2 * hour,
    endsAt: noon + 10 * hour,
    presence: { [holder]: came(noon - 111), 'x-z': came(noon - 222) },
    overrides: { [holder]: { by: 'x-z', reason: 'x-override-x', at: noon }, 'x-z': { by: 'x-z', reason: 'x-another-override-x', at: noon } },
    swaps: [{ by: holder, to: 'x-asked-x', for: null, at: noon }],
    handover: { text: 'x-handover-x', by: 'x-z', at: noon, acknowledgedBy: null, acknowledgedAt: null },
  })
}

it('[V3] [V9] [V11] frame, resume, snapshot, log, recent, history, rows: private parts of a record are read by the people they are about and by planners', async () => {
  const it = await world()
  const { authority } = it.board
  const shift = it.table.find(({ id }) => id === 'x-own-shift-x')!
  const open = new Map(await Promise.all(letters.map(async (letter) => {
    const line = await it.line(it.people[letter])
    await line.socket.timeout(10_000).emitWithAck('resume', { epoch: authority.epoch, seq: authority.board.seq })
    return [letter, line] as const
  })))
  const whole = withParts(shift.record as Records['shift'], it.people.H.actor.id)
  await it.write([{ kind: 'shift', id: shift.id, value: whole }, { kind: 'shift', id: shift.id, value: { ...whole, note: 'x-note-x' } }])
  const wrong: string[] = []
  for (const letter of letters) {
    const { said, socket } = open.get(letter)!
    await until(() => said.some(({ event, body }) => event === 'frame' && (body as { to: number }).to === authority.board.seq), 20_000)
    const resumed: unknown = await socket.timeout(10_000).emitWithAck('resume', { epoch: authority.epoch, seq: 0 })
    const pages = await Promise.all(['/board', '/log?after=0', '/recent', `/history/shift/${shift.id}`, '/history/crew/x-own-crew-x', '/bulletins/2030-04-01/rows?kind=shift'].map(path => it.text(letter, path)))
    for (const [what, { mark, read }] of Object.entries(table)) {
      const live = [JSON.stringify(said), JSON.stringify(resumed)].every(text => mark === 'x-skill-x' || text.includes(mark))
      const anyhow = [JSON.stringify(said), JSON.stringify(resumed), ...pages].some(text => text.includes(mark))
      if (anyhow && !read.includes(letter)) wrong.push(`${letter} reads ${what}`)
      if (read.includes(letter) && !(anyhow && live)) wrong.push(`${letter} does not read ${what}`)
    }
  }
  expect(wrong).toEqual([])
})

it('[V9] [V11] history: planners see that a person checked in, volunteers do not', async () => {
  const it = await world()
  const { authority } = it.board
  const { id, record } = it.table.find(one => one.id === 'x-own-shift-x')!
  await it.write([{ kind: 'shift', id, value: { ...record, lng: 110, lat: 21, startsAt: noon, endsAt: noon + 8 * hour } as AnyRecord }])
  expect(await authority.submit({ id: 'come', name: 'checkInShift', args: { shift: id, at: noon, lng: 110, lat: 21 } }, it.people.H.actor)).toMatchObject({ ok: true })
  for (const letter of letters) {
    const steps = await it.text(letter, `/history/shift/${id}`)
    expect([letter, steps.includes('checkInShift')]).toEqual([letter, 'KAIRO'.includes(letter)])
  }
})
