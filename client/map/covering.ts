import type { Box } from './collision.ts'
import L from 'leaflet'

/** What lies over a map, in world pixels: its own sources and scale, and `more`, in pixels of its window. */
export function covering(element: HTMLElement, more: readonly Box[], world: (at: L.Point) => { readonly x: number, readonly y: number }): Box[] {
  const from = element.getBoundingClientRect()
  const controls = [...element.querySelectorAll('.leaflet-control')].map((one): Box => {
    const box = one.getBoundingClientRect()
    return { x: box.x - from.x + box.width / 2, y: box.y - from.y + box.height / 2, w: box.width, h: box.height }
  })
  return [...controls, ...more].map((one) => {
    const { x, y } = world(L.point(one.x, one.y))
    return { ...one, x, y }
  })
}

/** The window of a map in world pixels, a few pixels within its edges. */
export function sightOf(element: HTMLElement, world: (at: L.Point) => { readonly x: number, readonly y: number }): Box {
  const { clientWidth: w, clientHeight: h } = element
  return { ...world(L.point(w / 2, h / 2)), w: w - 8, h: h - 8 }
}
