/** GCJ-02 of a WGS-84 position (degrees), by the published formula. Written apart from the library of the client, so that a test of both can fail. */
export function mars(lng: number, lat: number): { readonly lng: number, readonly lat: number } {
  const [axis, ee, pi] = [6_378_245, 0.006693421622965943, Math.PI]
  const [x, y] = [lng - 105, lat - 35]
  const waves = (t: number, long: number, longer: number, [a, b, c]: readonly [number, number, number]) => (20 * Math.sin(6 * x * pi) + 20 * Math.sin(2 * x * pi) + 20 * Math.sin(t * pi) + a * Math.sin(t / 3 * pi) + b * Math.sin(t / long * pi) + c * Math.sin(t / longer * pi)) * 2 / 3
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves(y, 12, 30, [40, 160, 320])
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves(x, 12, 30, [40, 150, 300])
  const radians = lat / 180 * pi
  const magic = 1 - ee * Math.sin(radians) ** 2
  return {
    lng: lng + east * 180 / (axis / Math.sqrt(magic) * Math.cos(radians) * pi),
    lat: lat + north * 180 / (axis * (1 - ee) / (magic * Math.sqrt(magic)) * pi),
  }
}
