import type { CheckItem } from '../../core/county.ts'

type Line = readonly [zh: string, en: string, aspect: string, severity: CheckItem['severity']]

/**
 * The first version, in which each item states the fault. Inspections that began with it show these words, so they must never
 * change; `checklists.ts` has the version in force. Invented after the findings of the report; not an official list.
 */
const lines: Readonly<Record<string, readonly Line[]>> = {
  'samplingSite': [
    ['防护手套不足', 'Too few gloves', 'supplies', 'immediate'],
    ['防护服不足', 'Too few gowns', 'supplies', 'immediate'],
    ['未单向流动', 'No one-way flow', 'measures', 'day'],
    ['等候区间隔不足 1 米', 'Queue closer than 1 m', 'measures', 'immediate'],
    ['通风不良', 'Poor ventilation', 'measures', 'day'],
    ['医疗废物未加盖', 'Medical waste uncovered', 'safety', 'immediate'],
  ],
  'checkpoint': [
    ['夜间测温登记断档', 'Gap in the night register', 'measures', 'immediate'],
    ['货车司机核酸查验漏登', 'Lorry drivers’ tests not recorded', 'measures', 'immediate'],
    ['值守人员不足', 'Too few people on duty', 'politicalDuty', 'immediate'],
    ['人车未分流', 'People and vehicles not separated', 'measures', 'day'],
    ['夜间照明不足', 'Poor light at night', 'safety', 'threeDays'],
  ],
  'quarantineSite': [
    ['接收的隔离人员未完成核酸检测', 'Arrivals not yet tested', 'measures', 'immediate'],
    ['婴幼儿奶粉、常用药未配齐', 'Infant formula and medicine missing', 'supplies', 'day'],
    ['医疗废物暂存间未双锁', 'Waste store without double lock', 'safety', 'immediate'],
    ['三区两通道标识不清', 'Zones and passages unmarked', 'keyPlaces', 'day'],
    ['工作人员未闭环管理', 'Staff outside the closed loop', 'measures', 'immediate'],
  ],
  'careHome': [
    ['仅实行一周两检，未全员采样', 'Tested twice a week, not everybody sampled', 'keyPlaces', 'day'],
    ['封闭管理期间生活物资短缺', 'Running short while sealed', 'supplies', 'day'],
    ['探视登记不全', 'Visitors not fully recorded', 'keyPlaces', 'day'],
    ['未设应急隔离室', 'No isolation room', 'emergency', 'day'],
    ['老人健康监测漏登', 'Residents’ health checks missing', 'keyPlaces', 'immediate'],
  ],
  'welfareHome': [
    ['封闭管理期间生活物资短缺', 'Running short while sealed', 'supplies', 'day'],
    ['奶粉储备不足三天', 'Formula for under three days', 'supplies', 'immediate'],
    ['照护人员轮换未检测', 'Carers rotated untested', 'keyPlaces', 'day'],
    ['应急就医通道未明确', 'No route to hospital agreed', 'emergency', 'day'],
  ],
  'hospital': [
    ['预检分诊未测温', 'No temperature taken at triage', 'keyPlaces', 'immediate'],
    ['发热门诊闭环不严', 'Fever clinic not closed off', 'keyPlaces', 'immediate'],
    ['陪护人员未查核酸', 'Companions’ tests not checked', 'measures', 'day'],
    ['院感巡查记录缺失', 'Infection rounds not recorded', 'keyPlaces', 'day'],
  ],
  'school': [
    ['错峰返校方案未落实', 'Staggered return not carried out', 'measures', 'threeDays'],
    ['晨午检记录缺失', 'Health checks not recorded', 'keyPlaces', 'day'],
    ['隔离观察室未设', 'No observation room', 'emergency', 'day'],
    ['消毒记录缺失', 'Disinfection not recorded', 'measures', 'day'],
  ],
  'shop': [
    ['未张贴场所码', 'Place code not posted', 'keyPlaces', 'day'],
    ['店员未戴口罩', 'Staff without masks', 'measures', 'immediate'],
    ['未落实扫码查验', 'Codes not checked', 'measures', 'day'],
  ],
  'supermarket': [
    ['入口未查验场所码', 'Codes not checked at the door', 'keyPlaces', 'day'],
    ['抢购苗头，货架空缺', 'Panic buying, empty shelves', 'supplies', 'immediate'],
    ['人流未限量', 'Crowding not limited', 'measures', 'immediate'],
    ['冷链食品无消毒证明', 'Cold goods without certificate', 'safety', 'day'],
  ],
  'market': [
    ['哄抬蔬菜价格', 'Vegetable prices driven up', 'stability', 'immediate'],
    ['摊位间距不足', 'Stalls too close', 'measures', 'day'],
    ['从业人员未定期检测', 'Traders not tested on schedule', 'keyPlaces', 'day'],
    ['当日消毒记录缺失', 'Today’s disinfection not recorded', 'measures', 'day'],
  ],
  'enterprise': [
    ['员工健康监测漏报', 'Staff health not reported', 'keyPlaces', 'threeDays'],
    ['宿舍人员密集', 'Crowded dormitory', 'keyPlaces', 'threeDays'],
    ['复工防控方案未备案', 'Resumption plan not filed', 'politicalDuty', 'threeDays'],
    ['作业场所未消杀', 'Workshop not disinfected', 'measures', 'day'],
  ],
  'community': [
    ['居家隔离未贴封条', 'Home quarantine unsealed', 'measures', 'immediate'],
    ['网格员未上门', 'Grid worker has not called', 'politicalDuty', 'day'],
    ['返乡人员摸排不全', 'Returnees not all found', 'measures', 'day'],
    ['宣传横幅内容过期', 'Out-of-date banners', 'publicity', 'threeDays'],
  ],
  'depot': [
    ['出入库台账不清', 'Stock book unclear', 'supplies', 'day'],
    ['消防通道堵塞', 'Fire exit blocked', 'safety', 'immediate'],
    ['应急物资低于储备线', 'Stock below the reserve line', 'supplies', 'immediate'],
  ],
  'tracingCentre': [
    ['流调报告超过四小时未出', 'Tracing report over four hours late', 'emergency', 'immediate'],
    ['密接转运衔接不畅', 'Contacts’ transfer held up', 'emergency', 'immediate'],
    ['三公队伍轮班未定', 'Shift roster not fixed', 'politicalDuty', 'day'],
  ],
  // For the recovery phase, after 复工 and 复课 in the report; the wording is invented.
  'school-recovery': [
    ['未分批错时返校', 'Pupils not back in staggered groups', 'measures', 'day'],
    ['晨午检台账不全', 'Morning and noon checks not recorded', 'keyPlaces', 'day'],
    ['食堂未错峰就餐', 'Canteen not in turns', 'keyPlaces', 'day'],
    ['返校核酸证明未查验', 'Tests not checked at the gate', 'measures', 'immediate'],
    ['未设临时隔离室', 'No isolation room', 'emergency', 'day'],
  ],
  'enterprise-recovery': [
    ['员工健康监测未每日上报', 'Workers’ health not reported daily', 'keyPlaces', 'day'],
    ['车间、宿舍未按时消杀', 'Workshops and dormitories not disinfected in time', 'measures', 'day'],
    ['外来人员未登记', 'Visitors not registered', 'keyPlaces', 'day'],
    ['防疫物资储备不足', 'Protective stock too low', 'supplies', 'day'],
  ],
}

export const firstChecklists: Readonly<Record<string, readonly CheckItem[]>> = Object.fromEntries(Object.entries(lines).map(([kind, items]) => [
  kind,
  items.map(([zh, en, aspect, severity], i): CheckItem => ({ id: `${kind}-${i + 1}`, zh, en, aspect, severity })),
]))
