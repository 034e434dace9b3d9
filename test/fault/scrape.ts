import type { Fault } from './fault.ts'
import { performance } from 'node:perf_hooks'
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
    let [opened, refused, firstRefused, alertMs] = [0, 0, 0, -1]
    const times: number[] = []
    const alarmed = () => [...world.board.authority.board.all('notice')].filter(one => one.rule === 'careAlarm')
    for (let i = 0; i < n; i++) {
      const one = luck.one(mine)
      const way = luck.below(3)
      const { status } = way === 2 ? await ask('north', '/i/first/care/find', { text: one.phone }) : await ask('north', `/i/first/care/people/${one.id}/${way ? 'open' : 'copy'}`, { reason: 'visit' })
      if (status === 200) times.push(world.now())
      if (status === 200) opened++
      if (status !== 429) continue
      firstRefused ||= performance.now()
      refused++
      // Headquarters' board is looked at while the reader goes on.
      if (alertMs < 0 && alarmed().length) alertMs = Math.round(performance.now() - firstRefused)
      // A patient reader waits out every minute.
      world.later(61_000 / 4)
    }
    const alarms = alarmed()
    /** The most that were opened in any span of this length. */
    const most = (span: number) => Math.max(0, ...times.map((from, i) => times.slice(i).filter(time => time < from + span).length))
    const [inMinute, inHour] = [most(60_000), most(3_600_000)]
    const written = care.log.page({}).filter(row => row.act === 'refused').length
    await world.end()
    return { ok: inMinute <= minute && inHour <= hour && refused > 0 && alertMs >= 0 && written > 0, n, opened, refused, most_in_a_minute: inMinute, most_in_an_hour: inHour, alarms: alarms.length, alert_ms: alertMs }
  },
}
