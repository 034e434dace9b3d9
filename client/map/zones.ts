import type { Reader } from '../../shared/core/board.ts'
import type { Zone, ZoneLevel } from '../../shared/records.ts'
import type { Palette } from './palette.ts'
import L from 'leaflet'
import { inside } from '../../shared/core/ring.ts'
import { inForce } from '../../shared/zones/in-force.ts'

const dash: Readonly<Record<ZoneLevel, string | undefined>> = { lockdown: undefined, control: '7 4', precaution: '2 4' }
const space = 'http://www.w3.org/2000/svg'

/** Lockdown is hatched, control dotted, precaution ruled; each has a white casing and a chip with its level and duration. */
export function createZones(now: () => number, chip: (zone: Zone) => string) {
  const group = L.layerGroup()
  const svg = L.svg({ padding: 0.4, pane: 'zones' })
  const shapes = new Map<string, { zone: Zone, layer: L.LayerGroup, words: HTMLElement }>()
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
    const words = document.createElement('span')
    words.textContent = chip(zone)
    words.className = `zone-chip ${zone.level}`
    const [lng, lat] = lowest(zone)
    const label = L.marker([lat, lng], { pane: 'zones', interactive: false, keyboard: false, icon: L.divIcon({ html: words, className: 'zone-chip-holder', iconSize: [0, 0] }) })
    const layer = L.layerGroup([casing, edge, label]).addTo(group)
    shapes.set(zone.id, { zone, layer, words })
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

  /** A chip wider than its zone would hide the zone, so it is shown only at a closer zoom. */
  const hasRoom = ({ ring }: Zone, zoom: number) => (Math.max(...ring.map(([lng]) => lng)) - Math.min(...ring.map(([lng]) => lng))) / 360 * 256 * 2 ** zoom >= 70
  const lowest = ({ ring }: Zone) => ring.reduce((low, point) => point[1] < low[1] ? point : low)

  /** Shows the chips that have room at this zoom. */
  function fitChips(zoom: number): void {
    for (const { zone, words } of shapes.values()) words.hidden = !hasRoom(zone, zoom)
  }

  return {
    group,
    fitChips,
    /** Positions of the labels shown at this zoom: [lng, lat]. Nothing else may be drawn over them. */
    chips: (zoom: number) => [...shapes.values()].filter(({ zone }) => hasRoom(zone, zoom)).map(({ zone }) => lowest(zone)),
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
