import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { chance } from '../support/random.ts'
import { shelf } from '../support/shelf.ts'
import { fieldBoard } from './field-board.ts'
import { issueArgs } from './issue-args.ts'
import { phone } from './phone.ts'

/**
 * Pairs of devices edit the same issues without a network. Edits of different fields both arrive; of two edits of one field the later one
 * comes back to its author with both values; and what was written about a place that was removed meanwhile is kept.
 */
export const conflict: Fault = {
  size: { pairs: 500 },
  tiny: { pairs: 30 },
  async run({ pairs = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await fieldBoard()
    const { authority, port } = board
    const issues = Array.from({ length: pairs }, (_, i) => `issue-${i}`)
    for (const issue of issues) await board.plan('reportIssue', issueArgs(issue, { title: 'before', note: 'before' }))
    await board.plan('addPlace', { place: 'gone', name: 'Gone', kind: 'shop', township: 'north', lng: -20, lat: 64.5, address: '' })
    if (sabotage) blind(authority)

    const sides = await Promise.all(['mine', 'theirs'].map(async (side) => {
      const vault = shelf()
      const device = phone({ ...board.come('coordinator'), port, vault })
      await device.load()
      return { side, vault, device }
    }))
    // Decided first, so that both devices write about the same ones.
    const plans = issues.map(issue => ({ issue, same: luck.maybe(0.6) }))
    const given = new Map<string, string>()
    for (const [n, { side, device }] of sides.entries()) {
      for (const { issue, same } of plans) {
        const field = same || n === 0 ? 'title' : 'note'
        const id = randomUUID()
        given.set(id, `${side} of ${issue}`)
        await device.give({ id, name: 'editIssue', args: { issue, set: { [field]: given.get(id) }, base: { [field]: 'before' } } })
      }
      await device.give({ id: randomUUID(), name: 'reportIssue', args: issueArgs(`orphan-${n}`, { place: 'gone' }) })
    }
    await board.plan('retirePlace', { place: 'gone', reason: 'removed' })
    for (const { device } of sides) {
      device.line.start()
      await device.settled(() => 0)
    }

    const texts = (issue: string) => {
      const { title = '', note = '' } = authority.board.get('issue', issue) ?? {}
      return [title, note]
    }
    const refusals = sides.flatMap(({ vault }) => [...vault.refused.values()])
    const told = new Set(refusals.flatMap(({ command, refusal }) => refusal.clashes?.length === 1 && refusal.clashes[0]!.mine === given.get(command.id) && refusal.clashes[0]!.theirs !== 'before' ? [command.id] : []))
    const silent = [...given].filter(([id, text]) => !told.has(id) && !texts(text.split(' of ')[1] ?? '').includes(text))
    const orphans = [0, 1].filter(n => !authority.board.get('issue', `orphan-${n}`)).length
    const clashing = plans.filter(({ same }) => same).length
    for (const { device } of sides) device.end()
    await board.close()
    return { ok: silent.length === 0 && told.size === clashing && orphans === 0, clashing, told: told.size, silent: silent.length, orphans, first: silent[0]?.[1] ?? null }
  },
}

/** The planted fault: a server that writes whatever comes last. */
function blind(authority: Awaited<ReturnType<typeof fieldBoard>>['authority']): void {
  const honest = authority.submit.bind(authority)
  authority.submit = (command, actor) => {
    const { issue, set } = command.args as { issue: string, set?: object }
    if (command.name !== 'editIssue' || !set) return honest(command, actor)
    const now = authority.board.get('issue', issue) as unknown as Readonly<Record<string, unknown>>
    return honest({ ...command, args: { issue, set, base: Object.fromEntries(Object.keys(set).map(field => [field, now[field]])) } }, actor)
  }
}
