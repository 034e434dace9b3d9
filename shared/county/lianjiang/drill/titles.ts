import type { County } from '../../../core/county.ts'
import { faultOf } from '../../../inspections/checklists.ts'

export interface Finding { readonly title: string, readonly kind: string | null }

/** Findings that are on no checklist, by aspect. Invented. */
const others: Readonly<Record<string, readonly string[]>> = {
  politicalDuty: ['带班领导夜间不在岗', '包村干部未下沉', '信息报送迟报 3 小时', '专班例会未传达', '责任清单未上墙', '值班电话无人接听', '部门与镇街交接不清', '下沉人员底数不清'],
  keyPlaces: ['公共厕所未每日消毒', '快递点未分区', '棋牌室私自营业', '宗教场所人员聚集', '公交站台未消毒', '物业未查验来访人员', '银行网点排队聚集', '理发店无预约登记'],
  measures: ['扫码登记流于形式', '混管采样超过 10 人', '黄码人员未单独采样', '村口小路未封堵', '居民未戴口罩排队', '消毒液配比错误', '运送样本超时', '外地返乡人员未三天两检'],
  emergency: ['应急演练未开展', '备用隔离房不足', '阳性处置流程不熟', '救护车调度联系不上', '密接排查名单重复', '转运车辆驾驶室未隔离', '夜间突发就医无预案'],
  supplies: ['防护面屏不足', '消毒液只够两天', '采样管库存不足', '志愿者饭餐未送到', '生活物资包缺蔬菜', 'N95 口罩过期', '米面油配送晚一天', '降压药无法代购'],
  safety: ['临时用电线路裸露', '氧气瓶未固定', '帐篷未加固', '灭火器过期', '通道堆放杂物', '夜间无反光标识', '消毒剂与食品混放'],
  publicity: ['微信群流传不实消息', '通告未张贴', '热线答复口径不一', '广播时间扰民', '老人不知采样时间', '辟谣信息未转发'],
  stability: ['滞留司机情绪激动', '居民质疑收费', '网购退货纠纷', '隔离人员吵闹投诉', '哄抬猪肉价格'],
}

/** Findings by aspect: each item of a checklist belongs to its kind of place, the others to any place. */
export function findings(county: County): ReadonlyMap<string, readonly Finding[]> {
  const listed = Object.entries(county.checklists).flatMap(([kind, { items }]) => items.map(item => ({ aspect: item.aspect, title: faultOf(item).zh, kind })))
  return new Map(county.aspects.map(({ id }) => [id, [
    ...listed.filter(one => one.aspect === id).map(({ title, kind }) => ({ title, kind })),
    ...(others[id] ?? []).map(title => ({ title, kind: null })),
  ]]))
}

export const notes = [
  '现场负责人已知晓，承诺按时整改。',
  '同类问题上周也发现过，请一并排查。',
  '现场拍照留存，已口头反馈。',
  '当班人员刚换，交接时没有说清。',
  '群众反映属实，已登记联系方式。',
  '',
  '',
]
export const fixes = ['已整改到位，附现场情况。', '物资已送到，现场清点无误。', '人员已补齐，排班表已上墙。', '已重新培训并现场演示。', '台账已补全，专人每日核对。', '标识已更换，通道已清空。']
export const returns = ['仍有一处未落实，请补齐后再报。', '现场与说明不符，请重新整改。', '台账只补了当天，请补齐前三天。']
export const delays = ['等待上级物资到货，预计三天内到。', '需施工改造，已有临时措施。', '涉及两个部门，正在协调场地。', '人员仍在隔离期，解除后完成。']
export const remarks = ['已联系负责人，今天下午到现场。', '请镇街协助安排车辆。', '仓库已出库，路上约一小时。', '已电话督促一次。', '明早例会再说明。']
export const relapses = ['回头看发现，整改后又有新增商户未张贴。']
export const progressNotes = ['设备已到货，安装队明天进场。', '今日已协调，施工方本周内完成。', '场地问题仍在协商，先采取临时措施。', '资金已批，按计划推进。', '已现场核实，暂无新情况。']
