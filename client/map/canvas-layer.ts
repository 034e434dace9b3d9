import L from 'leaflet'

/** The canvas to draw on, its size in CSS pixels, and its position in the world at this zoom. */
export interface View {
  readonly context: CanvasRenderingContext2D
  readonly zoom: number
  /** The top left corner of the canvas, in world pixels at this zoom. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const padding = 0.15

/**
 * One canvas over the map. It is moved and scaled by CSS while the map pans and zooms, and drawn again when the map
 * comes to rest or `redraw` is called, at most once a frame of the screen.
 */
export function canvasLayer(pane: string, paint: (view: View) => void) {
  let map: L.Map | null = null
  let canvas: HTMLCanvasElement
  let bounds: L.LatLngBounds
  let frame = 0
  let origin = L.point(0, 0)

  function settle(): void {
    if (!map) return
    const size = map.getSize()
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-padding)).round()
    const whole = size.multiplyBy(1 + padding * 2).round()
    const ratio = window.devicePixelRatio || 1
    if (canvas.width !== whole.x * ratio || canvas.height !== whole.y * ratio) {
      canvas.width = whole.x * ratio
      canvas.height = whole.y * ratio
      canvas.style.width = `${whole.x}px`
      canvas.style.height = `${whole.y}px`
    }
    L.DomUtil.setPosition(canvas, corner)
    origin = corner.add(map.getPixelOrigin())
    bounds = L.latLngBounds(map.layerPointToLatLng(corner), map.layerPointToLatLng(corner.add(whole)))
    draw()
  }

  function draw(): void {
    frame = 0
    const context = canvas.getContext('2d')
    if (!map || !context) return
    const ratio = window.devicePixelRatio || 1
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    paint({ context, zoom: map.getZoom(), left: origin.x, top: origin.y, width: canvas.width / ratio, height: canvas.height / ratio })
  }

  function follow(event: L.ZoomAnimEvent): void {
    if (!map) return
    const scale = map.getZoomScale(event.zoom, map.getZoom())
    const target = (map as unknown as { _latLngBoundsToNewLayerBounds: (b: L.LatLngBounds, zoom: number, centre: L.LatLng) => L.Bounds })
      ._latLngBoundsToNewLayerBounds(bounds, event.zoom, event.center)
    if (target.min) L.DomUtil.setTransform(canvas, target.min, scale)
  }

  const Layer = L.Layer.extend({
    onAdd(to: L.Map) {
      map = to
      canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', to.getPane(pane))
      canvas.setAttribute('aria-hidden', 'true')
      to.on('moveend resize viewreset', settle).on('zoomanim', follow)
      settle()
    },
    onRemove(from: L.Map) {
      from.off('moveend resize viewreset', settle).off('zoomanim', follow)
      cancelAnimationFrame(frame)
      canvas.remove()
      map = null
    },
  }) as unknown as new () => L.Layer

  return {
    layer: new Layer(),
    /** Draws once in the next frame, however often it is called. */
    redraw(): void {
      if (!frame && map) frame = requestAnimationFrame(draw)
    },
    /** A container point in world pixels at this zoom. */
    world(point: L.Point): L.Point {
      return map ? map.containerPointToLayerPoint(point).add(map.getPixelOrigin()) : point
    },
  }
}
