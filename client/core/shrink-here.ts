const edge = 1600
const quality = 0.82

type Canvas = HTMLCanvasElement | OffscreenCanvas

/** A JPEG of at most 1600 px, upright, without EXIF, drawn on a canvas of this size. Throws if the browser cannot read the file. */
export async function shrinkHere<C extends Canvas>(file: Blob, canvasOf: (width: number, height: number) => C): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height))
  const canvas: Canvas = canvasOf(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)))
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = 'convertToBlob' in canvas
    ? await canvas.convertToBlob({ type: 'image/jpeg', quality })
    : await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', quality))
  if (!pen || !blob) throw new Error('not a photo')
  return blob
}
