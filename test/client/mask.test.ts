import { expect, it } from 'vitest'
import { between, moved } from '../../client/base/mask.ts'

it('[PE5] a block lies on the photo however it is drawn, and arrow keys move it, change its size and remove it', () => {
  const close = (block: object | null | undefined, wanted: object) => expect(Object.fromEntries(Object.entries(block ?? {}).map(([side, share]) => [side, Math.round(Number(share) * 100) / 100]))).toEqual(wanted)
  close(between({ x: 0.8, y: 0.9 }, { x: 0.2, y: -4 }), { x: 0.2, y: 0, w: 0.6, h: 0.9 })
  close(between({ x: 0.5, y: 0.5 }, { x: 3, y: 3 }), { x: 0.5, y: 0.5, w: 0.5, h: 0.5 })
  const block = { x: 0.4, y: 0.01, w: 0.6, h: 0.02 }
  close(moved(block, 'ArrowRight', false), { x: 0.4, y: 0.01, w: 0.6, h: 0.02 })
  close(moved(block, 'ArrowUp', false), { x: 0.4, y: 0, w: 0.6, h: 0.02 })
  close(moved(block, 'ArrowLeft', false), { x: 0.38, y: 0.01, w: 0.6, h: 0.02 })
  close(moved(block, 'ArrowRight', true), { x: 0.4, y: 0.01, w: 0.6, h: 0.02 })
  close(moved(block, 'ArrowUp', true), { x: 0.4, y: 0.01, w: 0.6, h: 0.02 })
  close(moved(block, 'ArrowDown', true), { x: 0.4, y: 0.01, w: 0.6, h: 0.04 })
  expect([moved(block, 'Delete', false), moved(block, 'Tab', false)]).toEqual([null, undefined])
})
