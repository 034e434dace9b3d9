import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { fieldBoard } from './field-board.ts'
import { issueArgs } from './issue-args.ts'
import { phone } from './phone.ts'

const hour = 3_600_000

/**
 * Devices whose clocks are up to two days wrong, and a server whose clock is set back by an hour: the log is in the order of arrival, each
 * device's work in the order in which it was given, what a device says of the time stands apart, and windows are judged by the server's time.
 */
export const skew: Fault = {
  size: { devices: 20, each: 50, hours: 48 },
  tiny: { devices: 4, each: 12, hours: 48 },
  async run({ devices = 1, each = 1, hours = 48 }, { sabotage }) {
    let step = 0
    const board = await fieldBoard(undefined, () => Date.now() + step)
    const { authority, port } = board
    await board.plan('reportIssue', issueArgs('busy'))
    const from = Date.now() - hour
    await board.plan('openShift', { shift: 'over', title: 'over', township: 'north', lng: -20, lat: 64.5, startsAt: from - 8 * hour, endsAt: from - 4 * hour, needed: 99 })
    await board.plan('openShift', { shift: 'ahead', title: 'ahead', township: 'north', lng: -20, lat: 64.5, startsAt: from + 24 * hour, endsAt: from + 28 * hour, needed: 99 })

    const wrong: string[] = []
    for (let n = 0; n < devices; n++) {
      const off = (n % 2 ? -1 : 1) * hours * hour
      const came = board.come('volunteer')
      const device = phone({ ...came, port, now: () => Date.now() + off })
      await device.load()
      const ids = Array.from({ length: each }, (_, i) => `d${n}-${i}`)
      const lead = phone({ ...board.come('inspector'), port, now: () => Date.now() + off })
      await lead.load()
      for (const id of ids) await lead.give({ id: randomUUID(), name: 'reportIssue', args: issueArgs(id, { deviceAt: Math.round(Date.now() + off) }) })
      // A device may believe that a shift still goes on, or is over already.
      for (const shift of ['over', 'ahead']) await device.hold({ id: `${shift}-${came.actor.id}`, name: 'claimShift', args: { shift } })
      // The planted fault: a server that takes a device's clock for the time.
      step = sabotage ? off : n % 3 === 2 ? -hour : 0
      for (const one of [lead, device]) {
        one.line.start()
        if (!await one.settled(() => authority.board.seq)) wrong.push(`device ${n} did not settle`)
        one.end()
      }
      const holds = (shift: string) => authority.board.get('shift', shift)?.claimedBy.includes(came.actor.id)
      if (holds('over')) wrong.push(`device ${n} has a shift that was over`)
      if (!holds('ahead')) wrong.push(`device ${n} has no place in a shift that is ahead: ${device.refused.get(`ahead-${came.actor.id}`)}`)
      const seqs = (await board.log()).flatMap(({ seq, name, args }) => name === 'reportIssue' && ids.includes((args as { issue: string }).issue) ? [{ seq, id: (args as { issue: string }).issue }] : [])
      if (seqs.map(({ id }) => id).join() !== ids.join()) wrong.push(`device ${n} is out of order`)
      for (const id of ids) {
        const { deviceAt, foundAt } = authority.board.get('issue', id) ?? { deviceAt: 0, foundAt: 0 }
        if (Math.abs((deviceAt ?? 0) - Date.now() - off) > hour || Math.abs(foundAt - Date.now()) > 2 * hour) wrong.push(`${id}: found at ${foundAt}, by the device at ${deviceAt}`)
      }
    }
    const log = await board.log()
    if (log.some(({ seq }, i) => seq !== i + 1)) wrong.push('the log has a gap')
    await board.close()
    return { ok: wrong.length === 0, commits: log.length, order_errors: wrong.length, first: wrong[0] ?? null }
  },
}
