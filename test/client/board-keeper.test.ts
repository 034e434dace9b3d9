import { expect, it } from 'vitest'
import { boardKeeper } from '../../client/core/board-keeper.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts, make, noon, who } from '../support/given.ts'

/** A device that has a board at seq 5; what it wrote since. */
function device() {
  const written: string[] = []
  const replica = new Replica({ rules, actor: who.volunteer, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 5, audience: 'volunteer', records: { shift: [make('shift', { id: 's1' })] } })
  const disk = { full: false }
  const vault = {
    async keepBoard({ seq }: { readonly seq: number }, heardAt: number) {
      if (disk.full) throw new Error('no room')
      written.push(`board ${seq} at ${heardAt}`)
    },
    async keepHeard(heardAt: number) {
      written.push(`heard at ${heardAt}`)
    },
  }
  return { written, replica, vault, disk }
}
const frame = (to: number) => ({ epoch: 'e', from: to - 1, to, commits: [] })

it('[LD8] a board that is kept already is not written again; when the server was last heard is', async () => {
  const { written, replica, vault } = device()
  const keep = boardKeeper(replica, vault, { epoch: 'e', seq: 5, audience: 'volunteer' })
  await keep(1)
  replica.receive(frame(6))
  await keep(2)
  await keep(3)
  expect(written).toEqual(['heard at 1', 'board 6 at 2', 'heard at 3'])
})

it('[LD8] a board of another history or another audience is written, and so is the first one', async () => {
  for (const kept of [undefined, { epoch: 'older', seq: 5, audience: 'volunteer' }, { epoch: 'e', seq: 5, audience: 'newcomer' }]) {
    const { written, replica, vault } = device()
    await boardKeeper(replica, vault, kept)(1)
    expect(written).toEqual(['board 5 at 1'])
  }
})

it('[LD8] a board that could not be written is written the next time', async () => {
  const { written, replica, vault, disk } = device()
  const keep = boardKeeper(replica, vault)
  disk.full = true
  await expect(keep(1)).rejects.toThrow('no room')
  disk.full = false
  await keep(2)
  expect(written).toEqual(['board 5 at 2'])
})
