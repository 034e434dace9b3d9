import gcoord from 'gcoord'

/** The target of a journey: degrees in WGS-84. */
interface Target { readonly lng: number, readonly lat: number, readonly name: string }

const digits = (degrees: number) => degrees.toFixed(6)

/**
 * Links that open a map app with the way to a place. Chinese map apps, Apple's maps in China among them, expect GCJ-02; a
 * `geo:` address is WGS-84 (RFC 5870). Outside China both are the same.
 */
export function directions({ lng, lat, name }: Target): Readonly<Record<'amap' | 'apple' | 'own', string>> {
  const [east = lng, north = lat] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
  const said = encodeURIComponent(name)
  return {
    amap: `https://uri.amap.com/navigation?to=${digits(east)},${digits(north)},${said}&mode=car&coordinate=gaode&callnative=1`,
    apple: `https://maps.apple.com/?daddr=${digits(north)},${digits(east)}&q=${said}`,
    own: `geo:${digits(lat)},${digits(lng)}?q=${digits(lat)},${digits(lng)}(${said})`,
  }
}

/** The map apps to offer. Apple's devices do not open `geo:`. */
export const mapApps = (userAgent: string): readonly ('amap' | 'apple' | 'own')[] => /iPhone|iPad|Macintosh/.test(userAgent) ? ['amap', 'apple'] : ['amap', 'own']
