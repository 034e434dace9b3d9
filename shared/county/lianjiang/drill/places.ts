import type { County, Township } from '../../../core/county.ts'
import type { Place } from '../../../records.ts'
import type { Seeded } from '../../seeded.ts'
import type { Story } from '../../story.ts'
import { inside } from '../../../core/ring.ts'
import { day } from '../../story.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

const villages = ['新屋', '大塘', '石滩', '龙湾', '塘尾', '东坡', '西坡', '白沙', '竹山', '木西', '牛路', '旺村', '平塘', '长岭', '江口', '上圩', '下圩', '三角塘', '红花', '茅垌', '铺洋', '那贺', '军屯', '秧地', '山底', '松明', '鹤岭', '官桥', '沙铲', '良田']
const trades = ['百货', '药店', '理发店', '餐馆', '五金', '水果', '肠粉店', '奶茶店', '家电', '布行']
const works = ['家具厂', '电器厂', '制衣厂', '红橙加工厂', '木业厂', '饲料厂']

/** Places named in the report or in a local newspaper of 2020, with `at` as [lng, lat] in WGS-84. The positions are approximate. */
const named: readonly (readonly [id: string, kind: string, township: string, name: string, at?: readonly [number, number]])[] = [
  ['pl-huaren-jishui', 'careHome', '103', '吉水镇华仁养老院', [110.2515, 21.6795]],
  ['pl-huaren-hechun', 'careHome', '104', '河唇镇华仁养老院', [110.2925, 21.7065]],
  ['pl-nanqiao', 'school', '106', '良垌镇南桥小学', [110.4215, 21.5055]],
  ['pl-nanqiao-sampling', 'samplingSite', '106', '良垌镇南桥小学采样点', [110.4222, 21.5048]],
  ['pl-no1-school', 'school', '003', '廉江市第一中学', [110.2805, 21.6205]],
  ['pl-weiman', 'enterprise', '103', '吉水镇威满电器厂', [110.2385, 21.6655]],
  ['pl-tracing', 'tracingCentre', '001', '流调指挥中心', [110.279, 21.6105]],
  ['pl-welfare', 'welfareHome', '002', '城南街道儿童福利院', [110.255, 21.592]],
  ['pl-welfare-2', 'welfareHome', '101', '石城镇社会福利院', [110.301, 21.571]],
  ['pl-hotel-north-2', 'quarantineSite', '003', '城北街道2号隔离点', [110.2655, 21.6315]],
  ['pl-hotel-shicheng-3', 'quarantineSite', '101', '石城镇3号隔离点', [110.3105, 21.5605]],
  ['pl-xinmin-plaza', 'samplingSite', '102', '新民文化广场采样点', [110.1985, 21.5285]],
  ['pl-xinmin-school', 'samplingSite', '102', '新民镇中心小学采样点', [110.1925, 21.5235]],
  ['pl-anpu-market', 'market', '108', '安铺农贸市场', [110.0235, 21.4565]],
  ['pl-guangyuan', 'enterprise', '113', '石岭广源家具厂', [110.1205, 21.6475]],
  ['cp-gaoqiao', 'checkpoint', '112', '高桥公安检查站', [109.772, 21.618]],
  ['cp-hechun', 'checkpoint', '104', '河唇公安检查站', [110.318, 21.713]],
  ['cp-hengshan', 'checkpoint', '107', '渝湛高速横山服务区', [110.085, 21.489]],
  ['cp-tangpeng', 'checkpoint', '117', 'S287塘蓬治安卡点', [110.121, 21.803]],
  ['cp-liangdong', 'checkpoint', '106', '良垌公安检查站', [110.412, 21.487]],
  ['cp-station', 'checkpoint', '003', '廉江火车站', [110.2996, 21.6249]],
  ['cp-station-hechun', 'checkpoint', '104', '河唇火车站', [110.3036, 21.7043]],
  ['cp-bus', 'checkpoint', '001', '廉江汽车总站', [110.2865, 21.6115]],
  ['cp-bus-south', 'checkpoint', '002', '廉江城南车站', [110.268, 21.5905]],
  ['cp-exit-gaoqiao', 'checkpoint', '112', '高桥高速出口'],
  ['cp-exit-yangtang', 'checkpoint', '110', '仰塘高速出口'],
  ['cp-exit-anpu', 'checkpoint', '108', '安铺高速出口'],
  ['cp-exit-anpu-east', 'checkpoint', '108', '安铺东高速出口'],
  ['cp-exit-hengshan', 'checkpoint', '107', '横山高速出口'],
  ['cp-exit-xinmin', 'checkpoint', '102', '新民高速出口'],
  ['cp-exit-south', 'checkpoint', '002', '廉江南高速出口'],
  ['cp-exit-east', 'checkpoint', '101', '廉江东高速出口'],
]

