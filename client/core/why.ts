import type { Refusal } from '../../shared/core/protocol.ts'
import { words } from './language.ts'
import { sentence } from './sentences.ts'

const fields = words<Record<string, string>>({
  zh: {
    title: '标题',
    name: '名称',
    item: '物品',
    quantity: '数量',
    needed: '需要人数',
    lanes: '车道数',
    measure: '单位',
    township: '镇街',
    kind: '场所类型',
    aspect: '重点方面',
    severity: '期限',
    unit: '责任单位',
    keeper: '运营单位',
    keeperPost: '责任岗位',
    lng: '位置',
    lat: '位置',
    ring: '边界',
    text: '内容',
    note: '说明',
    reason: '理由',
    approver: '批准人',
    address: '地址',
    level: '级别',
    startsAt: '开始时间',
    endsAt: '结束时间',
    validFrom: '生效时间',
    validTo: '截止时间',
    runsOutAt: '用完时间',
    cases: '典型案例',
    leader: '负责人',
    vehicle: '车辆',
    phone: '值班电话',
    requirements: '工作要求',
    until: '截止时间',
    deadline: '期限',
    nextDate: '下次跟进日期',
    place: '场所',
    route: '路线顺序',
    from: '来源',
  },
  en: {
    title: 'Title',
    name: 'Name',
    item: 'Item',
    quantity: 'Quantity',
    needed: 'People needed',
    lanes: 'Lanes',
    measure: 'Measure',
    township: 'Township',
    kind: 'Kind of place',
    aspect: 'Aspect',
    severity: 'Time limit',
    unit: 'Responsible unit',
    keeper: 'Run by',
    keeperPost: 'Post in charge',
    lng: 'Position',
    lat: 'Position',
    ring: 'Boundary',
    text: 'Text',
    note: 'Note',
    reason: 'Reason',
    approver: 'Approved by',
    address: 'Address',
    level: 'Level',
    startsAt: 'Start',
    endsAt: 'End',
    validFrom: 'In force from',
    validTo: 'Until',
    runsOutAt: 'Runs out at',
    cases: 'Typical cases',
    leader: 'In charge',
    vehicle: 'Vehicle',
    phone: 'Duty phone',
    requirements: 'Requirements',
    until: 'Until',
    deadline: 'Deadline',
    nextDate: 'Next follow-up',
    place: 'Place',
    route: 'Order of the route',
    from: 'From',
  },
})

const blanks = words({
  zh: (field: string) => `请填好“${field}”。`,
  en: (field: string) => `Please fill in “${field}”.`,
})

/** Asks the person to fill in the field with this label. */
export const blank = (label: string): string => blanks.value(label)

/** The label of a record's field; its code if it has none. */
export const fieldName = (field: string): string => fields.value[field] ?? field

/** The field that the rule named as missing or malformed, if any. */
export const wrongField = (refusal: Refusal | null): string | undefined => refusal?.code === 'invalid'
  ? refusal.detail?.split(/[: ]/)[0]?.split('.').find(part => part !== 'set')
  : undefined

/** The sentence of a refusal. It names the missing or malformed field if the rule did. */
export function why(refusal: Refusal): string {
  const field = wrongField(refusal)
  return field && Object.hasOwn(fields.value, field) ? blank(fields.value[field] ?? '') : sentence(refusal)
}
