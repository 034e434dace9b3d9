import type { Fault } from './fault.ts'
import { careWorld } from './care-world.ts'

/** Somebody who may open people opens one after the other, and searches number after number. */
export const scrape: Fault = {
  size: { n: 500, minute: 20, hour: 100 },
  tiny: { n: 40, minute: 5, hour: 12 },
  async run({ n = 1, minute = 1, hour = 1 }, { seed, sabotage }) {
    const world = await careWorld(n, seed, { minute, hour })
    const { care, canaries, ask, luck } = world
    await world.enter()
    if (sabotage) care.log.limited = () => {}
    const mine = canaries.filter(one => one.township === 'north')
    const began = Date.now()
    let [opened, refused] = [0, 0]
    for (let i = 0; i < n; i++) {
      const one = luck.one(mine)
      const { status } = luck.maybe(0.5) ? await ask('north', `/i/first/care/people/${one.id}/open`, { reason: 'visit' }) : await ask('north', '/i/first/care/find', { text: one.phone })
      if (status === 200) opened++
      if (status === 429) refused++
      // A patient reader waits out every minute.
      if (status === 429) world.later(61_000 / 4)
    }
    const alarms = [...world.board.authority.board.all('notice')].filter(one => one.rule === 'careAlarm')
    const written = care.log.page({}).filter(row => row.act === 'refused').length
    const hours = 1 + Math.floor(refused * 61_000 / 4 / 3_600_000)
    const alertMs = alarms[0] ? Math.max(0, alarms[0].at - began) : -1
    await world.end()
    return { ok: opened <= hour * (hours + 1) && refused > 0 && alarms.length > 0 && written > 0, n, opened, refused, hours, allowed: hour * (hours + 1), alarms: alarms.length, alert_ms: alertMs }
  },
}
