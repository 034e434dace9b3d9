/** A part of a photo that is covered, in shares of its width and height. */
export interface Block { readonly x: number, readonly y: number, readonly w: number, readonly h: number }
interface Point { readonly x: number, readonly y: number }

const within = (share: number) => Math.min(1, Math.max(0, share))
/** How far one press of an arrow key goes, and the smallest side of a block. */
const step = 0.02

/** The block between two corners, as much of it as lies on the photo. */
export function between(a: Point, b: Point): Block {
  const [left, right] = [within(Math.min(a.x, b.x)), within(Math.max(a.x, b.x))]
  const [top, bottom] = [within(Math.min(a.y, b.y)), within(Math.max(a.y, b.y))]
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** The block after a key: arrows move it, with Shift they make it larger or smaller, and Delete removes it (null). Undefined for other keys. */
export function moved(block: Block, key: string, shift: boolean): Block | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null
  const [dx, dy] = ({ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] } as const)[key] ?? []
  if (dx === undefined || dy === undefined) return undefined
  const { x, y, w, h } = block
  return shift
    ? { x, y, w: Math.min(1 - x, Math.max(step, w + dx)), h: Math.min(1 - y, Math.max(step, h + dy)) }
    : { x: Math.min(1 - w, within(x + dx)), y: Math.min(1 - h, within(y + dy)), w, h }
}

/** The photo with these parts black. Nothing of what was there is left in the file. */
export async function masked(picture: HTMLImageElement, blocks: readonly Block[]): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.naturalWidth, height: picture.naturalHeight })
  const pen = canvas.getContext('2d')
  pen?.drawImage(picture, 0, 0)
  for (const { x, y, w, h } of blocks) pen?.fillRect(Math.floor(x * canvas.width), Math.floor(y * canvas.height), Math.ceil(w * canvas.width), Math.ceil(h * canvas.height))
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.85))
  if (!pen || !blob) throw new Error('the photo cannot be drawn')
  return blob
}

/** The same part in thousandths, and never less of the photo. */
export function thousandths({ x, y, w, h }: Block): [number, number, number, number] {
  const [left, top] = [Math.floor(x * 1000), Math.floor(y * 1000)]
  return [left, top, Math.max(1, Math.ceil((x + w) * 1000) - left), Math.max(1, Math.ceil((y + h) * 1000) - top)]
}
