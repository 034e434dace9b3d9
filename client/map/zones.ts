import type { Reader } from '../../shared/core/board.ts'
import type { Zone, ZoneLevel } from '../../shared/records.ts'
import type { Palette } from './palette.ts'
import L from 'leaflet'
import { inside } from '../../shared/core/ring.ts'
import { inForce } from '../../shared/zones/in-force.ts'
import { calmSvg } from './calm-svg.ts'

const dash: Readonly<Record<ZoneLevel, string | undefined>> = { lockdown: undefined, control: '7 4', precaution: '2 4' }
const space = 'http://www.w3.org/2000/svg'

/** The words of a zone and the box of its ring, in WGS-84 degrees. */
export interface Chip { readonly id: string, readonly level: ZoneLevel, readonly text: string, readonly west: number, readonly east: number, readonly north: number, readonly south: number }

/** Lockdown is hatched, control dotted, precaution ruled; each has a white casing, and a chip with its level and duration that is drawn with the points. */
export function createZones(now: () => number, chip: (zone: Zone) => string) {
  const group = L.layerGroup()
  const svg = calmSvg('zones')
  const shapes = new Map<string, { zone: Zone, layer: L.LayerGroup }>()
  let palette: Palette
  let shown: (zone: Zone) => boolean = zone => inForce(zone, now())

  function patterns(): void {
    const root = (svg as unknown as { _container?: SVGElement })._container
    if (!root) return
    root.querySelector('defs')?.remove()
    const defs = root.insertBefore(document.createElementNS(space, 'defs'), root.firstChild)
    const add = (level: ZoneLevel, size: number, draw: (pattern: Element) => void, turn = 0) => {
      const pattern = defs.appendChild(document.createElementNS(space, 'pattern'))
      const attributes = { id: `zone-${level}`, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` }
      for (const [name, value] of Object.entries(attributes)) pattern.setAttribute(name, String(value))
      draw(pattern)
    }
    const shape = (pattern: Element, name: string, attributes: Record<string, string | number>) => {
      const element = pattern.appendChild(document.createElementNS(space, name))
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    }
    add('lockdown', 7, pattern => shape(pattern, 'rect', { width: 2, height: 7, fill: palette.level.lockdown, opacity: 0.42 }), 45)
    add('control', 7, pattern => shape(pattern, 'circle', { cx: 3, cy: 3, r: 1.1, fill: palette.level.control, opacity: 0.6 }))
    add('precaution', 6, pattern => shape(pattern, 'rect', { width: 6, height: 1.2, fill: palette.level.precaution, opacity: 0.32 }))
  }

  function draw(zone: Zone): void {
    const ring = zone.ring.map(([lng, lat]) => L.latLng(lat, lng))
    const options = { renderer: svg, pane: 'zones', interactive: false }
    const casing = L.polygon(ring, { ...options, color: palette.panel, weight: 4.5, opacity: 0.9, fillColor: palette.level[zone.level], fillOpacity: 0.08 })
    const edge = L.polygon(ring, { ...options, color: palette.level[zone.level], weight: 2.2, dashArray: dash[zone.level], fillColor: `url(#zone-${zone.level})`, fillOpacity: 1 })
    const layer = L.layerGroup([casing, edge]).addTo(group)
    shapes.set(zone.id, { zone, layer })
  }

  function change(id: string, reader: Reader): void {
    const old = shapes.get(id)
    if (old) group.removeLayer(old.layer)
    shapes.delete(id)
    const zone = reader.get('zone', id)
    if (zone && shown(zone)) draw(zone)
  }

  function reset(reader: Reader): void {
    group.clearLayers()
    shapes.clear()
    // The widest zone comes first, so that a lockdown is drawn over the zone around it.
    const order: ZoneLevel[] = ['precaution', 'control', 'lockdown']
    for (const zone of [...reader.all('zone')].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))) {
      if (shown(zone)) draw(zone)
    }
  }

  function chipOf(zone: Zone): Chip {
    const [lngs, lats] = [zone.ring.map(([lng]) => lng), zone.ring.map(([, lat]) => lat)]
    return { id: zone.id, level: zone.level, text: chip(zone), west: Math.min(...lngs), east: Math.max(...lngs), north: Math.max(...lats), south: Math.min(...lats) }
  }

  return {
    group,
    /** The chips to be drawn at this zoom. A chip wider than its zone would hide the zone, so it is drawn only closer up. */
    chips: (zoom: number): readonly Chip[] => [...shapes.values()].map(({ zone }) => chipOf(zone)).filter(({ west, east }) => (east - west) / 360 * 256 * 2 ** zoom >= 70),
    change,
    reset,
    filter(test: ((zone: Zone) => boolean) | undefined): void {
      shown = test ?? (zone => inForce(zone, now()))
    },
    theme(next: Palette, reader: Reader): void {
      palette = next
      reset(reader)
      patterns()
    },
    /** The innermost zone at [lng, lat]. */
    at: (lng: number, lat: number): Zone | undefined => [...shapes.values()].map(({ zone }) => zone).findLast(zone => inside([lng, lat], zone.ring)),
  }
}
