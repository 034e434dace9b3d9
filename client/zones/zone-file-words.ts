import type { ShapeFault } from '../../shared/zones/from-file.ts'
import { words } from '../core/language.ts'

interface Words {
  choose: string
  hint: string
  unreadable: string
  tooLarge: string
  none: string
  found: (n: number) => string
  nameless: (n: number) => string
  corners: (n: number) => string
  use: string
  used: string
  here: string
  exchange: string
  faults: Readonly<Record<ShapeFault, string>>
}

const zh: Words = {
  choose: '从 KML / KMZ 文件取范围',
  hint: '文件里的面只填进这张表，由您在地图上核对，填好级别、理由、批准人后保存。坐标按 WGS-84 读取。',
  unreadable: '读不出这个文件：可能已损坏、内容过多，或不是 KML / KMZ。没有取用任何内容。请从原来的软件另存为 KML 再试。',
  tooLarge: '文件超过 4 MB，没有取用任何内容。请只导出需要的范围再试。',
  none: '文件里没有面（Polygon）。没有取用任何内容。',
  found: n => `文件里有 ${n} 个面：`,
  nameless: n => `第 ${n} 个面`,
  corners: n => `${n} 个拐点`,
  use: '取用',
  used: '已填入，请在地图上核对。',
  here: '本系统里已有这个区域，没有取用。要改范围，请在它的详情里修改。',
  exchange: '把经纬度对调',
  faults: {
    garbled: '坐标读不出来，不能取用。',
    holes: '中间有空洞，区域不能有空洞。请在原来的软件里拆成几个面。',
    few_corners: '不足 3 个拐点，围不出范围。',
    many_corners: '拐点超过 500 个。请在原来的软件里简化后再导出。',
    crossed_ring: '边界线自己交叉了。请在原来的软件里改好后再导出。',
    flat_ring: '拐点重合或在一条直线上，围不出范围。',
    swapped: '经度和纬度好像写反了：照现在的写法在本县界外，对调后在县内。',
    outside_county: '整个范围都在本县界外。如果位置应在县内，请确认坐标是 WGS-84。',
  },
}

const en: Words = {
  choose: 'Take the area from a KML or KMZ file',
  hint: 'A polygon of the file only fills this form. Check it on the map, add level, reason and approver, then save. Coordinates are read as WGS-84.',
  unreadable: 'This file cannot be read: it is damaged, holds too much, or is no KML or KMZ. Nothing was taken from it. Save it as KML from the program it comes from and try again.',
  tooLarge: 'The file is over 4 MB, and nothing was taken from it. Export only the areas that you need.',
  none: 'There is no polygon in the file. Nothing was taken from it.',
  found: n => `${n} ${n === 1 ? 'polygon' : 'polygons'} in the file:`,
  nameless: n => `Polygon ${n}`,
  corners: n => `${n} corners`,
  use: 'Use it',
  used: 'Filled in: check it on the map.',
  here: 'This zone is on the board already, so it was not taken. To change its area, open the zone.',
  exchange: 'Exchange longitude and latitude',
  faults: {
    garbled: 'Its coordinates cannot be read, so it cannot be used.',
    holes: 'It has a hole, and a zone cannot have one. Split it into several polygons in the program it comes from.',
    few_corners: 'It has fewer than 3 corners and encloses nothing.',
    many_corners: 'It has more than 500 corners. Simplify it in the program it comes from.',
    crossed_ring: 'Its boundary crosses itself. Mend it in the program it comes from.',
    flat_ring: 'Its corners coincide or lie on one line, so they enclose nothing.',
    swapped: 'Longitude and latitude seem to be exchanged: as written it lies outside the county, the other way round inside.',
    outside_county: 'It lies entirely outside the county. If it should be inside, make sure that the coordinates are WGS-84.',
  },
}

export const zoneFileWords = words({ zh, en })
