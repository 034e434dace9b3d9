/** A photo of a drill is drawn when somebody first looks: invented, and it says so. Its id is made by the drill, and ends in `before` or `after`. */
export const isDrawn = (photo: string): boolean => /^drill~[\w-]+~(?:before|after)$/.test(photo)

type Scene = (mended: boolean) => string
const box = (x: number, y: number, w: number, h: number, fill: string) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="${fill}"/>`
const each = (n: number, draw: (i: number) => string) => Array.from({ length: n }, (_, i) => draw(i)).join('')
const stroke = (d: string, colour: string, width: number) => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const tick = (x: number, y: number) => stroke(`M${x} ${y}l8 9l15-18`, '#2e8f68', 6)

/** Shelves with one box, or full. */
const shelf: Scene = mended => each(3, row => `${box(90, 150 + row * 100, 460, 10, '#8a6f4d')}${each(mended ? 6 : row === 2 ? 1 : 0, i => box(104 + i * 74, 92 + row * 100, 60, 58, ['#4f86b0', '#7ba7c4', '#d8e3ea'][(i + row) % 3]!))}`)
/** People in a queue, close or apart, with marks on the floor. */
const queue: Scene = mended => each(5, (i) => {
  const x = mended ? 90 + i * 115 : 200 + i * 52
  return `${mended ? `${box(x - 34, 402, 68, 10, '#e8c14a')}` : ''}<circle cx="${x}" cy="208" r="26" fill="#5b6f7d"/>${box(x - 30, 238, 60, 150, ['#6f8899', '#54707f', '#8297a5'][i % 3]!)}`
})
/** A form on a board, empty or filled in. */
const paper: Scene = mended => `${box(190, 80, 260, 350, '#b98f5a')}${box(206, 106, 228, 308, '#fbfbf7')}${each(6, i => `${stroke(`M262 ${148 + i * 44}h150`, mended ? '#51616c' : '#d5d8d8', 5)}${mended ? tick(222, 146 + i * 44) : box(222, 136 + i * 44, 22, 22, '#e6e8e6')}`)}`
/** A door that stands open, or is shut with two locks. */
const door: Scene = mended => `${box(210, 70, 220, 370, '#3d4a52')}${mended ? `${box(218, 78, 204, 362, '#7d98a8')}${each(2, i => `${box(374, 220 + i * 70, 34, 36, '#d9a441')}${stroke(`M381 ${220 + i * 70}v-10a10 10 0 0 1 20 0v10`, '#6b5a2e', 6)}`)}` : '<path d="M210 70L330 110V480L210 440Z" fill="#7d98a8"/>'}`

const scenes: Readonly<Record<string, Scene>> = { supplies: shelf, measures: queue, safety: door }
/** 演练 as strokes: a server may have no fonts. */
const drill = ['M3 4l3 3M2 10l3 3M2 21l4-6M15 2v2M9 8V5h12v3M11 8.8h8M10.5 12h9v6h-9zM15 9v9M10.5 15h9M12 19l-3 3M18 19l3 3', 'M7 2L3 8h5l-5 7h5M2 20l7-3M11 6h11M15 2l-2.5 9h7.5M17 7.5V21l-2-1.5M13.5 14L11 19M20 14l2 4']

/** The drawing of a drill's photo as SVG: what an issue of this aspect looks like, before or after it was put right. The stamp is where no page cuts it off: pages show photos as squares and as wide strips. */
export function drillPhoto(photo: string, aspect: string): string {
  const mended = photo.endsWith('after')
  const [wall, floor] = mended ? ['#cfe0d8', '#e9e4d8'] : ['#c3c6c2', '#cbc3b4']
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480"><rect width="640" height="480" fill="${wall}"/><path d="M0 380H640V480H0Z" fill="${floor}"/>${(scenes[aspect] ?? paper)(mended)}
    <rect x="408" y="108" width="132" height="68" rx="8" fill="#b3261e"/>${drill.map((d, i) => `<g transform="translate(${418 + i * 58} 116) scale(2.15)">${stroke(d, '#fff', 2)}</g>`).join('')}</svg>`
}
