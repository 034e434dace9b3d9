import type { Box } from '../../client/map/collision.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beside, createSpace, seat } from '../../client/map/collision.ts'

const number = (min: number, max: number) => fc.integer({ min, max })
const box: fc.Arbitrary<Box> = fc.record({ x: number(-500, 500), y: number(-500, 500), w: number(1, 150), h: number(1, 60) })
const touch = (a: Box, b: Box) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 + 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + 2

it('[SC6] a label takes the first of its places that touches nothing, and none if all are taken', () => {
  fc.assert(fc.property(fc.array(box, { maxLength: 30 }), fc.array(fc.array(box, { minLength: 1, maxLength: 6 }), { maxLength: 30 }), (pins, labels) => {
    const space = createSpace()
    const taken: Box[] = []
    for (const pin of pins) {
      space.take(pin)
      taken.push(pin)
    }
    for (const places of labels) {
      const expected = places.find(place => !taken.some(one => touch(one, place))) ?? null
      expect(space.first(places)).toBe(expected)
      if (expected) taken.push(expected)
    }
  }), { verbose: true })
})

it('[SC6] the edge of the window cuts no label: it is moved in with its record, or stays out with it', () => {
  const sight = { x: 20, y: -10, w: 390, h: 700 }
  const inside = ({ x, y }: { x: number, y: number }, w = 0, h = 0) => Math.abs(x - sight.x) <= (sight.w - w) / 2 && Math.abs(y - sight.y) <= (sight.h - h) / 2
  fc.assert(fc.property(fc.array(box, { maxLength: 10 }), fc.record({ x: number(-300, 340), y: number(-500, 480) }), number(20, 200), (pins, at, w) => {
    const space = createSpace(sight)
    for (const pin of pins) space.take(pin)
    const label = space.first([...beside(at.x, at.y, w, 20, 16, 2)], at)
    if (!label) return
    expect(inside(label, w, 20)).toBe(inside(at))
    if (!inside(at)) expect(touch(label, { ...sight, w: sight.w - 4, h: sight.h - 4 })).toBe(false)
    expect(pins.filter(pin => touch(pin, label))).toEqual([])
  }), { verbose: true })
  expect(createSpace(sight).first([{ x: 600, y: 0, w: 60, h: 22 }], { x: 200, y: 0 })).toBeNull()
  // What is wider than half of the window has no other side to step to: it is moved in.
  expect(createSpace(sight).first([{ x: 190, y: 0, w: 260, h: 22 }])).toEqual({ x: 85, y: 0, w: 260, h: 22 })
  expect(createSpace(sight).first([{ x: 500, y: 0, w: 260, h: 22 }, { x: 190, y: 0, w: 260, h: 22 }])).toEqual({ x: 85, y: 0, w: 260, h: 22 })
})

it('[SC6] the places beside a point leave the gap free on every side, and each round is further out', () => {
  const places = [...beside(100, 50, 40, 20, 16, 2)]
  expect(places).toHaveLength(16)
  const reach = ({ x, y, w, h }: Box) => Math.max(Math.abs(x - 100) - w / 2, Math.abs(y - 50) - h / 2)
  expect(places.slice(0, 8).map(reach)).toEqual(Array.from({ length: 8 }, () => 16))
  expect(places.slice(8).map(reach)).toEqual(Array.from({ length: 8 }, () => 36))
  expect(places.slice(0, 4)).toEqual([{ x: 136, y: 50 }, { x: 64, y: 50 }, { x: 100, y: 76 }, { x: 100, y: 24 }].map(at => ({ ...at, w: 40, h: 20 })))
})

it('[SC6] [F45] a guest on the map stands where nothing else does, is told where, and is left out where all is taken', () => {
  const space = createSpace()
  const cluster = { x: 100, y: 50, w: 44, h: 44 }
  space.take(cluster)
  const seats: (Box | null)[] = []
  const guest = (places: readonly Box[]) => ({ places: (scale: number) => places.map(one => ({ ...one, x: one.x * scale, y: one.y * scale })), put: (at: Box | null) => seats.push(at) })
  const mark = { x: 50, y: 25, w: 28, h: 28 }
  seat(space, [guest([mark, { ...mark, x: 80 }]), guest([mark, { ...mark, x: 80 }]), guest([mark])], 2)
  expect(seats).toEqual([{ x: 160, y: 50, w: 28, h: 28 }, null, null])
})
