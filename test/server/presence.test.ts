import type { Here, ServerToClient } from '../../shared/core/protocol.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { presence } from '../../server/line/presence.ts'

type News = Parameters<ServerToClient['presence']>[0]
const one = (n: number): Here => ({ page: `page-${n}`, person: `person-${n}`, role: 'coordinator', looking: null })

function line() {
  const said: { readonly to: string, readonly news: News, readonly but: readonly string[] }[] = []
  const greeted: { readonly pages: readonly string[], readonly all: News }[] = []
  const people = presence({
    audiences: () => ['staff', 'volunteer'],
    knows: () => true,
    tell: (to, news, but) => void said.push({ to, news, but }),
    greet: (pages, all) => void greeted.push({ pages, all }),
    onBug(error) {
      throw error
    },
    gather: 500,
  })
  return { said, greeted, people }
}

describe('presence of a crowd', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[V7] a crowd that comes back is announced once to each audience; the list is bounded, and the count includes all', () => {
    const { said, greeted, people } = line()
    for (let n = 0; n < 1000; n++) {
      people.arrive(n % 10 ? 'staff' : 'volunteer', one(n))
      vi.advanceTimersByTime(2)
    }
    expect(said).toEqual([])
    vi.advanceTimersByTime(500)
    expect(said.map(({ to, but }) => [to, but.length])).toEqual([['staff', 900], ['volunteer', 100]])
    expect(greeted.map(({ pages, all }) => [pages.length, all.all, all.here.length, all.online])).toEqual([[900, true, 500, 1000], [100, true, 0, 1000]])
  })

  it('[V7] a new page gets the whole list once, and then the changes', () => {
    const { said, greeted, people } = line()
    people.arrive('staff', one(1))
    vi.advanceTimersByTime(500)
    people.arrive('staff', one(2))
    people.look('page-1', 'issue/x')
    people.look('page-gone', 'issue/x')
    vi.advanceTimersByTime(500)
    expect(greeted.map(({ pages, all }) => [pages, all.here.map(({ page, looking }) => [page, looking])])).toEqual([
      [['page-1'], [['page-1', null]]],
      [['page-2'], [['page-1', 'issue/x'], ['page-2', null]]],
    ])
    expect(said.at(-2)).toMatchObject({ to: 'staff', but: ['page-2'], news: { here: [{ page: 'page-2' }, { page: 'page-1', looking: 'issue/x' }], online: 2 } })
    people.drop('page-1')
    vi.advanceTimersByTime(500)
    expect(said.at(-2)).toMatchObject({ to: 'staff', but: [], news: { here: [], gone: ['page-1'], online: 1 } })
    expect(greeted).toHaveLength(2)
  })

  it('[V7] if people keep coming, news is held back for at most ten times its usual wait', () => {
    const { said, people } = line()
    for (let n = 0; n < 60; n++) {
      people.arrive('staff', one(n))
      vi.advanceTimersByTime(100)
    }
    expect(said.length).toBeGreaterThan(0)
    people.stop()
  })
})
