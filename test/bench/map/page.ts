import type { Change } from '../../../shared/core/board.ts'
import type { County } from '../../../shared/core/county.ts'
import type { Issue, Place } from '../../../shared/records.ts'
import type { Contestant } from './contestants.ts'
import { contestants } from './contestants.ts'
import '../../../client/styles/tokens.css'
import './page.css'

export interface Load { readonly county: County, readonly places: readonly Place[], readonly issues: readonly Issue[], readonly changes: readonly Change[], /** How long (ms) the map is dragged. */ readonly drag: number }

const nextFrame = () => new Promise<number>(requestAnimationFrame)

/** Milliseconds of work to show something: the action and the frame that draws it, without the wait for that frame. */
async function cost(work: () => void): Promise<number> {
  let drawing = 0
  requestAnimationFrame(() => drawing = performance.now())
  const began = performance.now()
  work()
  const worked = performance.now() - began
  await new Promise<void>(done => requestAnimationFrame(() => setTimeout(done)))
  return worked + performance.now() - drawing
}

/** Frame times in ms while the map is dragged for a given time. */
async function drag(map: Contestant, ms: number): Promise<number[]> {
  const times: number[] = []
  const start = await nextFrame()
  for (let last = start, step = 0; last - start < ms; step++) {
    map.pan(Math.round(18 * Math.cos(step / 25)), Math.round(10 * Math.sin(step / 25)))
    const now = await nextFrame()
    times.push(now - last)
    last = now
  }
  return times
}

Object.assign(window, {
  async measure(name: keyof typeof contestants, load: Load) {
    const element = document.createElement('div')
    element.id = 'map'
    document.querySelector('#map')?.replaceWith(element)
    const map = contestants[name](element, load)
    await cost(() => {})
    const appear = await cost(() => map.fill())
    const change = await cost(() => map.change(load.changes))
    const frames = await drag(map, load.drag)
    map.end()
    return { appear, change, frames }
  },
})
