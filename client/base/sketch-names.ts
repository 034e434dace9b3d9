import { said } from '../core/language.ts'
import { county } from '../core/session.ts'
import { createSpace } from '../map/collision.ts'

interface Size { readonly width: number, readonly height: number }
/** How far a name may step aside, in units of the drawing. */
const aside = [0, 16, -16, 30]

/** The names of the townships in a drawing. A name never lies under a mark, the note at the foot or another name: it steps aside, or is left out. */
export function namesBeside(marks: readonly (readonly [x: number, y: number, wide: number])[], at: (lng: number, lat: number) => [number, number], { width, height }: Size): { text: string, x: number, y: number }[] {
  const space = createSpace()
  for (const [x, y, wide] of marks) space.take({ x, y, w: wide, h: wide })
  space.take({ x: width - 110, y: height - 12, w: 220, h: 16 })
  return (county.value?.townships ?? []).flatMap((one) => {
    const text = said({ zh: one.name, en: one.nameEn })
    const [x, y] = at(one.label[0], one.label[1])
    const w = text.length * (text === one.name ? 11.5 : 7)
    const spots = aside.map(down => ({ x, y: y + down, w, h: 12 })).filter(spot => spot.x > 20 && spot.x < width - 20 && spot.y > 8 && spot.y < height - 8)
    const spot = space.first(spots)
    return spot ? [{ text, x: spot.x, y: spot.y + 4 }] : []
  })
}
