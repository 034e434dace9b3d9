/** Web Mercator at zoom 0: the world is 256 units wide. Times 2^zoom gives the pixels Leaflet uses. Takes WGS-84 degrees. */
export const worldX = (lng: number) => (lng + 180) / 360 * 256
export function worldY(lat: number): number {
  const sine = Math.sin(lat * Math.PI / 180)
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256
}
