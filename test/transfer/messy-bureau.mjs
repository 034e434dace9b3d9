import { readFileSync } from 'node:fs'

/** A bureau's sheet: 410 places below a title, a head of two lines, each township written once beside its rows, subtotals between. */

const townships = JSON.parse(readFileSync(new URL('../../shared/county/lianjiang/townships.json', import.meta.url), 'utf8'))
const kinds = [['敬老院', 'careHome'], ['核酸采样点', 'samplingSite'], ['隔离酒店', 'quarantineSite'], ['联合检疫点', 'checkpoint'], ['中心小学', 'school'], ['卫生院', 'hospital'], ['农贸市场', 'market']]
const wide = text => text.replaceAll(/[\d.,]/g, one => String.fromCharCode(one.charCodeAt(0) + 0xFEE0))
const digits = '〇一二三四五六七八九'

/** The rows of the sheet, its merged cells, and the places that it lists. */
export function bureau() {
  const rows = [
    ['2022年重点场所底数摸排表', null, null, null, null, null, null],
    ['填报单位：市疫情防控指挥部办公室', null, null, null, '填报时间：2022年5月6日', null, null],
    ['序号', '镇（街道）', '场所情况', null, '位置', null, '备注'],
    [null, null, '场所名称', '类别', '坐标（经度,纬度）', '详细地址', null],
  ]
  const merges = ['A1:G1', 'A2:D2', 'E2:G2', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'G3:G4']
  const expected = []
  townships.forEach((township, t) => {
    const first = rows.length + 1
    const many = 19 + (t < 410 - 19 * townships.length ? 1 : 0)
    for (let i = 0; i < many; i++) {
      const [word, kind] = kinds[i % kinds.length]
      const name = `${township.short}${word}${digits[Math.floor(i / 10)]}${digits[i % 10]}`
      const [lng, lat] = [township.label[0] + (i % 5 - 2) / 1000, township.label[1] + (i % 7 - 3) / 1000].map(one => one.toFixed(6))
      const at = i % 3 === 0 ? wide(`${lng},${lat}`) : i % 3 === 1 ? `${lng},${lat}` : `${lng}，${lat} `
      rows.push([rows.length - 3, i === 0 ? (t % 2 ? township.short : township.name) : null, i % 4 ? name : `${name} `, word, at, `${township.short}${wide(String(i + 1))}号`, i % 6 ? null : '含\u200B夜间\u00A0值守'])
      expected.push({ name, kind, township: township.code, lng: Number(lng), lat: Number(lat) })
    }
    merges.push(`B${first}:B${rows.length}`)
    rows.push([null, `${township.short}小计`, null, null, wide(String(many)), null, null])
    if (t === 9) rows.push([null, null, null, null, null, null, null], ['序号', '镇（街道）', '场所名称', '类别', '坐标（经度,纬度）', '详细地址', '备注'])
  })
  rows.push(['合计', null, null, '410 处', null, null, null], ['注：1. 本表由各镇街填报。2. 坐标为 WGS-84。', null, null, null, null, null, null])
  return { rows, merges, expected }
}
