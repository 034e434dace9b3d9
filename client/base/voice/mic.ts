/** True where a page may record at all: not without https, and not in browsers that have no recorder. */
export const micHere = (): boolean => Boolean((navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices) && 'MediaRecorder' in globalThis && 'OfflineAudioContext' in globalThis
