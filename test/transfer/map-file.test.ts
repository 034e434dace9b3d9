import { expect, it } from 'vitest'
import { toGpx, toKml } from '../../client/register/map-files.ts'
import { guess, placeHints } from '../../shared/transfer/columns.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { mostRows } from '../../shared/transfer/sheet.ts'
import { county } from '../support/county.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rowsOf = (text: string, name = 'x.kml') => readSheets(name, bytes(text))[0]!.rows.map(({ cells }) => cells)
const problemOf = (text: string) => {
  try {
    return rowsOf(text).length
  } catch (error) {
    return (error as { code?: string }).code
  }
}
const kml = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`
const place = (id: string, more = {}) => ({ id, name: id, kind: 'shop', township: 'north', address: 'A & B <1>', lng: -20.25, lat: 64.5, note: '"x"', source: 'map', accuracy: null, unit: null, keeper: '', keeperPost: '', retired: false, ...more }) as never
const list = (records: readonly { readonly id: string }[]) => ({ name: '场所', columns: [{ title: '名称', holds: 'text' }, { title: '类型', holds: 'text' }, { title: '镇街', holds: 'text' }, { title: '地址', holds: 'text' }, { title: '经度（WGS-84）', holds: 'degrees' }, { title: '系统编号', holds: 'text' }] as const, rows: () => records.map((one: Record<string, unknown>) => [one.name, one.kind, one.township, one.address, one.lng, one.id] as never) })

it.each([['KML', toKml], ['GPX', toGpx]] as const)('[F92] [EX5] places go out as %s and come in again with their ids, positions and texts', (_, write) => {
  const records = [place('p1'), place('p2', { name: '市场 2' })]
  const rows = rowsOf(write(records, list(records), 'drill'))
  const [head = [], ...lines] = rows
  const of = (line: readonly string[] | undefined, title: string) => line?.[head.indexOf(title)]
  expect(lines.map(line => ['编号', '名称', '经度', '纬度', '地址', '备注'].map(title => of(line, title)))).toEqual([
    ['p1', 'p1', '-20.25', '64.5', 'A & B <1>', '"x"'],
    ['p2', '市场 2', '-20.25', '64.5', 'A & B <1>', '"x"'],
  ])
  // The preview of the import knows them: nothing is new, and nothing has moved.
  const found = sortPlaces(lines.map((cells, k) => ({ line: k + 2, cells })), { county, head, mapping: guess(placeHints, head), datum: 'WGS-84', kind: 'shop', township: 'north', places: records, answers: { kind: new Map(), township: new Map() }, confirmed: new Set() })
  expect([found.known, found.fresh.length, found.moved.length, found.bad]).toEqual([2, 0, 0, []])
})

it('[F92] [EX5] a zone goes out with its closed ring and its id, and no text of a record can break the file', () => {
  const zone = { id: 'z1', name: ']]><script>&\u0000', ring: [[110, 21], [111, 21], [111, 22]] } as never
  const none = { name: 'x', columns: [], rows: () => [[]] }
  const file = toKml([zone], none, '')
  expect(file).toContain('<Placemark id="z1">')
  expect(file).toContain('<coordinates>110,21 111,21 111,22 110,21</coordinates>')
  expect(file).not.toMatch(/<script|\0/)
  expect(toGpx([zone], none, '').match(/<trkpt /g)).toHaveLength(4)
})

it('[F92] [EX5] a file of another program is read: names, positions with a height, and fields of its own; a line is no place', () => {
  expect(rowsOf(kml('<Folder><Placemark><name>Gate</name><Point><coordinates> 110.2,21.6,30 </coordinates></Point><ExtendedData><SchemaData><SimpleData name="type">school</SimpleData></SchemaData></ExtendedData></Placemark><Placemark><name>Road</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark></Folder>'))).toEqual([
    ['名称', '备注', '经度', '纬度', '编号', 'type'],
    ['Gate', '', '110.2', '21.6', '', 'school'],
  ])
})

it.each([
  ['an entity that grows', '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><kml><Document><Placemark><name>&b;</name></Placemark></Document></kml>', 'damaged'],
  ['an entity that reads a file', '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>', 'damaged'],
  ['depth', kml(`${'<Folder>'.repeat(50_000)}${'</Folder>'.repeat(50_000)}`), 'bomb'],
  ['too many points', kml('<Placemark><name>x</name></Placemark>'.repeat(mostRows + 1)), 'too_many_rows'],
  ['no end', '<kml><Document><Placemark><name>x</name>', 'damaged'],
  ['no points', kml(''), 'not_a_list'],
  ['crossed elements', '<kml><Document><Placemark></Document></Placemark></kml>', 'damaged'],
])('[F92] [EX5] a hostile map file is refused: %s', (_, file, problem) => {
  expect(problemOf(file)).toBe(problem)
})

it('[F92] [EX5] more fields than a list has, and a text beyond a cell, are cut', () => {
  const data = Array.from({ length: 500 }, (_, i) => `<Data name="f${i}"><value>${'x'.repeat(9000)}</value></Data>`).join('')
  const [head = [], row = []] = rowsOf(kml(`<Placemark><name>a</name><ExtendedData>${data}</ExtendedData></Placemark>`))
  expect([head.length, Math.max(...row.map(text => text.length))]).toEqual([64, 2000])
})
