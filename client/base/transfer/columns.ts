/** What a column of a list can mean. */
export const meanings = ['name', 'kind', 'township', 'address', 'lng', 'lat', 'note'] as const
export type Meaning = (typeof meanings)[number]
/** Which column (from 0) has which meaning. */
export type Mapping = Readonly<Partial<Record<Meaning, number>>>

const hints: Readonly<Record<Meaning, RegExp>> = {
  name: /名称|单位名|场所名|^场所$|^机构|^name$|place/i,
  kind: /类型|类别|种类|kind|type|category/i,
  township: /镇街|乡镇|街道|所属|township|town/i,
  address: /地址|住址|位置说明|address/i,
  lng: /经度|^lng$|^lon|longitude/i,
  lat: /纬度|^lat|latitude/i,
  note: /备注|说明|note|remark/i,
}

/** The likely meaning of each column by its head; none is used twice. */
export function guess(head: readonly string[]): Mapping {
  const taken = new Set<number>()
  const mapping: Partial<Record<Meaning, number>> = {}
  for (const meaning of meanings) {
    const column = head.findIndex((title, i) => !taken.has(i) && hints[meaning].test(title.trim()))
    if (column < 0) continue
    taken.add(column)
    mapping[meaning] = column
  }
  return mapping
}

/** The same list comes again tomorrow: its columns are remembered by their heads. */
export const headKey = (head: readonly string[]): string => `yixian:columns:${JSON.stringify(head.map(title => title.trim().toLowerCase()))}`
