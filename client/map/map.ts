import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import type { AnyRecord, Kind, Zone } from '../../shared/records.ts'
import type { DrawingWords } from './drawing.ts'
import type { Alarm } from './scene.ts'
import type { TileLayer } from './tiles.ts'
import L from 'leaflet'
import { createBase } from './base.ts'
import { canvasLayer } from './canvas-layer.ts'
import { drawRing, pickPoint } from './draw.ts'
import { createDrawing } from './drawing.ts'
import { worldX, worldY } from './mercator.ts'
import { createPulses, motion } from './motion.ts'
import { readPalette } from './palette.ts'
import { createScene } from './scene.ts'
import { tileLayer } from './tiles.ts'
import { createZones } from './zones.ts'
import 'leaflet/dist/leaflet.css'
import './map.css'

export const layerNames = ['issues', 'places', 'unseen', 'shifts', 'duty', 'shortages', 'radar', 'zones', 'cells', 'water', 'labels'] as const
export type LayerName = (typeof layerNames)[number]
export type Filters = Partial<Record<Kind, (record: AnyRecord) => boolean>>

interface MapWords extends DrawingWords {
  readonly label: string
  readonly zoneChip: (zone: Zone) => string
}

interface Options {
  readonly county: County
  readonly words: MapWords
  readonly english: boolean
  readonly tiles: readonly TileLayer[]
  readonly reader: Reader
  /** Epoch ms. */
  readonly now: () => number
  /** One key, or the keys of a cluster that zooming cannot split; empty for a click on the ground. */
  readonly onSelect: (keys: readonly string[]) => void
  /** A long press or a right click, which reports an issue at this position. WGS-84. */
  readonly onLongPress?: (at: { lng: number, lat: number, township: string | null }) => void
}

