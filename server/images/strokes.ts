import { Buffer } from 'node:buffer'

/** Signs drawn as strokes in a box of 4 by 6: a server may have no fonts at all, and then draws boxes for letters. */
const strokes: Readonly<Record<string, string>> = {
  '0': 'M0 1Q0 0 1 0H3Q4 0 4 1V5Q4 6 3 6H1Q0 6 0 5Z',
  '1': 'M1 1L2 0V6',
  '2': 'M0 1Q0 0 1 0H3Q4 0 4 1V2L0 6H4',
  '3': 'M0 0H4L2 2.5Q4 2.5 4 4V5Q4 6 3 6H1Q0 6 0 5',
  '4': 'M3 6V0L0 4H4',
  '5': 'M4 0H0V2.5H3Q4 2.5 4 3.5V5Q4 6 3 6H0',
  '6': 'M4 0Q0 0 0 4V5Q0 6 1 6H3Q4 6 4 5V4Q4 3 3 3H0',
  '7': 'M0 0H4L1.5 6',
  '8': 'M1 0H3Q4 0 4 1V2Q4 3 3 3H1Q0 3 0 2V1Q0 0 1 0ZM1 3Q0 3 0 4V5Q0 6 1 6H3Q4 6 4 5V4Q4 3 3 3',
  '9': 'M4 3H1Q0 3 0 2V1Q0 0 1 0H3Q4 0 4 1V3Q4 6 0 6',
  '-': 'M0.5 3H3.5',
  ':': 'M2 1.8V2.2M2 4.3V4.7',
  '#': 'M1.3 0.2L0.7 5.8M3.3 0.2L2.7 5.8M0 2H4M0 4H4',
  '±': 'M2 0.5V4M0.3 2.2H3.7M0.3 5.5H3.7',
  'm': 'M0 6V2.5M0 3.5Q1 2 2 3.5V6M2 3.5Q3 2 4 3.5V6',
}
/** How far one sign is from the next. */
const step = 5.6

/** A line of digits and a few signs as a picture to lay over a photo of this size, in its lower left corner: white on dark, so that it reads on any ground. */
export function lineOver(text: string, width: number, height: number): Buffer {
  const scale = Math.max(1, Math.min(width, height * 2) / (step * 52))
  const signs = [...text].map((sign, i) => strokes[sign] ? `<path d="${strokes[sign]}" transform="translate(${i * step} 0)"/>` : '').join('')
  const [left, top] = [2 * scale, height - 9 * scale]
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect x="0" y="${top - 2 * scale}" width="${Math.min(width, ([...text].length * step + 3) * scale)}" height="${11 * scale}" fill="#000" fill-opacity="0.55"/>
    <g transform="translate(${left} ${top}) scale(${scale})" fill="none" stroke="#fff" stroke-width="0.9" stroke-linecap="round" stroke-linejoin="round">${signs}</g>
  </svg>`)
}
