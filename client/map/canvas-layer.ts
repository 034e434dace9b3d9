import L from 'leaflet'
import { pixelRatio } from './pixel-ratio.ts'

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

/** How far the canvas reaches beyond each edge of the window, as a share of the window. */
const padding = 0.25

/**
 * A canvas over the map. It moves and scales with the map by CSS, and is drawn again when the window leaves it, when the
 * zoom has changed or when `redraw` is called, at most once a frame of the screen. It is first drawn in the frame after it was added.
 */
export function canvasLayer(pane: string, paint: (view: View) => void) {
  let map: L.Map | null = null
  let canvas: HTMLCanvasElement
  let frame = 0
  /** The part of the world on the canvas, in pixels at `zoom`; null if it must be drawn anew. */
  let drawn: { readonly area: L.Bounds, readonly zoom: number, readonly origin: L.Point } | null = null
  /** True after an animated zoom has scaled the canvas by CSS. */
  let scaled = false

  /** Puts the canvas where the window is; what is on it then is drawn at once, or as `how` says. */
  function settle(how: () => void = draw): void {
    if (!map) return
    const size = map.getSize()
    const visible = L.bounds(map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(size))
    const origin = map.getPixelOrigin()
    if (drawn && drawn.zoom === map.getZoom() && drawn.origin.equals(origin) && drawn.area.contains(visible)) return
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-padding)).round()
    const whole = size.multiplyBy(1 + padding * 2).round()
    const ratio = pixelRatio()
    if (canvas.width !== Math.round(whole.x * ratio) || canvas.height !== Math.round(whole.y * ratio)) {
      canvas.width = Math.round(whole.x * ratio)
      canvas.height = Math.round(whole.y * ratio)
      canvas.style.width = `${whole.x}px`
      canvas.style.height = `${whole.y}px`
    }
    L.DomUtil.setPosition(canvas, corner)
    drawn = { area: L.bounds(corner, corner.add(whole)), zoom: map.getZoom(), origin }
    how()
  }

  const slide = () => settle()

  /** Draws once in the next frame, however often it is called. */
  function soon(): void {
    if (!frame && map) frame = requestAnimationFrame(draw)
  }

  function draw(): void {
    cancelAnimationFrame(frame)
    frame = 0
    const context = canvas.getContext('2d')
    const corner = drawn?.area.min
    if (!drawn || !corner || !context) return
    const ratio = pixelRatio()
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    const { x: left, y: top } = corner.add(drawn.origin)
    paint({ context, zoom: drawn.zoom, left, top, width: canvas.width / ratio, height: canvas.height / ratio })
  }

  function follow(event: L.ZoomAnimEvent): void {
    const { min, max } = drawn?.area ?? {}
    if (!map || !drawn || !min || !max) return
    const bounds = L.latLngBounds(map.unproject(min.add(drawn.origin), drawn.zoom), map.unproject(max.add(drawn.origin), drawn.zoom))
    const target = (map as unknown as { _latLngBoundsToNewLayerBounds: (b: L.LatLngBounds, zoom: number, centre: L.LatLng) => L.Bounds })
      ._latLngBoundsToNewLayerBounds(bounds, event.zoom, event.center)
    if (target.min) L.DomUtil.setTransform(canvas, target.min, map.getZoomScale(event.zoom, drawn.zoom))
    scaled = true
  }

  function rest(): void {
    if (scaled) drawn = null
    scaled = false
    settle()
  }

  const Layer = L.Layer.extend({
    onAdd(to: L.Map) {
      map = to
      canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', to.getPane(pane))
      canvas.setAttribute('aria-hidden', 'true')
      drawn = null
      to.on('moveend resize viewreset', rest).on('drag', slide).on('zoomanim', follow)
      settle(soon)
    },
    onRemove(from: L.Map) {
      from.off('moveend resize viewreset', rest).off('drag', slide).off('zoomanim', follow)
      cancelAnimationFrame(frame)
      frame = 0
      canvas.remove()
      map = null
    },
  }) as unknown as new () => L.Layer

  return {
    layer: new Layer(),
    redraw: soon,
    /** A container point in world pixels at this zoom. */
    world(point: L.Point): L.Point {
      return map ? map.containerPointToLayerPoint(point).add(map.getPixelOrigin()) : point
    },
  }
}
