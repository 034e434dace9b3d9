import L from 'leaflet'

/** What Leaflet keeps about the drawn part, in pixels of its layers. */
interface Drawn { readonly _map: L.Map, readonly _bounds?: L.Bounds, readonly _zoom: number, size?: L.Point, origin?: L.Point }
interface Renderer { prototype: { _update: (this: Drawn) => void } }

/**
 * Leaflet clips and draws all shapes again after every movement. This renderer draws them only when the window leaves the
 * part that is drawn already, or its size or zoom changes; until then they move with the map.
 */
export const calmSvg = (pane: string): L.Renderer => new Calm({ padding: 0.4, pane })

const Calm = L.SVG.extend({
  _update(this: Drawn): void {
    const [size, origin] = [this._map.getSize(), this._map.getPixelOrigin()]
    const visible = L.bounds(this._map.containerPointToLayerPoint([0, 0]), this._map.containerPointToLayerPoint(size))
    if (this._zoom === this._map.getZoom() && this.size?.equals(size) && this.origin?.equals(origin) && this._bounds?.contains(visible)) return
    this.size = size
    this.origin = origin;
    (L.SVG as unknown as Renderer).prototype._update.call(this)
  },
}) as unknown as new (options: L.RendererOptions) => L.Renderer
