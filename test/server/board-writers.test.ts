import type { Term } from '../../server/postgres/fence.ts'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { boardWriters } from '../../server/cluster/board-writers.ts'
import { connect, openPostgres } from '../../server/postgres/postgres.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'

describe.skipIf(!hasPostgres)('who decides the commands of a board', () => {
  let server: Awaited<ReturnType<typeof testPostgres>>
  beforeAll(async () => {
    server = await testPostgres()
  })
  afterAll(async () => server?.stop())

  async function deployment(boards: readonly string[]) {
    const url = await server.database()
    const postgres = await openPostgres(url, { connections: 2 })
    onTestFinished(() => postgres.close())
    await postgres.sql`insert into lease values ('writer', 7, 'a', now())`
    const bugs: unknown[] = []
    /** A server that looks only when it is told to. */
    function newServer(address: string, writer: Term = () => null, whole = () => true, clock?: () => number, away = () => false) {
      const own = connect(url, 1)
      onTestFinished(() => own.end({ timeout: 1 }))
      const taken: string[] = []
      const writers = boardWriters(own, { address, writer, open: () => ({ boards, whole: whole() }), take: async (board) => {
        if (away()) throw Object.assign(new Error('away'), { code: 'ECONNRESET' })
        taken.push(board)
      }, onBug: bug => bugs.push(bug), clock })
      return { ...writers, own, taken }
    }
    const truth = (board: string, by: { readonly term: (board: string) => Term }) => postgresStore(postgres, board, { writer: () => 7, board: by.term(board) })
    return { postgres, server: newServer, truth, bugs }
  }
  const commit = (seq: number) => ({ seq, id: `c${seq}`, name: 'addPlace', args: {}, actor: 'ann', at: 1000, changes: [] })

  it('[CL13] the writer gives boards to the servers that run; a board between two that run is nobody\'s for a moment, and only its server appends to its log', async () => {
    const { server, truth, bugs } = await deployment(['first', 'second'])
    const [a, b] = [server('a', () => 7), server('b')]
    await a.look()
    expect([a.holds('first'), a.holds('second'), a.sure('first'), a.taken]).toEqual([true, true, true, ['first', 'second']])
    expect(await truth('first', a).append([commit(1)])).toBe(true)
    await b.look()
    expect(b.holder('first')).toBe('a')
    await a.look()
    const given = ['first', 'second'].find(board => !a.holds(board))!
    await b.look()
    // It is given and has not begun.
    expect([a.holds(given), b.holder(given), b.holds(given)]).toEqual([false, 'b', false])
    for (const one of [a, b]) await expect(truth(given, one).append([commit(2)])).rejects.toMatchObject({ code: 'FENCED' })
    await expect.poll(() => b.look().then(() => b.holds(given)), { timeout: 10_000 }).toBe(true)
    expect(b.taken).toEqual([given])
    expect(await truth(given, b).append([commit(given === 'first' ? 2 : 1)])).toBe(true)
    await expect(truth(given, a).append([commit(3)])).rejects.toMatchObject({ code: 'FENCED' })
    expect(bugs).toEqual([])
  })

  it('[CL13] a server that does not look any more is not sure, its boards go to others, and what it still appends is refused', async () => {
    const { postgres, server, truth } = await deployment(['first', 'second'])
    const [a, b] = [server('a', () => 7), server('b')]
    await b.look()
    await a.look()
    const board = ['first', 'second'].find(one => a.holder(one) === 'b')!
    await b.look()
    expect(b.holds(board)).toBe(true)
    // It said long ago that it runs.
    await postgres.sql`update running_server set until = now() where address = 'b'`
    await expect.poll(() => a.look().then(() => a.holds(board)), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => b.sure(board), { timeout: 10_000 }).toBe(false)
    expect(b.holds(board)).toBe(true)
    await expect(truth(board, b).append([commit(1)])).rejects.toMatchObject({ code: 'FENCED' })
    expect(await truth(board, a).append([commit(1)])).toBe(true)
  })

  it('[CL13] a server decides nothing on a board that it could not bring up to date', async () => {
    const { server, bugs } = await deployment(['first'])
    let away = true
    const a = server('a', () => 7, undefined, undefined, () => away)
    await a.look()
    expect([a.holder('first'), a.holds('first'), a.sure('first')]).toEqual(['a', false, false])
    away = false
    await a.look()
    expect([a.holds('first'), a.taken, bugs]).toEqual([true, ['first'], []])
  })

  it('[CL13] a server that lacks a board gets none, one that stops gives its own back at once, and without another the writer has them all', async () => {
    const { server } = await deployment(['first', 'second'])
    let whole = false
    const [a, b] = [server('a', () => 7, () => false), server('b', () => null, () => whole)]
    await b.look()
    await a.look()
    expect([a.holds('first'), a.holds('second')]).toEqual([true, true])
    whole = true
    await b.look()
    await a.look()
    await expect.poll(() => b.look().then(() => b.holds('first') && b.holds('second')), { timeout: 10_000 }).toBe(true)
    await b.stop()
    await a.look()
    expect([a.holds('first'), a.holds('second')]).toEqual([true, true])
  })

  it('[CL13] only the writer gives boards away, and not while it was cut off itself, because then all others look gone', async () => {
    const { postgres, server, bugs } = await deployment(['first', 'second'])
    let now = 1000
    const [a, b] = [server('a', () => 7, undefined, () => now), server('b', () => 6)]
    await b.look().catch(() => {})
    await a.look()
    const board = ['first', 'second'].find(one => a.holder(one) === 'b')!
    await postgres.sql`update running_server set until = now() where address = 'b'`
    now += 60_000
    await a.look()
    expect(a.holder(board)).toBe('b')
    now += 2000
    await a.look()
    expect(a.holder(board)).toBe('a')
    await postgres.sql`delete from running_server where address = 'a'`
    await expect(b.look()).rejects.toMatchObject({ code: 'FENCED' })
    await a.look()
    expect(a.holds(board)).toBe(true)
    expect(bugs).toEqual([])
  })
})
