import type { Spot } from '../../shared/core/distance.ts'

/** A position the device measured: WGS-84, accuracy in metres. */
export interface Fix extends Spot { readonly accuracy: number }

const patience = { enableHighAccuracy: true, timeout: 12_000, maximumAge: 15_000 }

/** The device's position, or null if it is denied, unavailable or too slow. */
export const whereAmI = (): Promise<Fix | null> => new Promise((done) => {
  if (!('geolocation' in navigator)) return done(null)
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => done({ lng: Math.round(coords.longitude * 1e6) / 1e6, lat: Math.round(coords.latitude * 1e6) / 1e6, accuracy: Math.round(coords.accuracy) }),
    () => done(null),
    patience,
  )
})
