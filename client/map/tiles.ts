import L from 'leaflet'
import { datumShift } from './datum.ts'

export interface TileLayer {
  readonly name: string
  readonly url: string
  /** The datum of the tiles. Positions are WGS-84, so a GCJ-02 layer is shifted to match them. */
  readonly datum: 'WGS-84' | 'GCJ-02'
  readonly subdomains: string
  readonly attribution: string
  readonly maxZoom: number
  /** The licence or contract that allows devices to keep its tiles; without it they may not. */
  readonly keep?: string
}

/** Leaflet reads attributions as HTML, so they must be escaped. */
export function plain(text: string): string {
  const element = document.createElement('span')
  element.textContent = text
  return element.innerHTML
}

/**
 * Tiles from a configured server. All GCJ-02 tiles are moved by the offset at the middle of the window, which
 * over a county differs by less than a metre from the offset anywhere else in it. By `crossOrigin` the service worker knows the
 * layers that may be kept, and looks for their tiles on the device first.
 */
export function tileLayer({ url, datum, subdomains, attribution, maxZoom, keep }: TileLayer): L.TileLayer {
  const layer = L.tileLayer(url, { subdomains: subdomains || 'abc', attribution: plain(attribution), maxZoom, pane: 'tiles', crossOrigin: keep !== undefined })
  if (datum === 'WGS-84') return layer
  const inner = layer as unknown as { _getTiledPixelBounds: (centre: L.LatLng) => L.Bounds, _getTilePos: (at: L.Point) => L.Point, _map: L.Map, _tileZoom: number }
  const shift = () => {
    const centre = inner._map.getCenter()
    const { x, y } = datumShift(centre.lng, centre.lat, inner._tileZoom)
    return L.point(Math.round(x), Math.round(y))
  }
  const bounds = inner._getTiledPixelBounds.bind(layer)
  const position = inner._getTilePos.bind(layer)
  inner._getTiledPixelBounds = (centre) => {
    const by = shift()
    const window = bounds(centre)
    return L.bounds((window.min as L.Point).add(by), (window.max as L.Point).add(by))
  }
  inner._getTilePos = at => position(at).subtract(shift())
  return layer
}
