import { expect, it, onTestFinished } from 'vitest'
import { reach } from '../../server/cluster/reach.ts'

it('[CL9] a server says what it has not reached for too long: PostgreSQL, the writer, or another that decides commands; the writer itself, and one that has just begun, miss nothing', async () => {
  let [holder, unheard, answers]: [string | null, number, boolean] = ['http://other', 0, true]
  let deciders: readonly string[] = ['http://here']
  const asked: string[] = []
  const lease = { holder: () => holder, unheard: () => unheard }
  const ask = async (address: string) => {
    asked.push(address)
    if (!answers) throw new Error('nobody there')
  }
  const open = (patience: number) => {
    const opened = reach({ lease, address: 'http://here', deciders: () => deciders }, { ask, every: 5, patience })
    onTestFinished(opened.stop)
    return opened
  }
  expect([...open(60_000).missing()]).toEqual([])
  const { missing } = open(40)
  await expect.poll(() => asked.length).toBeGreaterThan(20)
  await expect.poll(() => [...missing()]).toEqual([])
  answers = false
  await expect.poll(() => [...missing()]).toEqual(['writer'])
  unheard = 41
  expect([...missing()]).toContain('postgres');
  [unheard, holder] = [0, null]
  await expect.poll(() => [...missing()]).toEqual(['writer'])
  // The writer asks nobody, while it decides the commands of every board.
  holder = 'http://here'
  await expect.poll(() => [...missing()]).toEqual([])
  asked.length = 0
  await expect.poll(() => [...missing()]).toEqual([])
  expect(asked).toEqual([])
  deciders = ['http://here', 'http://third', 'http://third']
  await expect.poll(() => [...missing()]).toEqual(['writer'])
  expect(new Set(asked)).toEqual(new Set(['http://third']))
})
