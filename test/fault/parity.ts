import type { Store } from '../../server/board/store.ts'
import type { CommandName } from '../../shared/commands.ts'
import type { Fault } from './fault.ts'
import { createHash } from 'node:crypto'
import { Authority } from '../../server/board/authority.ts'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { kinds } from '../../shared/kinds.ts'
import { whim } from '../fuzz/whims.ts'
import { facts, noon, who } from '../support/given.ts'
import { testPostgres } from '../support/postgres.ts'
import { chance } from '../support/random.ts'

const actors = [who.coordinator, who.inspector, who.officer, who.unit, who.volunteer, { id: 'sven', role: 'officer', township: 'south' }, { id: 'cat', role: 'volunteer', approved: true }] as const
const morning: readonly CommandName[] = ['openShift', 'openShift', 'reportIssue', 'reportIssue', 'postShortage', 'addPlace', 'addPlace', 'receiveStock', 'openPost', 'formCrew']
/** What JSON and SQL may treat differently: quotes, escapes, a zero byte, half a character, a character beyond 16 bits. */
const words = ['\'"\\', '\u0000', '\uD800', '𠮷野家', '$1 %s {} --', '\t\r\n', 'ﷺ\u202E']

/** Everything that a store answers, as one sum. */
async function stateOf(store: Store): Promise<string> {
  const sum = createHash('sha256')
  const { seq, records } = await store.load()
  const board = new Map([...records].map(({ kind, value }) => [`${kind} ${value.id}`, value] as const).sort(([a], [b]) => a < b ? -1 : 1))
  sum.update(JSON.stringify([seq, [...board]]))
  const log = await store.since(0, seq)
  sum.update(JSON.stringify(log))
  const keys = [...board.values()].slice(0, 20).flatMap(({ id }) => kinds.filter(kind => board.has(`${kind} ${id}`)).map(kind => ({ kind, id })))
  for (const at of [1, Math.ceil(seq / 2), seq]) sum.update(JSON.stringify(await store.stood(keys, at)))
  for (const { kind, id } of keys) sum.update(JSON.stringify((await store.history(kind, id, 5)).map(one => one.seq)))
  sum.update(JSON.stringify([...await store.find(log.map(one => one.id))].sort(([a], [b]) => a < b ? -1 : 1)))
  return sum.digest('base64url')
}

/** The planted fault: a store that reads what was written as a zero byte as nothing, as PostgreSQL's own JSON would. */
const cleaning = (store: Store): Store => ({ ...store, append: commits => store.append(JSON.parse(JSON.stringify(commits).replaceAll('\\u0000', '')) as typeof commits) })

/** The same random history, given to an authority on SQLite and to one on PostgreSQL: the same answers, the same log, the same board. */
export const parity: Fault = {
  size: { histories: 200, commands: 150 },
  tiny: { histories: 4, commands: 80 },
  async run({ histories = 1, commands = 1 }, { seed, sabotage }) {
    const server = await testPostgres()
    const postgres = await openPostgres(await server.database())
    let [wrong, accepted, refused] = [0, 0, 0]
    for (let n = 0; n < histories; n++) {
      const luck = chance(seed * 1000 + n)
      let minutes = 0
      const now = () => noon + minutes * 60_000
      const one = sqliteStore(openDatabase(':memory:'))
      const other = postgresStore(postgres, `h${n}`)
      const [a, b] = [await Authority.open(one, { facts, now }), await Authority.open(sabotage ? cleaning(other) : other, { facts, now })]
      let ids = 0
      const fresh = () => `x${++ids}`
      let same = true
      for (let i = 0; i < commands; i++) {
        minutes += luck.below(30)
        const actor = i < morning.length ? who.coordinator : luck.one(actors)
        const asked = whim(actor, a.board, luck, fresh, actors.map(({ id }) => id), i < morning.length ? [morning[i] as CommandName] : undefined)
        const strange = luck.maybe(0.2) ? JSON.parse(JSON.stringify(asked.args ?? null), (key, value: unknown) => ['text', 'title', 'note', 'reason'].includes(key) ? luck.one(words) : value) as unknown : asked.args
        const command = { id: `c${i - Number(luck.maybe(0.05))}`, name: asked.name, args: strange }
        const [first, second] = await Promise.all([a.submit(command, actor), b.submit(command, actor)])
        const said = (answer: typeof first) => JSON.stringify({ ...answer, epoch: 0 })
        if (said(first) !== said(second)) same = false
        if (first.ok) accepted++
        else refused++
      }
      if (!same || await stateOf(one) !== await stateOf(other)) wrong++
      await a.close()
      await b.close()
      await one.close()
    }
    await postgres.close()
    await server.stop()
    return { ok: wrong === 0 && accepted > histories * 10, accepted, refused, hash_equal: histories - wrong }
  },
}
