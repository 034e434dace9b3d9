import type { County } from '../../shared/core/county.ts'
import type { Config } from '../core/config.ts'
import { Router } from 'express'

/** The county's lists and rules, its texts in Traditional characters, and its outline as a picture that a page shows before the board has arrived. */
export function countyRoutes(county: County, settings: { readonly tiles: Config['TILE_LAYERS'], /** True if this server looks at counties for a city. */ readonly city: boolean }, traditional: () => Promise<Readonly<Record<string, string>>>): Router {
  const picture = outlinePicture(county)
  return Router()
    .get('/county', (_request, response) => {
      response.set('cache-control', 'no-cache').json({ county, ...settings })
    })
    .get('/county/traditional', async (_request, response) => {
      response.set('cache-control', 'no-cache').json(await traditional())
    })
    .get('/county/outline.svg', (_request, response) => {
      response.set('cache-control', 'public, max-age=86400').type('image/svg+xml').send(picture)
    })
}

/** The width of the picture in its own units. */
const steps = 400

/** The outline (WGS-84) as SVG. It must stay small enough to arrive before the scripts, so points less than two units apart are left out. Its grey is visible on light and dark pages. */
export function outlinePicture({ outline }: Pick<County, 'outline'>): string {
  const rings = outline.features.flatMap(({ geometry }) => geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [])
  const all = rings.flat()
  if (!all.length) return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
  const [west, east] = [Math.min(...all.map(([lng = 0]) => lng)), Math.max(...all.map(([lng = 0]) => lng))]
  const [south, north] = [Math.min(...all.map(([, lat = 0]) => lat)), Math.max(...all.map(([, lat = 0]) => lat))]
  // Away from the equator a degree of longitude is shorter than a degree of latitude.
  const narrow = Math.cos((south + north) / 2 * Math.PI / 180)
  const scale = steps / ((east - west) * narrow)
  const drawn = rings.map((ring) => {
    const kept: [number, number][] = []
    for (const [lng = 0, lat = 0] of ring) {
      const [x, y] = [Math.round((lng - west) * narrow * scale), Math.round((north - lat) * scale)]
      const [lastX, lastY] = kept.at(-1) ?? [-9, -9]
      if (Math.hypot(x - lastX, y - lastY) >= 2) kept.push([x, y])
    }
    return kept.length > 2 ? `M${kept.map(point => point.join(' ')).join('L')}Z` : ''
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${steps + 4} ${Math.round((north - south) * scale) + 4}"><path fill="#84939c" fill-opacity=".12" stroke="#84939c" stroke-width="1.6" stroke-linejoin="round" d="${drawn.join('')}"/></svg>`
}
