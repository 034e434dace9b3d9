import type { Here } from '../../shared/core/protocol.ts'
import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { company } from '../../server/cluster/company.ts'

const one = (n: number, looking: string | null = null): Here => ({ page: `page-${n}`, person: `person-${n}`.padEnd(36, 'x'), role: 'coordinator', looking })

/** Servers that hear each other, and what each knows of the pages of the others. A text that `loses` takes is heard by nobody. */
function several(names: readonly string[], loses: (text: string) => boolean = () => false) {
  const texts: string[] = []
  const all = names.map(() => {
    const known = new Map<string, Here>()
    const held = company({
      async say(said) {
        texts.push(...said)
        for (const text of said) {
          if (!loses(text)) all.forEach(other => other.held.heard(text))
        }
      },
      onBug(error) {
        throw error
      },
    })
    held.join('first', (here, gone) => {
      gone.forEach(page => known.delete(page))
      here.forEach(page => known.set(page.page, page))
    })
    return { held, known }
  }) as { held: ReturnType<typeof company>, known: Map<string, Here> }[]
  return { texts, all }
}

describe('who is at the other servers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  it('[CL11] pages that come, change and go on one server are known to the others within a second, each text within what PostgreSQL takes', async () => {
    const { texts, all: [a, b] } = several(['a', 'b'])
    await pass(1000)
    texts.length = 0
    for (let n = 0; n < 3000; n++) a!.held.changed('first', `page-${n}`, one(n))
    a!.held.changed('first', 'page-1', { ...one(1, 'issue/i1'), leading: true })
    a!.held.changed('second', 'page-9999', one(9999))
    await pass(1000)
    expect(texts.length).toBeLessThanOrEqual(42)
    await pass(3000)
    expect([b!.known.size, a!.known.size]).toEqual([3000, 0])
    expect(b!.known.get('page-1')).toEqual(one(1, 'issue/i1'))
    expect(Math.max(...texts.map(text => Buffer.byteLength(text)))).toBeLessThan(7999)
    a!.held.changed('first', 'page-1', null)
    await pass(1000)
    expect(b!.known.has('page-1')).toBe(false)
    // One that joins an incident later has them at once.
    const late: Here[] = []
    b!.held.join('second', here => void late.push(...here))
    expect(late).toEqual([one(9999)])
  })

  it('[CL11] the pages of a server that is lost, or ends, are gone within ten seconds; one that begins hears of everybody', async () => {
    const { all: [a, b] } = several(['a', 'b'])
    a!.held.changed('first', 'page-1', one(1))
    await pass(20_000)
    expect([...b!.known.keys()]).toEqual(['page-1'])
    // It is lost: it says nothing more.
    let deaf = false
    const { all: [c, d] } = several(['c', 'd'], () => deaf)
    c!.held.changed('first', 'page-2', one(2))
    await pass(2000)
    expect(d!.known.size).toBe(1)
    deaf = true
    await pass(9000)
    expect(d!.known.size).toBe(0)
    // It was cut off only.
    deaf = false
    await pass(9000)
    expect([...d!.known.keys()]).toEqual(['page-2'])
    await c!.held.stop()
    expect(d!.known.size).toBe(0)
  })

  it('[CL11] while PostgreSQL is away nothing heaps up, a server that ends does not wait for it, and once it is back everything is said anew', async () => {
    const said: string[][] = []
    let answer: (error?: Error) => void = () => {}
    const held = company({
      say: async texts => new Promise<void>((done, failed) => {
        said.push([...texts])
        answer = error => error ? failed(error) : done()
      }),
      onBug(error) {
        throw error
      },
    })
    await pass(1000)
    expect(said).toHaveLength(1)
    for (let n = 0; n < 60; n++) {
      held.changed('first', `page-${n % 3}`, one(n % 3))
      await pass(1000)
    }
    expect(said).toHaveLength(1)
    answer(new Error('away'))
    await pass(1000)
    expect(said).toHaveLength(2)
    const anew = said[1]!.map(text => JSON.parse(text) as { pages: [string, string][], all?: true })
    expect([anew[0]?.all, anew.flatMap(({ pages }) => pages.map(([, page]) => page))]).toEqual([true, ['page-0', 'page-1', 'page-2']])
    await held.stop()
    expect(said).toHaveLength(2)
  })

  it('[CL11] what was lost on its way is asked for', async () => {
    let lose = false
    const { all: [a, b] } = several(['a', 'b'], () => lose)
    await pass(5000)
    lose = true
    a!.held.changed('first', 'page-1', one(1))
    await pass(1000)
    lose = false
    a!.held.changed('first', 'page-2', one(2))
    await pass(6000)
    expect([...b!.known.keys()].sort()).toEqual(['page-1', 'page-2'])
  })
})
