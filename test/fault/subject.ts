import type { Fault } from './fault.ts'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { careWorld, secretsOf } from './care-world.ts'

const why = { reason: 'other', words: 'asked for it' }

/** People ask for their data, have it corrected, and have it deleted; then every table is searched for them. */
export const subject: Fault = {
  size: { people: 200, asking: 40 },
  tiny: { people: 20, asking: 5 },
  async run({ people: n = 1, asking = 1 }, { seed, sabotage }) {
    const world = await careWorld(n, seed, { minute: 1e6, hour: 1e6 })
    const { care, canaries, ask, data } = world
    await world.enter()
    if (sabotage) care.purge.erase = () => {}
    const gone = canaries.filter(one => one.township === 'north').slice(0, asking)
    let [complete, corrected, slowest] = [0, 0, 0]
    for (const one of gone) {
      const began = performance.now()
      const at = `/i/first/care/people/${one.id}`
      await ask('north', `${at}/needs`, { id: `need-${one.id}`, kind: 'drug', dueAt: Date.now(), text: `medicine of ${one.name}` })
      await ask('north', '/i/first/care/done', { acts: [{ id: `done-${one.id}`, need: `need-${one.id}`, at: Date.now(), how: 'unreached' }] })
      const found = JSON.parse((await ask('north', '/i/first/care/find', { text: one.number })).text) as { id: string }[]
      await ask('north', at, { version: 1, set: { address: `corrected ${one.id}` } })
      const { text } = await ask('north', `${at}/copy`, why)
      if (found[0]?.id === one.id && [one.name, one.phone, one.number, `medicine of ${one.name}`, 'unreached', '"act":"done"'].every(part => text.includes(part))) complete++
      if (text.includes(`corrected ${one.id}`)) corrected++
      await ask('north', `${at}/delete`, why)
      slowest = Math.max(slowest, performance.now() - began)
    }
    // Volunteers and staff ask too.
    const staff = (['volunteer', 'viewer', 'unit'] as const).map(name => ({ ...world.people[name].actor, ...world.board.accounts.about(world.people[name].actor.id) }))
    const sealedRows = () => new SQLite(path.join(data, 'board.db'), { readonly: true }).prepare('select account, sealed from person').all() as { account: string, sealed: string }[]
    const before = sealedRows().filter(row => staff.some(({ id }) => id === row.account)).map(row => row.sealed)
    for (const { id, name, phone } of staff) {
      await ask('admin', `/people/${id}`, { phone: `${phone}9` })
      const { text } = await ask('admin', `/people/${id}/copy`, {})
      if (![name, `${phone}9`, '"act":"add"'].every(part => text.includes(part))) complete--
      before.push(...sealedRows().filter(row => row.account === id).map(row => row.sealed))
      await ask('admin', `/people/${id}/forget`, {})
    }
    const accountsLeft = world.hits(before, name => name.startsWith('board.db')) + staff.filter(({ id }) => world.board.accounts.nameOf(id) !== '').length
    const raw = new SQLite(path.join(data, 'care.db'), { readonly: true })
    const tables = (raw.prepare('select name from sqlite_schema where type = \'table\'').pluck().all() as string[]).filter(name => name.startsWith('care_') && name !== 'care_access')
    const left = tables.flatMap(name => raw.prepare(`select * from ${name}`).all()).filter(row => gone.some(one => new RegExp(`${one.id}(?!\\d)`).test(JSON.stringify(row)))).length
    raw.close()
    const rest = care.people.inScope({ id: 'x', role: 'coordinator', rights: ['names'] }).length
    const hits = world.hits(secretsOf(gone))
    await world.end()
    return { ok: complete === gone.length && corrected === gone.length && left === 0 && accountsLeft === 0 && hits === 0 && rest === n - gone.length, asked: gone.length, complete, corrected, left, accounts: staff.length, accounts_left: accountsLeft, hits, others: rest, slowest_ms: Math.round(slowest) }
  },
}
