import decodeQR from 'qr/decode.js'

const widest = 640
/** Milliseconds between two pictures; a hand holds still for longer. */
const every = 150

/** The text of the QR code in the picture, or null. */
function read(video: HTMLVideoElement, pen: CanvasRenderingContext2D): string | null {
  const scale = Math.min(1, widest / video.videoWidth)
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
  if (!width || !height) return null
  pen.canvas.width = width
  pen.canvas.height = height
  pen.drawImage(video, 0, 0, width, height)
  try {
    return decodeQR(pen.getImageData(0, 0, width, height))
  } catch {
    // No code in this picture.
    return null
  }
}

/** Shows the rear camera in `video` and answers the first code it reads. Throws the browser's refusal. `ended` stops the camera. */
export async function scanCode(video: HTMLVideoElement, ended: AbortSignal): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  try {
    video.srcObject = stream
    await video.play()
    for (;;) {
      if (!pen || ended.aborted) return null
      const text = read(video, pen)
      if (text !== null) return text
      await new Promise(next => setTimeout(next, every))
    }
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
