import type { AddressInfo } from 'node:net'
import type { Load } from './map/page.ts'
import type { Row } from './row.ts'
import { once } from 'node:events'
import express from 'express'
import { loadCounty } from '../../server/counties.ts'
import { withBrowser } from './browser.ts'
import { median, quantile, round } from './row.ts'
import { sized } from './size.ts'
import { issue, place } from './world.ts'

const rounds = sized(5, 1)
const points = { places: sized(20_000, 200), issues: sized(5000, 50) }
const frame = 1000 / 60

interface Measured { readonly appear: number, readonly change: number, readonly frames: readonly number[] }

async function load(): Promise<Load> {
  const { county } = await loadCounty('lianjiang')
  const issues = Array.from({ length: points.issues }, (_, i) => issue(i))
  const moved = issues.filter((_, i) => i % 25 === 0).map(one => ({ ...one, state: 'awaiting' as const, lng: one.lng + 0.002 }))
  return { county, places: Array.from({ length: points.places }, (_, i) => place(i)), issues, changes: moved.map(value => ({ kind: 'issue', id: value.id, value })), drag: sized(3000, 200) }
}

/** 25,000 points in a real browser: our canvas, leaflet.markercluster, and a map with nothing on it. */
export async function p6(): Promise<Row[]> {
  const app = express().use(express.static('dist/bench-map'))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const data = await load()
  const names = ['ours', 'markercluster', 'empty'] as const
  const results: Record<string, Measured[]> = { ours: [], markercluster: [], empty: [] }
  await withBrowser(async (browser) => {
    for (let i = 0; i < rounds; i++) {
      for (const name of names) {
        const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
        results[name]?.push(await page.evaluate(([who, what]) => (window as unknown as { measure: (who: string, what: Load) => Promise<Measured> }).measure(who, what), [name, data] as const))
        await page.close()
      }
    }
  })
  server.close()
  const of = (name: string, what: 'appear' | 'change') => median(results[name]?.map(one => one[what]) ?? [])
  const pan = (name: string) => median(results[name]?.map(one => quantile(one.frames, 0.95)) ?? [])
  const row = (name: string, what: 'appear' | 'change', limit: number): Row => {
    const [mine, theirs] = [of('ours', what), of('markercluster', what)]
    return { row: name, goal: `≤ 1/${limit} of leaflet.markercluster`, figure: round(mine), opponent: round(theirs), ratio: round(mine / theirs), ok: mine / theirs <= 1 / limit, unit: 'ms', details: `median of ${rounds}; an empty map: ${round(of('empty', what))} ms` }
  }
  return [
    row('P6 appear', 'appear', 8),
    row('P6 200 changes', 'change', 8),
    { row: 'P6 pan p95', goal: 'within one frame of an empty map', figure: round(pan('ours')), opponent: round(pan('empty')), ratio: round(pan('ours') / pan('empty')), ok: pan('ours') - pan('empty') <= frame, unit: 'ms a frame', details: `leaflet.markercluster: ${round(pan('markercluster'))} ms` },
  ]
}
