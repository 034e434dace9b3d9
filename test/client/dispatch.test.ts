import type { Link } from '../../client/sync/link.ts'
import type { Vault } from '../../client/sync/vault.ts'
import { beforeEach, expect, it } from 'vitest'
import { open, ready, view, waiting } from '../../client/core/board.ts'
import { dispatch } from '../../client/core/dispatch.ts'
import { me } from '../../client/core/session.ts'
import { Replica } from '../../client/sync/replica.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'

/** The state of the page at each step of a tap: what is on its disk, and what it shows. */
let disk: ReturnType<typeof shelf>
let replica: Replica
let steps: string[]
/** Happens while the command is being written to the disk. */
let meanwhile: () => void

beforeEach(() => {
  disk = shelf()
  steps = []
  meanwhile = () => {}
  replica = new Replica({ actor: who.volunteer, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 5, records: { shift: [make('shift', { id: 's1', needed: 1 })] } })
  const note = (step: string) => steps.push(`${step}: kept ${disk.kept.size}, shown ${view.get('shift', 's1')?.claimedBy.length}`)
  const keep: Vault['keep'] = async (pending) => {
    note('tap')
    await disk.keep(pending)
    meanwhile()
    note('kept')
  }
  open({ replica, vault: { ...disk, keep } as unknown as Vault, line: { flush: () => note('sent') } as unknown as Link })
  me.value = { ...who.volunteer, name: 'Ben' }
  ready.value = true
})

it('[D8] a tap is on the disk before it is shown, and shown before it is sent', async () => {
  expect(await dispatch('claimShift', { shift: 's1' })).toBeNull()
  expect(steps).toEqual(['tap: kept 0, shown 0', 'kept: kept 1, shown 0', 'sent: kept 1, shown 1'])
  expect(waiting.value).toBe(1)
})

it('[D8] a command that the rules refuse is never written to the disk', async () => {
  expect(await dispatch('claimShift', { shift: 'gone' })).toMatchObject({ ok: false, code: 'not_found' })
  expect(steps).toEqual([])
})

it('[D8] a tap that becomes invalid while it is written to the disk is refused, and is not kept, shown or sent', async () => {
  meanwhile = () => replica.receive({ epoch: 'e', from: 5, to: 6, commits: [{ seq: 6, id: 'theirs', name: 'claimShift', at: noon, changes: [{ kind: 'shift', id: 's1', value: make('shift', { id: 's1', needed: 1, claimedBy: ['zoe'] }) }] }] })
  expect(await dispatch('claimShift', { shift: 's1' })).toMatchObject({ ok: false, code: 'shift_full' })
  expect(disk.kept.size).toBe(0)
  expect(replica.queue).toEqual([])
  expect(view.get('shift', 's1')?.claimedBy).toEqual(['zoe'])
  expect(steps.at(-1)).toMatch(/^kept/)
})
