import type { Content, Selection } from './above.ts'
import type { View } from './canvas-layer.ts'
import type { Box, Guest } from './collision.ts'
import type { Palette } from './palette.ts'
import type { Shown, Stage, Target } from './stage.ts'
import type { Chip } from './zones.ts'
import { paintAbove } from './above.ts'
import { createSpace } from './collision.ts'
import { paintGround } from './ground.ts'
import { paintPlaceNames } from './names.ts'
import { createSprites } from './sprites.ts'
import { tileZoom } from './stage.ts'

interface Options extends Omit<Content, 'chips' | 'guests'> {
  /** The zones whose chips have room at a zoom. */
  readonly chips: (zoom: number) => readonly Chip[]
}

/** Paints the two canvases of the map, and records where each shape can be clicked. */
export function createDrawing({ county, scene, words, say, chips }: Options) {
  const sprites = createSprites()
  let ground: Target[] = []
  let marks: Target[] = []

  const stageOf = (view: View, palette: Palette, sight: Box | null = null): Stage => ({ view, scale: 2 ** view.zoom, brush: { context: view.context, palette, sprites }, space: createSpace(sight), targets: [] })

  return {
    /** The places without issues, which change seldom. */
    paintGround(view: View, shown: Shown, palette: Palette): void {
      const stage = stageOf(view, palette)
      paintGround(stage, scene, shown)
      ground = stage.targets
    },
    /** Everything above the ground. No label lies on the `covered` boxes (world pixels), and none is cut by the edges of `sight`, the window. */
    paint(view: View, shown: Shown, palette: Palette, selected: Selection | null, covered: readonly Box[] = [], guests: readonly Guest[] = [], sight: Box | null = null): void {
      const stage = stageOf(view, palette, sight)
      for (const one of covered) stage.space.take(one)
      // Labels may lie on dots, which are too many to avoid, but not on tiles.
      if (view.zoom >= tileZoom) {
        for (const { x, y } of ground) stage.space.take({ x, y, w: 24, h: 24 })
      }
      paintAbove(stage, { county, scene, words, say, chips: chips(view.zoom), guests }, shown, selected)
      if (shown.labels) paintPlaceNames(stage, scene, ground)
      marks = stage.targets
    },
    /** Call when the colours changed. */
    forget: (): void => sprites.clear(),
    /** The topmost shape at a world pixel of this zoom; `slack` widens the area for fingers. */
    hit(x: number, y: number, slack = 0): Target | undefined {
      const over = (one: Target) => Math.abs(one.x - x) <= (one.wide ? one.wide / 2 : one.r) + slack && Math.abs(one.y - y) <= one.r + slack
      return marks.findLast(over) ?? ground.findLast(over)
    },
  }
}
