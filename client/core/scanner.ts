import decodeQR from 'qr/decode.js'

const widest = 640
/** How often a picture is looked at (ms): a hand holds still for longer. */
const every = 150

/** What the QR code in the picture says, or null while none is seen. */
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
    // No code in this picture; the next one comes soon.
    return null
  }
}

/** Shows the camera behind the phone in `video` and answers with the first code it sees. Throws the browser's refusal. The camera ends with `ended`. */
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
