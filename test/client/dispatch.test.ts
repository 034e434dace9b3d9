import type { Link } from '../../client/sync/link.ts'
import type { Vault } from '../../client/sync/vault.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { act } from '../../client/core/act.ts'
import { noRoom, open, opened, ready, refused, view, waiting } from '../../client/core/board.ts'
import { dispatch, letGo } from '../../client/core/dispatch.ts'
import { ask } from '../../client/core/http.ts'
import { me } from '../../client/core/session.ts'
import { shownToast } from '../../client/core/toasts.ts'
import { sameAct } from '../../client/core/under-way.ts'
import { takeOut } from '../../client/device/take-out.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
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
  replica = new Replica({ rules, actor: who.volunteer, facts, now: () => noon })
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

it('[D12] [F84] refused work that its author lets go leaves the list and the disk, also where a full device had to leave it in the queue; other work stays', async () => {
  const work = ['a', 'b'].map(id => ({ command: { id, name: 'claimShift', args: { shift: 's1' } }, refusal: { ok: false as const, code: 'shift_full' as const }, at: noon }))
  for (const one of work) {
    await disk.keepRefused(one)
    await disk.keep({ command: one.command, at: noon })
  }
  refused.value = work
  await letGo('a')
  expect([refused.value.map(({ command }) => command.id), [...disk.refused.keys()], [...disk.kept.keys()]]).toEqual([['b'], ['b'], ['b']])
  await letGo('a')
  expect(refused.value).toHaveLength(1)
  refused.value = []
})

it('[D12] [F84] what does not fit on the device is refused so, and is neither shown nor sent; the next try may fit', async () => {
  const keep = vi.spyOn(opened().vault, 'keep').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
  expect(await dispatch('claimShift', { shift: 's1' })).toEqual({ ok: false, code: 'not_kept' })
  expect([replica.queue.length, view.get('shift', 's1')?.claimedBy, noRoom.value]).toEqual([0, [], true])
  keep.mockRestore()
  expect(await dispatch('claimShift', { shift: 's1' })).toBeNull()
})

it('[D13] work that waits is taken out to be edited, once, and lies with what was refused', async () => {
  await dispatch('claimShift', { shift: 's1' })
  const { command } = replica.queue[0]!
  expect(await takeOut(command.id)).toBe(true)
  expect([replica.queue.length, disk.kept.size, view.get('shift', 's1')?.claimedBy]).toEqual([0, 0, []])
  expect([...disk.refused.values()]).toMatchObject([{ command: { id: command.id, name: 'claimShift' }, refusal: { code: 'taken_out' } }])
  expect(await takeOut(command.id)).toBe(false)
})

it('[D8] a tap that becomes invalid while it is written to the disk is refused, and is not kept, shown or sent', async () => {
  meanwhile = () => replica.receive({ epoch: 'e', from: 5, to: 6, commits: [{ seq: 6, id: 'theirs', name: 'claimShift', at: noon, changes: [{ kind: 'shift', id: 's1', value: make('shift', { id: 's1', needed: 1, claimedBy: ['zoe'] }) }] }] })
  expect(await dispatch('claimShift', { shift: 's1' })).toMatchObject({ ok: false, code: 'shift_full' })
  expect(disk.kept.size).toBe(0)
  expect(replica.queue).toEqual([])
  expect(view.get('shift', 's1')?.claimedBy).toEqual(['zoe'])
  expect(steps.at(-1)).toMatch(/^kept/)
})

it('[FM3] a second press while the first is being saved does nothing more and gets the same answer; a later one is judged by itself', async () => {
  const answers = await Promise.all([dispatch('claimShift', { shift: 's1' }), dispatch('claimShift', { shift: 's1' })])
  expect(answers).toEqual([null, null])
  expect(steps.filter(step => step.startsWith('tap'))).toHaveLength(1)
  expect(replica.queue).toHaveLength(1)
  expect(await dispatch('claimShift', { shift: 's1' })).toMatchObject({ code: 'already_claimed' })
})

it('[FM3] two presses that differ only by their moment are one act; two that differ otherwise are two', () => {
  expect(sameAct('checkInShift', { shift: 's1', at: 1 })).toBe(sameAct('checkInShift', { shift: 's1', at: 2 }))
  expect(sameAct('coverShortage', { shortage: 'a', quantity: 1 })).not.toBe(sameAct('coverShortage', { shortage: 'a', quantity: 2 }))
})

it('[FM3] a request that changes something is not sent again while it is under way', async () => {
  const sent: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    sent.push(path)
    return new Response(null, { status: 204 })
  })
  await Promise.all([ask('/api/people', { method: 'POST', body: { name: 'a' } }), ask('/api/people', { method: 'POST', body: { name: 'a' } }), ask('/api/people', { method: 'POST', body: { name: 'b' } })])
  expect(sent).toHaveLength(2)
  await ask('/api/people', { method: 'POST', body: { name: 'a' } })
  expect(sent).toHaveLength(3)
  vi.unstubAllGlobals()
})

it('[FM4] a number that is none is refused and never stored as "none"', async () => {
  expect(await dispatch('checkInShift', { shift: 's1', at: Number.NaN } as never)).toMatchObject({ code: 'invalid' })
  expect(disk.kept.size).toBe(0)
})

it('[FM6] undo is offered only if the rules allow it: a place that somebody from the waitlist is offered cannot be taken back', async () => {
  const held = (id: string, days: number, waitlist: string[]) => make('shift', { id, startsAt: noon + days * 86_400_000, endsAt: noon + days * 86_400_000 + 3_600_000, needed: 1, claimedBy: ['ben'], waitlist })
  replica.load({ epoch: 'e', seq: 5, records: { shift: [held('s1', 1, []), held('s2', 3, ['zoe'])] } })
  const undoable = async (shift: string) => {
    expect(await act('releaseShift', { shift })).toBeNull()
    return shownToast.value?.action !== undefined
  }
  expect(await undoable('s1')).toBe(true)
  expect(await undoable('s2')).toBe(false)
})
