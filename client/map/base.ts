import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { County } from '../../shared/core/county.ts'
import type { Palette } from './palette.ts'
import L from 'leaflet'
import { calmSvg } from './calm-svg.ts'

/** Ground, township cells, water and outline: SVG, so that panning and zooming only transforms it. */
export function createBase(county: County) {
  const svg = calmSvg('base')
  const geo = (data: FeatureCollection, style: L.PathOptions) => L.geoJSON(data, { style: () => ({ renderer: svg, pane: 'base', interactive: false, ...style }), interactive: false, pane: 'base' })
  const bare = (style: L.PathOptions) => ({ noClip: true, smoothFactor: 0.5, className: 'sea', ...style })
  const seas: FeatureCollection = { ...county.water, features: county.water.features.filter(isSea) }
  const rivers: FeatureCollection = { ...county.water, features: county.water.features.filter(one => !isSea(one)) }
  // The sea lies under the townships, because the outline runs offshore; its coast is drawn over them.
  const sea = geo(seas, bare({ stroke: false, fillColor: 'url(#sea)', fillOpacity: 1 }))
  const coast = geo(seas, bare({ fill: false, color: 'url(#coast)', weight: 1.4 }))
  const cells = geo(county.cells, { weight: 1, dashArray: county.cellsNote ? '4 4' : undefined })
  const water = geo(rivers, { weight: 1.4, fill: false })
  const outline = geo(county.outline, { weight: 1.6, fill: false, className: 'county-outline' })
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
    layers: { cells, outline, water: L.layerGroup([sea, water, coast]) },
    /** Call when layers were put on the map: the townships lie under the water, the sea under them. */
    arrange(): void {
      cells.bringToBack()
      sea.bringToBack()
      fade(svg)
    },
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

const isSea = ({ properties }: Feature): boolean => properties?.kind === 'sea'

/** The data ends in the open sea, which therefore fades away to the south-west instead of ending at a straight edge. */
function fade(svg: L.Renderer): void {
  const space = 'http://www.w3.org/2000/svg'
  const root = (svg as unknown as { _container?: SVGElement })._container
  if (!root || root.querySelector('defs')) return
  const defs = root.insertBefore(document.createElementNS(space, 'defs'), root.firstChild)
  for (const [id, colour] of [['sea', '--water'], ['coast', '--coast']] as const) {
    const gradient = defs.appendChild(document.createElementNS(space, 'radialGradient'))
    for (const [name, value] of Object.entries({ id, cx: 0.75, cy: 0.35, r: 0.68 })) gradient.setAttribute(name, String(value))
    for (const [offset, opacity] of [[0.6, 1], [1, 0]]) {
      const stop = gradient.appendChild(document.createElementNS(space, 'stop'))
      stop.setAttribute('offset', String(offset))
      stop.setAttribute('style', `stop-color: var(${colour}); stop-opacity: ${opacity}`)
    }
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
