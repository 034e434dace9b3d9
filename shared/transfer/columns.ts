import { simplified } from './traditional.ts'

/** The meanings that a column can have in a list, each with the heads that name it: half-width, simplified, without spaces. The first meaning that matches a head counts. */
export type Hints<M extends string> = Readonly<Record<M, RegExp>>
/** The column of each meaning, counted from 0. */
export type Mapping<M extends string> = Readonly<Partial<Record<M, number>>>

/** The likely column of each meaning, by the heads. No meaning is used twice. */
export function guess<M extends string>(hints: Hints<M>, head: readonly string[]): Mapping<M> {
  const titles = head.map(title => simplified(title.normalize('NFKC')).replace(/\s+/g, '').replace(/^\*/, ''))
  const taken = new Set<number>()
  const mapping: Partial<Record<M, number>> = {}
  for (const meaning of Object.keys(hints) as M[]) {
    const column = titles.findIndex((title, i) => !taken.has(i) && hints[meaning].test(title))
    if (column < 0) continue
    taken.add(column)
    mapping[meaning] = column
  }
  return mapping
}

const town = /乡镇|街镇|镇\(?、?街|^(?:所[属在]的?)?(?:镇|乡|街道?)$|^所[属在]的?[镇乡街]|属地|辖区|township|town/i

/** The order matters: a head that names both coordinates must not match one of them. */
export const placeHints: Hints<'at' | 'lng' | 'lat' | 'kind' | 'township' | 'address' | 'unit' | 'keeper' | 'keeperPost' | 'name' | 'note'> = {
  at: /经纬|经度.{0,3}纬度|纬度.{0,3}经度|^[^经纬]*坐标[^经纬]*$|^(?:gps|coordinates?|position)$|^(?:lng|lon)\W?lat$|^lat\W?(?:lng|lon)$/i,
  lng: /经度|^lng$|^lon|longitude/i,
  lat: /纬度|^lat|latitude/i,
  kind: /类型|类别|种类|kind|type|category/i,
  township: town,
  address: /地址|住址|位置说明|address/i,
  unit: /^(?:责任|主管|监管|行业主管)(?:单位|部门)$|responsible unit|^department$/i,
  keeper: /^(?:运营|管理|经营|使用)单位$|^run by$/i,
  // The post, never a name: the board holds no names.
  keeperPost: /^(?:责任|负责)岗位?$|^post in charge$/i,
  name: /名称|单位名|场所名|^(?:场所|点位|机构|单位)$|^机构|^name$|place/i,
  note: /备注|说明|note|remark/i,
}
const [personName, personPhone] = [/姓名|名字|name/i, /电话|手机|联系方式|联系号码|phone|mobile/i]
export const rosterHints: Hints<'name' | 'phone' | 'township' | 'skills' | 'trained'> = {
  name: personName,
  phone: personPhone,
  township: town,
  skills: /技能|特长|skill/i,
  trained: /培训|同意|training|consent/i,
}
/** The name at a provider of sign-ins comes before the person's. */
export const staffHints: Hints<'login' | 'name' | 'phone' | 'role' | 'township' | 'unit' | 'team' | 'grid'> = {
  login: /统一(?:登录|认证|身份)|登录|^账号$|企业微信|工号|^(?:login|account|sso|oidc|wecom|userid)/i,
  name: personName,
  phone: personPhone,
  role: /角色|身份|权限|^role$/i,
  grid: /网格|^grid$/i,
  township: town,
  team: /组号|督导组|组别|^组$|team/i,
  unit: /单位|部门|机构|unit|bureau/i,
}
/** The relative comes before the person, whose heads are within theirs. */
export const careHints: Hints<'kinPhone' | 'kin' | 'name' | 'phone' | 'number' | 'address' | 'note' | 'grid' | 'township' | 'groups'> = {
  kinPhone: /(?:家属|亲属|监护人|紧急联系人|联系人|邻居).{0,3}(?:电话|手机|号码|联系方式)|kin.?phone|contact.?phone/i,
  kin: /家属|亲属|监护人|紧急联系人|联系人|邻居|relative|^kin$|next of kin/i,
  number: /身份证|证件|id ?(?:card|number)|document/i,
  name: personName,
  phone: personPhone,
  address: /住址|地址|住所|address/i,
  groups: /人群|类别|类型|人员类|group|category/i,
  grid: /网格|grid/i,
  township: town,
  note: /备注|说明|note|remark/i,
}
export const stockHints: Hints<'place' | 'item' | 'quantity'> = {
  place: /场所|仓库|地点|点位|place|store|site/i,
  item: /物资|品名|名称|item|supply/i,
  quantity: /数量|库存|quantity|amount|stock/i,
}
export const nameHints: Hints<'name' | 'township'> = { name: placeHints.name, township: town }

/** The key under which a device remembers the columns of a list, by their heads, for the next list of the same form. */
export const headKey = (head: readonly string[]): string => `yixian:columns:${JSON.stringify(head.map(title => title.trim().toLowerCase()))}`
