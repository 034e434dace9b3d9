import { expect, it, onTestFinished } from 'vitest'
import { reach } from '../../server/cluster/reach.ts'

it('[CL9] a server says what it has not reached for too long: PostgreSQL, or the writer; the writer itself, and one that has just begun, miss nothing', async () => {
  let [holder, unheard, answers]: [string | null, number, boolean] = ['http://other', 0, true]
  const asked: string[] = []
  const lease = { holder: () => holder, unheard: () => unheard }
  const ask = async (address: string) => {
    asked.push(address)
    if (!answers) throw new Error('nobody there')
  }
  const open = (patience: number) => {
    const opened = reach({ lease, address: 'http://here' }, { ask, every: 5, patience })
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
  // The writer asks nobody.
  holder = 'http://here'
  await expect.poll(() => [...missing()]).toEqual([])
  asked.length = 0
  await expect.poll(() => [...missing()]).toEqual([])
  expect(asked).toEqual([])
})
