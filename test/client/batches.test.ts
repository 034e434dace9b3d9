import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batches } from '../../shared/transfer/place-batches.ts'

type NewPlace = Parameters<typeof batches>[0][number]
const place = (i: number, note: string): NewPlace => ({ place: `p${i}`, name: `${i}`, kind: 'school', township: 'north', address: '', lng: 110, lat: 21, note, source: 'import' })
const bytes = (what: unknown) => new TextEncoder().encode(JSON.stringify(what)).length

it('[F10] a list is sent in commands that the server accepts, every row once and in order', () => {
  fc.assert(fc.property(fc.array(fc.nat(500), { maxLength: 350, size: 'max' }), (lengths) => {
    const all = lengths.map((length, i) => place(i, '很'.repeat(length)))
    const sent = batches(all)
    expect(sent.flat()).toEqual(all)
    for (const batch of sent) {
      expect(batch.length).toBeGreaterThan(0)
      expect(batch.length).toBeLessThanOrEqual(100)
      expect(bytes(batch)).toBeLessThan(48_000)
    }
  }), { verbose: true, numRuns: 40 })
})

it('[F10] short rows are sent a hundred at a time, in as few commands as possible', () => {
  expect(batches(Array.from({ length: 250 }, (_, i) => place(i, ''))).map(batch => batch.length)).toEqual([100, 100, 50])
  expect(batches([])).toEqual([])
})
