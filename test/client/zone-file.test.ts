import { expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { county as current } from '../../client/core/session.ts'
import { Replica } from '../../client/sync/replica.ts'
import ZoneFile from '../../client/zones/ZoneFile.vue'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

const corners = (...ring: readonly (readonly [number, number])[]) => `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring.map(corner => corner.join(',')).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon>`

it('[F92] [EX6] a chosen file shows its polygons with what is wrong with each; one is taken only when the person says so', async () => {
  await speak('en')
  current.value = county
  open({ replica: new Replica({ rules, actor: who.coordinator, facts }), vault: {} as never, line: {} as never })
  ready.value = true
  const at = document.body.appendChild(document.createElement('div'))
  const taken: unknown[] = []
  const app = createApp(ZoneFile, { onTake: (draft: unknown) => taken.push(draft) })
  app.mount(at)
  const input = at.querySelector('input') as HTMLInputElement
  const choose = (text: string) => {
    Object.defineProperty(input, 'files', { value: [new File([text], 'x.kml')], configurable: true })
    input.dispatchEvent(new Event('change'))
  }
  choose(`<kml><Placemark id="z9"><name>East</name>${corners([-20, 64.2], [-19.9, 64.2], [-19.9, 64.3])}</Placemark><Placemark><name>Bow</name>${corners([-20, 64.2], [-19.9, 64.3], [-19.9, 64.2], [-20, 64.3])}</Placemark></kml>`)
  await vi.waitFor(() => expect(at.querySelectorAll('li')).toHaveLength(2), { timeout: 30_000 })
  const [east, bow] = at.querySelectorAll('li')
  expect([east?.textContent?.includes('East'), bow?.textContent?.includes('crosses itself'), bow?.querySelector('button')]).toEqual([true, true, null])
  expect(taken).toEqual([])
  east?.querySelector('button')?.click()
  expect(taken).toMatchObject([{ id: 'z9', name: 'East', ring: [[-20, 64.2], [-19.9, 64.2], [-19.9, 64.3]] }])
  choose('no map')
  await vi.waitFor(() => expect(at.querySelector('[role=alert]')?.textContent).toContain('no polygon'), { timeout: 30_000 })
  app.unmount()
})
