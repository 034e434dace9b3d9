/** True where a page may ask for the camera at all: not without https, and not in old browsers. */
export const cameraHere = (): boolean => Boolean((navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices)

/** Shows the rear camera in `video` until `ended`. Throws the browser's refusal. */
export async function showCamera(video: HTMLVideoElement, ended: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } } })
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  // The view may have been closed while the person was being asked.
  if (ended.aborted) return stop()
  ended.addEventListener('abort', stop, { once: true })
  video.srcObject = stream
  await video.play().catch((error: unknown) => {
    stop()
    throw error
  })
}

/** The picture that the camera shows now, in the camera's own size. */
export async function pictureOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: video.videoWidth, height: video.videoHeight })
  const pen = canvas.getContext('2d')
  pen?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.92))
  if (!pen || !blob) throw new Error('the picture cannot be drawn')
  return blob
}
