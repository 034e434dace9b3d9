import type { Kind } from '../../shared/records.ts'
import type { Selection } from './above.ts'
import type { Guest } from './collision.ts'
import type { Edges } from './free-area.ts'
import type { Filters, MapOptions } from './options.ts'
import type { Alarm, Tone } from './scene.ts'
import L from 'leaflet'
import { createBase } from './base.ts'
import { canvasLayer } from './canvas-layer.ts'
import { covering, sightOf } from './covering.ts'
import { drawRing, pickPoint } from './draw.ts'
import { createDrawing } from './drawing.ts'
import { createFreeArea } from './free-area.ts'
import { worldX, worldY } from './mercator.ts'
import { createPulses, motion } from './motion.ts'
import { readPalette } from './palette.ts'
import { createScene } from './scene.ts'
import { plain, tileLayer } from './tiles.ts'
import { createZones } from './zones.ts'
import 'leaflet/dist/leaflet.css'
import './map.css'

export const layerNames = ['issues', 'places', 'due', 'unseen', 'shifts', 'duty', 'teams', 'shortages', 'radar', 'zones', 'cells', 'water', 'labels'] as const
export type LayerName = (typeof layerNames)[number]

/** The map of a county, on Leaflet. An update must touch only the records that changed. */
export function createMap(element: HTMLElement, options: MapOptions) {
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
  const drawing = createDrawing({ county, scene, words, say: options.say, chips: zones.chips })
  const tiles = new Map(options.tiles.map(layer => [layer.name, tileLayer(layer)]))
  const shown: Record<string, boolean> = Object.fromEntries(layerNames.map(name => [name, true]))
  let palette = readPalette()
  let selected: Selection | null = null
  /** What was last pressed on the map itself, which is in sight already. */
  let pressed: string | null = null
  let busy = false
  let groundSeq = -1
  const guests = new Map<string, readonly Guest[]>()
  const free = createFreeArea(map, base.bounds, options.edges)

  const ground = canvasLayer('points', view => drawing.paintGround(view, shown as Record<LayerName, boolean>, palette))
  const points = canvasLayer('points', view => drawing.paint(view, shown as Record<LayerName, boolean>, palette, selected, covering(element, options.covered?.() ?? [], points.world), [...guests.values()].flat(), sightOf(element, points.world)))
  const pulses = createPulses(map)

  function place(key: string | null): Selection | null {
    const [kind, id = ''] = key?.split('/') ?? []
    if (!key || kind === 'zone' || kind === 'township' || kind === 'announcement') return null
    const record = kind === 'issue' || kind === 'shift' || kind === 'shortage' || kind === 'exposure' ? reader.get(kind, id) : undefined
    const home = reader.get('place', kind === 'place' ? id : record?.place ?? '')
    const where = home ?? record
    if (!where) return null
    const name = home?.name ?? ('title' in where ? where.title : 'item' in where ? where.item : 'name' in where ? where.name : '')
    return { key, x: worldX(where.lng), y: worldY(where.lat), icon: home ? scene.iconOf(home.kind) : kind ?? 'pin', name }
  }

  /** Draws the ground only when it looks different, since it may hold 20,000 places. */
  function redraw(all = false): void {
    if (all || groundSeq !== scene.groundSeq()) ground.redraw()
    groundSeq = scene.groundSeq()
    points.redraw()
  }

  function theme(): void {
    palette = readPalette()
    drawing.forget()
    base.theme(palette)
    zones.theme(palette, reader)
    redraw(true)
  }

  function at(event: L.LeafletMouseEvent) {
    const point = points.world(event.containerPoint)
    const touch = (event.originalEvent as PointerEvent).pointerType === 'touch'
    return drawing.hit(point.x, point.y, touch ? 10 : 2)
  }

  map.on('click', (event) => {
    if (busy) return
    const keys = at(event)?.keys() ?? under(event.latlng)
    if (keys.length > 1 && map.getZoom() < 16 && !sameSpot(keys)) {
      return void map.flyTo(event.latlng, Math.min(17, map.getZoom() + 2), { duration: motion() })
    }
    pressed = keys.length === 1 ? keys[0] ?? null : null
    options.onSelect(keys)
  })
  map.on('mousemove', (event) => {
    if (!busy) element.style.cursor = at(event) ? 'pointer' : ''
  })
  // Labels follow the window; a layer that is drawn anew anyway takes this drawing with it.
  map.on('moveend', () => points.redraw())
  map.on('contextmenu', (event) => {
    const { lng, lat } = event.latlng
    if (!busy) options.onLongPress?.({ lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6, township: base.townshipAt(lng, lat) })
  })

  /** The zone or the township under a position. */
  function under({ lng, lat }: L.LatLng): string[] {
    const zone = shown.zones && zones.at(lng, lat)
    const township = base.townshipAt(lng, lat)
    return zone ? [`zone/${zone.id}`] : township ? [`township/${township}`] : []
  }

  function sameSpot(keys: readonly string[]): boolean {
    const [first, ...others] = keys.map(place)
    return others.every(spot => spot && first && spot.x === first.x && spot.y === first.y)
  }

  free.fit()
  const layers: Record<string, L.Layer> = { cells: base.layers.cells, water: base.layers.water, zones: zones.group }
  for (const layer of [...Object.values(layers), base.layers.outline]) layer.addTo(map)
  base.arrange()
  zones.filter(options.filters?.zone)
  scene.reset(reader, options.filters)
  theme()
  ground.layer.addTo(map)
  points.layer.addTo(map)

  return {
    /** Updates the points of changed records, and draws the canvas once. */
    changed(keys: readonly string[], pulse = false): void {
      let different = false
      for (const key of keys) {
        const [kind, id = ''] = key.split('/') as [Kind, string]
        if (kind === 'zone') {
          zones.change(id, reader)
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
      if (different || (selected && keys.includes(selected.key))) redraw()
    },
    /** Call when the filter or the minute changed and the records are the same. */
    refilter(filters: Filters): void {
      zones.filter(filters.zone)
      scene.refilter(reader, filters)
      zones.reset(reader)
      redraw()
    },
    /** Call when the whole board was replaced. */
    reset(filters?: Filters): void {
      zones.filter(filters?.zone)
      scene.reset(reader, filters)
      zones.reset(reader)
      if (selected) selected = place(selected.key)
      redraw()
    },
    /** Marks the record and brings it in sight. The map must not move for what was pressed on it, nor with `stay`. */
    select(key: string | null, stay = false): void {
      selected = place(key)
      points.redraw()
      const here = key === pressed
      pressed = null
      if (!key || here || stay) return
      const [kind, id = ''] = key.split('/')
      const zone = kind === 'zone' ? reader.get('zone', id) : undefined
      const township = kind === 'township' ? county.townships.find(one => one.code === id) : undefined
      // Close enough to see the surroundings, and far enough to see where in the county it is.
      if (zone) free.showArea(L.latLngBounds(zone.ring.map(([lng, lat]) => [lat, lng])))
      else if (township) free.show(L.latLng(township.label[1], township.label[0]), 11.5)
      else if (selected) free.show(L.CRS.EPSG3857.pointToLatLng(L.point(selected.x, selected.y), 0), 12)
    },
    layers(visible: Readonly<Record<string, boolean>>): void {
      for (const [name, on] of Object.entries(visible)) {
        shown[name] = on
        const layer = layers[name] ?? tiles.get(name)
        if (!layer) continue
        if (on) layer.addTo(map)
        else layer.remove()
      }
      element.classList.toggle('over-tiles', options.tiles.some(one => shown[one.name]))
      base.arrange()
      redraw(true)
    },
    /** Sites whose stock runs out. Each call must pass all of them. */
    alarms(sites: readonly Alarm[]): void {
      scene.alarm(sites)
      points.redraw()
    },
    /** Places last visited before this moment (epoch ms) are drawn hollow while that layer is shown. */
    unseenSince(before: number): void {
      scene.unseenSince(before)
      if (shown.unseen) redraw()
    },
    /** The places (ids) where an act is overdue. Each call must pass all of them. */
    late(places: ReadonlySet<string>): void {
      if (scene.lateAt(places) && shown.due) redraw()
    },
    /** Where each place stands that comes back (by id), in the recovery. Each call must pass all of them. */
    tones(places: ReadonlyMap<string, Tone>): void {
      if (scene.toneAs(places)) redraw()
    },
    /** Marks of others beside the canvas, which find their room in its order. Each call must pass all of that name. */
    guests(name: string, all: readonly Guest[]): void {
      guests.set(name, all)
      points.redraw()
    },
    colourBy: base.colourBy,
    theme,
    /** The edges that panels cover. The map stays where it is; labels step out from under the panels. */
    free(edges: Edges): void {
      free.set(edges)
      points.redraw()
    },
    /** Shows the whole county in the free part. */
    fit: () => free.fit(),
    zoom: (by: number) => void map.setZoom(map.getZoom() + by),
    goTo: (lng: number, lat: number) => free.show(L.latLng(lat, lng), 14),
    draw(onDone: (ring: [number, number][] | null) => void, initial?: [number, number][], onChange?: (corners: number) => void, kind?: 'ring' | 'line') {
      busy = true
      return drawRing(map, palette, (ring) => {
        busy = false
        onDone(ring)
      }, initial, onChange, kind)
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
    destroy: () => void map.remove(),
    leaflet: map,
  }
}

export type BoardMap = ReturnType<typeof createMap>
