import type { FeatureCollection, Position } from 'geojson'
import type { Township } from '../../core/county.ts'

/** The middle of the island, where the communes meet: [lng, lat], WGS-84. There is no land here in truth. */
const centre: readonly [number, number] = [-82.4, -46.2]

/** The coast, clockwise from the north, in hundredths of a degree from the centre. Each commune begins at one of its points. */
const coast: readonly (readonly [number, number])[] = [
  [-4, 24],
  [6, 26],
  [15, 21],
  [24, 17],
  [33, 12],
  [30, 3],
  [37, -4],
  [31, -13],
  [20, -16],
  [14, -24],
  [4, -22],
  [-8, -27],
  [-17, -21],
  [-22, -11],
  [-34, -9],
  [-38, 1],
  [-29, 8],
  [-24, 18],
  [-13, 17],
]

interface Drawn { readonly code: string, readonly name: string, readonly zh: string, readonly from: number, readonly seat: readonly [number, number], readonly label: readonly [number, number] }

const drawn: readonly Drawn[] = [
  { code: 'BR-NO', name: 'Puerto Faro', zh: '灯塔港', from: 0, seat: [10, 20], label: [12, 13] },
  { code: 'BR-ES', name: 'Los Alerces', zh: '雪松镇', from: 4, seat: [29, -2], label: [24, -3] },
  { code: 'BR-SU', name: 'Caleta Sur', zh: '南湾', from: 8, seat: [3, -20], label: [5, -13] },
  { code: 'BR-OE', name: 'Río Quieto', zh: '静河', from: 12, seat: [-30, -3], label: [-20, -3] },
  { code: 'BR-CE', name: 'Monte Claro', zh: '明山', from: 16, seat: [-17, 12], label: [-14, 10] },
]

const at = ([x, y]: readonly [number, number]): [number, number] => [round(centre[0] + x / 100), round(centre[1] + y / 100)]
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
/** A closed ring, counterclockwise as GeoJSON wants it. */
const ring = (points: readonly Position[]): Position[] => [...points].reverse().concat(points.slice(-1))

export const townships: readonly Township[] = drawn.map(({ code, name, zh, seat, label }) => ({ code, name: zh, short: zh, nameEn: name, seat: at(seat), label: at(label) }))

export const outline: FeatureCollection = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring(coast.map(at))] } }],
}

export const cells: FeatureCollection = {
  type: 'FeatureCollection',
  features: drawn.map(({ code, from }, i) => {
    const to = drawn[i + 1]?.from ?? coast.length
    const shore = [...coast.slice(from, to), coast[to % coast.length] ?? [0, 0]].map(at)
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring([[...centre], ...shore])] } }
  }),
}

const [west, south, east, north] = [centre[0] - 2, centre[1] - 1.5, centre[0] + 2, centre[1] + 1.5]
/** The sea all around, with a hole for the island. */
export const water: FeatureCollection = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { kind: 'sea' }, geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]], coast.map(at).concat([at(coast[0] ?? [0, 0])])] } }],
}
