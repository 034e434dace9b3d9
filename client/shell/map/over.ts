import type { Box } from '../../map/collision.ts'

/** What lies over a map: the panels beside it in its page, or what stands in them. */
export function over(map: Element | null): readonly Element[] {
  return [...map?.parentElement?.children ?? []].filter(one => one !== map).flatMap(one => one.children.length && !one.matches('.panel') ? [...one.children] : [one])
}

/** The boxes of what lies over a map, in the map's pixels. */
export function boxesOver(map: Element | null): readonly Box[] {
  const from = map?.getBoundingClientRect()
  return from ? over(map).map(one => one.getBoundingClientRect()).filter(box => box.width > 0).map(box => ({ x: box.x - from.x + box.width / 2, y: box.y - from.y + box.height / 2, w: box.width, h: box.height })) : []
}
