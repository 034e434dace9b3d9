import type { Change } from '../../../shared/core/board.ts'
import type { Issue } from '../../../shared/records.ts'
import type { Load } from './page.ts'
import L from 'leaflet'
import { createMap } from '../../../client/map/map.ts'
import { Board } from '../../../shared/core/board.ts'
import 'leaflet.markercluster'
import 'leaflet.markercluster/dist/MarkerCluster.css'
import 'leaflet.markercluster/dist/MarkerCluster.Default.css'

export interface Contestant {
  readonly fill: () => void
  readonly change: (changes: readonly Change[]) => void
  readonly pan: (dx: number, dy: number) => void
  readonly end: () => void
}

const view = { centre: [21.65, 110.1], zoom: 10.5 } as const
const glide = (map: L.Map) => (dx: number, dy: number) => void map.panBy([dx, dy], { animate: false })

function ours(element: HTMLElement, { county, places, issues }: Load): Contestant {
  const board = new Board()
  const words = { label: '', zoneChip: () => '', lacking: String, left: () => null, lasts: String, team: String }
  const map = createMap(element, { county, words, say: name => name.zh, tiles: [], reader: board, now: Date.now, onSelect: () => {} })
  map.leaflet.setView([...view.centre], view.zoom, { animate: false })
  return {
    fill() {
      for (const value of places) board.set({ kind: 'place', id: value.id, value })
      for (const value of issues) board.set({ kind: 'issue', id: value.id, value })
      map.reset()
    },
    change(changes) {
      for (const change of changes) board.set(change)
      map.changed(changes.map(({ kind, id }) => `${kind}/${id}`))
    },
    pan: glide(map.leaflet),
    end: () => map.destroy(),
  }
}

function bare(element: HTMLElement): L.Map {
  return L.map(element, { zoomSnap: 0.25, minZoom: 8, maxZoom: 18 }).setView([...view.centre], view.zoom)
}

function markercluster(element: HTMLElement, { places, issues }: Load): Contestant {
  const map = bare(element)
  const group = L.markerClusterGroup({ chunkedLoading: false, animate: false })
  const markers = new Map<string, L.Marker>()
  const marker = ({ id, lng, lat }: { id: string, lng: number, lat: number }) => {
    const made = L.marker([lat, lng])
    markers.set(id, made)
    return made
  }
  return {
    fill() {
      group.addLayers([...places, ...issues].map(marker))
      group.addTo(map)
    },
    change(changes) {
      for (const { id, value } of changes) {
        const old = markers.get(id)
        if (old) group.removeLayer(old)
        group.addLayer(marker(value as Issue))
      }
    },
    pan: glide(map),
    end: () => void map.remove(),
  }
}

function empty(element: HTMLElement): Contestant {
  const map = bare(element)
  return { fill() {}, change() {}, pan: glide(map), end: () => void map.remove() }
}

export const contestants = { ours, markercluster, empty }
