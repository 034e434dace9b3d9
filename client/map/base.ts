import type { FeatureCollection, Geometry } from 'geojson'
import type { County } from '../../shared/core/county.ts'
import type { Palette } from './palette.ts'
import L from 'leaflet'

/** Ground, township cells, water and outline: SVG, so that panning and zooming only transforms it. */
export function createBase(county: County) {
  const svg = L.svg({ padding: 0.4, pane: 'base' })
  const geo = (data: FeatureCollection, style: L.PathOptions) => L.geoJSON(data, { style: () => ({ renderer: svg, pane: 'base', interactive: false, ...style }), interactive: false, pane: 'base' })
  const cells = geo(county.cells, { weight: 1, dashArray: county.cellsNote ? '4 4' : undefined })
  const water = geo(county.water, { weight: 1.4, fill: false })
  const outline = geo(county.outline, { weight: 1.6, fill: false })
  let values: ReadonlyMap<string, number> = new Map()
  let palette: Palette

  let shades: readonly number[] = []
  const step = (count: number, from = shades) => from.filter(least => count >= least).length

  function colour(): void {
    cells.setStyle(feature => ({ fillColor: palette.cells[step(values.get(String(feature?.properties.code)) ?? 0)], fillOpacity: 1, color: palette.coast, opacity: 0.9 }))
    water.setStyle(feature => ({ color: palette.coast, fill: feature?.properties.kind === 'lake-shore', fillColor: palette.water, fillOpacity: 1 }))
    outline.setStyle({ color: palette.edge })
  }

  return {
    layers: { cells, water, outline },
    bounds: outline.getBounds(),
    theme(next: Palette): void {
      palette = next
      colour()
    },
    /** Counts by township code; `from` holds the count at which each next shade begins. */
    colourBy(next: ReadonlyMap<string, number>, from: readonly number[]): void {
      const changed = next.size !== values.size || String(from) !== String(shades) || [...next].some(([code, count]) => step(count) !== step(values.get(code) ?? 0))
      values = next
      shades = from
      if (changed) colour()
    },
    /** The township whose cell holds the point ([lng, lat], WGS-84). For picking only: cells do not decide where a place belongs. */
    townshipAt: (lng: number, lat: number): string | null => {
      const cell = county.cells.features.find(feature => holds(feature.geometry, lng, lat))
      return cell ? String(cell.properties?.code) : null
    },
  }
}

function holds(geometry: Geometry, lng: number, lat: number): boolean {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
  return polygons.some((rings) => {
    let within = false
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi = 0, yi = 0] = ring[i] ?? []
        const [xj = 0, yj = 0] = ring[j] ?? []
        if ((yi > lat) !== (yj > lat) && lng < (xj - xi) * (lat - yi) / (yj - yi) + xi) within = !within
      }
    }
    return within
  })
}
