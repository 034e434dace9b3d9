import { expect, it } from 'vitest'
import { inLanes, lanes } from '../../client/sync/lanes.ts'

const tick = () => new Promise(wake => setImmediate(wake))

/** Work that ends when the test says so. */
function works() {
  const under = new Map<number, { readonly end: () => void, readonly fail: (error: Error) => void }>()
  return { under, work: (one: number) => new Promise<void>((end, fail) => under.set(one, { end, fail })).finally(() => under.delete(one)) }
}

it('[L13] one photo is sent at a time until a part was quick, then four at once, each once', async () => {
  const { open, took } = lanes()
  const { under, work } = works()
  const left = [1, 2, 3, 4, 5, 6]
  const all = inLanes(open, () => left.shift(), work)
  await tick()
  expect([...under.keys()]).toEqual([1])
  took(900)
  under.get(1)!.end()
  await tick()
  expect([...under.keys()]).toEqual([2, 3, 4, 5])
  took(25_000)
  under.get(3)!.end()
  await tick()
  // What is under way goes on; the one lane that is left takes the next.
  expect([...under.keys()]).toEqual([2, 4, 5])
  under.get(2)!.end()
  await tick()
  expect([...under.keys()]).toEqual([4, 5, 6])
  for (const one of [...under.values()]) one.end()
  await all
  expect(left).toEqual([])
})

it('[L13] after a failure nothing more begins, and it is told once what was under way has ended', async () => {
  const { open, took } = lanes()
  took(1)
  const { under, work } = works()
  const left = [1, 2, 3, 4, 5]
  let told = ''
  const all = inLanes(open, () => left.shift(), work).catch((error: Error) => told = error.message)
  await tick()
  under.get(2)!.fail(new Error('cut'))
  await tick()
  expect([told, [...under.keys()], left]).toEqual(['', [1, 3, 4], [5]])
  under.get(1)!.end()
  under.get(4)!.end()
  under.get(3)!.fail(new Error('cut too'))
  await all
  expect([told, left]).toEqual(['cut', [5]])
})