/** The map of a county, on Leaflet. An update must touch only the records that changed. */
export function createMap(element: HTMLElement, options: Options) {
  const { county, reader, now, words } = options
  const map = L.map(element, { zoomControl: false, attributionControl: false, minZoom: 8, maxZoom: 18, zoomSnap: 0.25, wheelPxPerZoomLevel: 100, boxZoom: false, maxBoundsViscosity: 0.8 })
  element.setAttribute('aria-label', words.label)
  element.setAttribute('role', 'application')
  const order = { tiles: 210, base: 220, zones: 320, points: 450 }
  for (const [pane, z] of Object.entries(order)) map.createPane(pane).style.zIndex = String(z)
  L.control.attribution({ prefix: false, position: 'bottomleft' }).addTo(map)
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map)
  for (const credit of county.credits) map.attributionControl?.addAttribution(plain(credit))

  const base = createBase(county)
  const zones = createZones(now, words.zoneChip)
  const scene = createScene(county, now)
  const drawing = createDrawing({ county, scene, words, english: options.english, chips: zones.chips })
  const tiles = new Map(options.tiles.map(layer => [layer.name, tileLayer(layer)]))
  const shown: Record<string, boolean> = Object.fromEntries(layerNames.map(name => [name, true]))
  let palette = readPalette()
  let selected: { key: string, x: number, y: number, icon: string, name: string } | null = null
  let busy = false
  let padded: { paddingTopLeft: [number, number], paddingBottomRight: [number, number] } | Record<string, never> = {}

  const points = canvasLayer('points', view => drawing.paint(view, shown as Record<LayerName, boolean>, palette, selected))
  const pulses = createPulses(map)

  function place(key: string | null): typeof selected {
    const [kind, id = ''] = key?.split('/') ?? []
    if (!key || kind === 'zone' || kind === 'township' || kind === 'announcement') return null
    const record = kind === 'issue' || kind === 'shift' || kind === 'shortage' ? reader.get(kind, id) : undefined
    const home = reader.get('place', kind === 'place' ? id : record?.place ?? '')
    const where = home ?? record
    if (!where) return null
    const name = home?.name ?? ('title' in where ? where.title : 'item' in where ? where.item : '')
    return { key, x: worldX(where.lng), y: worldY(where.lat), icon: home ? scene.iconOf(home.kind) : kind ?? 'pin', name }
  }

  function theme(): void {
    palette = readPalette()
    base.theme(palette)
    zones.theme(palette, reader)
    points.redraw()
  }

  function at(event: L.LeafletMouseEvent) {
    const point = points.world(event.containerPoint)
    const touch = (event.originalEvent as PointerEvent).pointerType === 'touch'
    return drawing.hit(point.x, point.y, touch ? 10 : 2)
  }

  map.on('click', (event) => {
    if (busy) return
    const target = at(event)
    if (target && target.keys.length > 1 && map.getZoom() < 16 && !sameSpot(target.keys)) {
      return void map.flyTo(event.latlng, Math.min(17, map.getZoom() + 2), { duration: motion() })
    }
    if (target) return options.onSelect(target.keys)
    const zone = shown.zones && zones.at(event.latlng.lng, event.latlng.lat)
    if (zone) return options.onSelect([`zone/${zone.id}`])
    const township = base.townshipAt(event.latlng.lng, event.latlng.lat)
    options.onSelect(township ? [`township/${township}`] : [])
  })
  map.on('mousemove', (event) => {
    if (!busy) element.style.cursor = at(event) ? 'pointer' : ''
  })
  map.on('zoomend', () => zones.fitChips(map.getZoom()))
  map.on('contextmenu', (event) => {
    const { lng, lat } = event.latlng
    if (!busy) options.onLongPress?.({ lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6, township: base.townshipAt(lng, lat) })
  })

  function sameSpot(keys: readonly string[]): boolean {
    const spots = keys.map(key => scene.issue(key.slice(6))?.place ?? key)
    return spots.every(spot => spot === spots[0])
  }

  map.fitBounds(base.bounds, { animate: false })
  const layers: Record<string, L.Layer> = { cells: base.layers.cells, water: base.layers.water, zones: zones.group }
  for (const layer of Object.values(layers)) layer.addTo(map)
  base.layers.outline.addTo(map)
  scene.reset(reader)
  theme()
  points.layer.addTo(map)
  zones.fitChips(map.getZoom())

  return {
    /** Updates the points of changed records, and draws the canvas once. */
    changed(keys: readonly string[], pulse = false): void {
      let different = false
      for (const key of keys) {
        const [kind, id = ''] = key.split('/') as [Kind, string]
        if (kind === 'zone') {
          zones.change(id, reader)
          zones.fitChips(map.getZoom())
          different = true
        } else {
          different = scene.change(kind, id, reader) || different
        }
        if (pulse && keys.length < 20 && kind !== 'counter') {
          const spot = place(key)
          if (spot) pulses.at(spot.x, spot.y, palette.changed)
        }
      }
      if (selected) selected = place(selected.key)
      if (different || (selected && keys.includes(selected.key))) points.redraw()
    },
    /** Call when the filter or the minute changed and the records are the same. */
    refilter(filters: Filters): void {
      zones.filter(filters.zone as ((zone: Zone) => boolean) | undefined)
      scene.refilter(reader, filters)
      zones.reset(reader)
      zones.fitChips(map.getZoom())
      points.redraw()
    },
    /** Call when the whole board was replaced. */
    reset(filters?: Filters): void {
      zones.filter(filters?.zone as ((zone: Zone) => boolean) | undefined)
      scene.reset(reader, filters)
      zones.reset(reader)
      zones.fitChips(map.getZoom())
      if (selected) selected = place(selected.key)
      points.redraw()
    },
    select(key: string | null, fly = true): void {
      selected = place(key)
      points.redraw()
      if (!key || !fly) return
      const [kind, id = ''] = key.split('/')
      const zone = kind === 'zone' ? reader.get('zone', id) : undefined
      const township = kind === 'township' ? county.townships.find(one => one.code === id) : undefined
      if (zone) map.flyToBounds(L.latLngBounds(zone.ring.map(([lng, lat]) => [lat, lng])), { maxZoom: 14, duration: motion(), ...padded })
      else if (township) map.flyTo([township.label[1], township.label[0]], Math.max(11.5, map.getZoom()), { duration: motion() })
      else if (selected) centre(selected.x, selected.y)
    },
    layers(visible: Readonly<Record<string, boolean>>): void {
      for (const [name, on] of Object.entries(visible)) {
        shown[name] = on
        const layer = layers[name] ?? tiles.get(name)
        if (!layer) continue
        if (on) layer.addTo(map)
        else layer.remove()
      }
      points.redraw()
    },
    /** Sites whose stock runs out. Each call must pass all of them. */
    alarms(sites: readonly Alarm[]): void {
      scene.alarm(sites)
      points.redraw()
    },
    /** Places last visited before this moment (epoch ms) are drawn hollow while that layer is shown. */
    unseenSince(before: number): void {
      scene.unseenSince(before)
      if (shown.unseen) points.redraw()
    },
    colourBy: base.colourBy,
    theme,
    /** Shows the whole county in the part of the window that panels leave free (pixels from each edge). */
    fit(free: { left: number, top: number, right: number, bottom: number }): void {
      padded = { paddingTopLeft: [free.left, free.top], paddingBottomRight: [free.right, free.bottom] }
      map.fitBounds(base.bounds, { ...padded, animate: false })
    },
    zoom: (by: number) => void map.setZoom(map.getZoom() + by),
    goTo: (lng: number, lat: number, zoom = 14) => void map.flyTo([lat, lng], zoom, { duration: motion() }),
    draw(onDone: (ring: [number, number][] | null) => void, initial?: [number, number][], onChange?: (corners: number) => void) {
      busy = true
      return drawRing(map, palette, (ring) => {
        busy = false
        onDone(ring)
      }, initial, onChange)
    },
    pick(onMove: (at: { lng: number, lat: number, township: string | null }) => void, initial?: { lng: number, lat: number }) {
      busy = true
      const start = initial ?? map.getCenter()
      const picking = pickPoint(map, spot => onMove({ ...spot, township: base.townshipAt(spot.lng, spot.lat) }), start)
      return {
        cancel(): void {
          busy = false
          picking.cancel()
        },
      }
    },
    townshipAt: base.townshipAt,
    resized: () => void map.invalidateSize({ animate: false }),
    destroy: () => void map.remove(),
    leaflet: map,
  }

  /** Close enough to see the surroundings, and far enough to see where in the county it is. */
  function centre(x: number, y: number): void {
    map.flyTo(L.CRS.EPSG3857.pointToLatLng(L.point(x, y), 0), Math.max(map.getZoom(), 12), { duration: motion() })
  }
}

/** Leaflet reads attributions as HTML, so they must be escaped. */
function plain(text: string): string {
  const element = document.createElement('span')
  element.textContent = text
  return element.innerHTML
}

export type BoardMap = ReturnType<typeof createMap>
