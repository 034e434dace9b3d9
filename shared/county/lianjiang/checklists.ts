import type { CheckItem, County } from '../../core/county.ts'
import { firstChecklists } from './checklists-first.ts'

type Line = readonly [zh: string, en: string]

/**
 * What an inspector checks: each item states what must be so, so that 合格 means good. In the order of the first version, whose
 * words name the fault that a failed item is reported as. Reworded after the first version, which was invented after the
 * findings of the report; not an official list.
 */
const required: Readonly<Record<string, readonly Line[]>> = {
  'samplingSite': [
    ['防护手套配备充足', 'Enough gloves are at hand'],
    ['防护服配备充足', 'Enough gowns are at hand'],
    ['采样通道单向流动', 'People move one way only'],
    ['等候区保持 1 米以上间隔', 'The queue keeps 1 m or more apart'],
    ['采样区域通风良好', 'The site is well ventilated'],
    ['医疗废物加盖存放', 'Medical waste is kept covered'],
  ],
  'checkpoint': [
    ['夜间测温登记连续完整', 'The night register has no gaps'],
    ['货车司机核酸查验逐人登记', 'Every lorry driver’s test is recorded'],
    ['值守人员按定员到位', 'The post is fully staffed'],
    ['人员、车辆分道通行', 'People and vehicles pass separately'],
    ['夜间照明充足', 'The post is well lit at night'],
  ],
  'quarantineSite': [
    ['新接收人员按时完成核酸检测', 'Arrivals are tested in time'],
    ['婴幼儿奶粉、常用药品配备齐全', 'Infant formula and common medicine are in stock'],
    ['医疗废物暂存间双人双锁', 'The waste store has a double lock'],
    ['三区两通道标识清晰', 'Zones and passages are clearly marked'],
    ['工作人员全程闭环管理', 'Staff stay within the closed loop'],
  ],
  'careHome': [
    ['按规定频次全员核酸采样', 'Everybody is sampled as often as required'],
    ['封闭管理期间生活物资充足', 'Daily supplies suffice while sealed'],
    ['来访探视逐人登记', 'Every visitor is recorded'],
    ['应急隔离室设置到位', 'An isolation room is ready'],
    ['老人健康监测每日登记', 'Residents’ health is recorded daily'],
  ],
  'welfareHome': [
    ['封闭管理期间生活物资充足', 'Daily supplies suffice while sealed'],
    ['奶粉储备满足三天以上用量', 'Formula lasts three days or more'],
    ['照护人员轮换前完成核酸检测', 'Carers are tested before they rotate'],
    ['应急就医通道明确', 'The way to a hospital is agreed'],
  ],
  'hospital': [
    ['预检分诊逐人测温', 'Everybody’s temperature is taken at triage'],
    ['发热门诊闭环管理', 'The fever clinic is closed off'],
    ['陪护人员核酸证明逐人查验', 'Every companion’s test is checked'],
    ['院感巡查记录完整', 'Infection rounds are fully recorded'],
  ],
  'school': [
    ['错峰返校方案落实到位', 'The staggered return is carried out'],
    ['晨午检记录完整', 'Morning and noon checks are recorded'],
    ['隔离观察室设置到位', 'An observation room is ready'],
    ['校园消毒记录完整', 'Disinfection is recorded'],
  ],
  'shop': [
    ['场所码张贴在入口醒目处', 'The place code is posted at the entrance'],
    ['店员规范佩戴口罩', 'Staff wear masks'],
    ['顾客扫码查验落实到位', 'Customers’ codes are checked'],
  ],
  'supermarket': [
    ['入口查验场所码', 'Codes are checked at the door'],
    ['货架供应正常，秩序平稳', 'Shelves are stocked and shopping is calm'],
    ['场内人流控制在限量内', 'The number of people stays within the limit'],
    ['冷链食品消毒证明齐全', 'Cold goods have their certificates'],
  ],
  'market': [
    ['蔬菜价格平稳，明码标价', 'Vegetable prices are steady and displayed'],
    ['摊位保持规定间距', 'Stalls keep the required distance'],
    ['从业人员按期核酸检测', 'Traders are tested on schedule'],
    ['当日消毒记录完整', 'Today’s disinfection is recorded'],
  ],
  'enterprise': [
    ['员工健康监测每日上报', 'Staff health is reported daily'],
    ['宿舍人员密度符合要求', 'Dormitories are not crowded'],
    ['复工防控方案已备案', 'The resumption plan is filed'],
    ['作业场所按时消杀', 'The workshop is disinfected on schedule'],
  ],
  'community': [
    ['居家隔离封条完好', 'Home quarantine is sealed'],
    ['网格员按时上门', 'The grid worker calls on time'],
    ['返乡人员摸排到位', 'All returnees are registered'],
    ['宣传横幅内容准确有效', 'Banners are correct and up to date'],
  ],
  'depot': [
    ['出入库台账清楚，账实相符', 'The stock book is clear and matches the stock'],
    ['消防通道畅通', 'The fire exit is clear'],
    ['应急物资达到储备线', 'Stock is at or above the reserve line'],
  ],
  'tracingCentre': [
    ['流调报告四小时内完成', 'Tracing reports are done within four hours'],
    ['密接人员转运衔接顺畅', 'Contacts are transferred without delay'],
    ['“三公”队伍轮班安排明确', 'The shift roster is fixed'],
  ],
  // For the recovery phase, after 复工 and 复课 in the report; the wording is invented.
  'school-recovery': [
    ['学生分批错时返校', 'Pupils return in staggered groups'],
    ['晨午检台账完整', 'Morning and noon checks are fully recorded'],
    ['食堂错峰就餐', 'The canteen serves in turns'],
    ['返校核酸证明逐人查验', 'Every test is checked at the gate'],
    ['临时隔离室设置到位', 'An isolation room is ready'],
  ],
  'enterprise-recovery': [
    ['员工健康监测每日上报', 'Workers’ health is reported daily'],
    ['车间、宿舍按时消杀', 'Workshops and dormitories are disinfected on schedule'],
    ['外来人员逐人登记', 'Every visitor is registered'],
    ['防疫物资储备充足', 'Protective stock suffices'],
  ],
}

/** An item keeps its id over the versions, so that the same fault found again is known. */
function reworded(kind: string, items: readonly CheckItem[]): CheckItem[] {
  return items.map(({ zh, en, ...item }, i) => {
    const [must, mustEn] = required[kind]?.[i] ?? [zh, en]
    return { ...item, zh: must, en: mustEn, fault: { zh, en } }
  })
}

export const checklists: County['checklists'] = Object.fromEntries(Object.entries(firstChecklists).map(([kind, items]) => [kind, {
  version: 2,
  items: reworded(kind, items),
  earlier: [{ version: 1, items }],
}]))