/** About 700 places: the named ones, and those that every township has. They are registered before the first day of the drill. */
export function places(story: Story, county: County): readonly Spot[] {
  const { random } = story
  const rings = ringsOf(county)
  const near = (township: Township, spread: number) => nearby(township, rings, random, spread)

  const prefix = county.code
  const spots: Spot[] = named.map(([id, kind, tail, name, at]) => {
    const township = county.townships.find(one => one.code === `${prefix}${tail}`) ?? county.townships[0] as Township
    return spot(id, kind, township, name, at ? { lng: at[0], lat: at[1] } : near(township, 0.02))
  })
  for (const township of county.townships) {
    const mine = random.shuffle(villages)
    const town = township.name
    let n = 0
    const add = (kind: string, name: string, spread = 0.018) => spots.push(spot(`pl-${township.code.slice(6)}-${++n}`, kind, township, name, near(township, spread)))
    add('hospital', town.endsWith('镇') ? `${town}卫生院` : `${town}社区卫生服务中心`, 0.004)
    add('market', `${township.short}中心市场`, 0.004)
    add('depot', `${township.short}应急物资仓库`, 0.006)
    add('careHome', `${town}敬老院`, 0.01)
    add('quarantineSite', `${town}1号隔离点`, 0.008)
    add('school', `${town}中心小学`, 0.006)
    add('school', `${township.short}中学`, 0.008)
    for (const village of mine.slice(0, 2)) add('school', `${town}${village}小学`)
    for (const village of mine.slice(0, 5)) add('samplingSite', `${village}采样点`)
    for (const village of mine.slice(0, 7)) add('community', `${village}村委会`)
    for (const trade of random.shuffle(trades).slice(0, 6)) add('shop', `${township.short}${random.pick(['兴隆', '惠民', '鸿运', '新世纪', '好又来'])}${trade}`, 0.006)
    for (const name of ['惠民超市', '昌大昌超市']) add('supermarket', `${township.short}${name}`, 0.005)
    for (const work of random.shuffle(works).slice(0, 2)) add('enterprise', `${township.short}${mine[9]}${work}`)
    for (const village of mine.slice(10, 12)) add('checkpoint', `${village}村口卡点`)
  }
  // One street is long enough for a sweep: its shops are about 15 metres apart.
  const street = county.townships[0] as Township
  trades.concat(trades).slice(0, 14).forEach((trade, n) => {
    const name = `${['同和', '永发', '南国', '金叶', '顺景'][n % 5]}${trade}`
    const at = { lng: round(street.label[0] - 0.004 + n * 0.00015), lat: round(street.label[1] + 0.002 + n % 2 * 0.0001) }
    spots.push({ ...spot(`pl-street-${n + 1}`, 'shop', street, name, at), address: `${street.name}中心街 ${n + 1} 号` })
  })
  for (let i = 0; i < spots.length; i += 100) {
    const batch = spots.slice(i, i + 100).map(({ id, ...rest }) => ({ place: id, ...rest }))
    story.tell('p-coord-1', story.today - 17 * day + 1000 + i, 'importPlaces', { places: batch })
  }
  return spots
}

type Rings = ReadonlyMap<string, readonly (readonly [number, number])[][]>
/** The rings of each township's cell, by its code. */
export const ringsOf = (county: County): Rings => new Map(county.cells.features.map(cell => [
  String(cell.properties?.code),
  cell.geometry.type === 'MultiPolygon' ? cell.geometry.coordinates.map(polygon => polygon[0] as [number, number][]) : [],
]))

/** A position in the township, within about `spread` degrees of its label. */
export function nearby({ code, label }: Township, rings: Rings, random: Seeded, spread: number): { lng: number, lat: number } {
  for (let tries = 0; tries < 30; tries++) {
    const at = [label[0] + random.bell() * spread, label[1] + random.bell() * spread] as const
    if (rings.get(code)?.some(ring => inside(at, ring))) return { lng: round(at[0]), lat: round(at[1]) }
  }
  return { lng: label[0], lat: label[1] }
}

/** The job title of the person in charge of a place, by its kind. */
const keeperPosts: Readonly<Record<string, string>> = { school: '校长', careHome: '院长', welfareHome: '院长', hospital: '院长', shop: '店主', checkpoint: '卡点负责人', samplingSite: '采样点负责人', quarantineSite: '隔离点负责人', enterprise: '厂长', community: '村（居）委会主任' }

/** The bureau that supervises a place, by its kind; none for checkpoints, which police and transport share. Villages, depots and enterprises answer to their township's government. */
const supervisors: Readonly<Record<string, string | null>> = { school: 'education', careHome: 'civil', welfareHome: 'civil', hospital: 'health', samplingSite: 'health', quarantineSite: 'health', tracingCentre: 'health', checkpoint: null, shop: 'market', supermarket: 'market', market: 'market' }

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

export function spot(id: string, kind: string, township: Township, name: string, at: { lng: number, lat: number }): Spot {
  return { id, name, kind, township: township.code, address: '', ...at, accuracy: 1000, source: 'approximate', note: '', lanes: id.startsWith('cp-exit-') ? 6 : id.startsWith('cp-') ? 2 : null, unit: kind in supervisors ? supervisors[kind] as string | null : `gov-${township.code}`, keeper: name, keeperPost: keeperPosts[kind] ?? '负责人' }
}
