import type { Place } from '../../../shared/records.ts'
import { words } from '../../core/language.ts'

/** The heads of exported lists. Where a list can be imported, its heads are those that the import knows. */
interface Words {
  id: string
  no: string
  title: string
  where: string
  when: string
  state: string
  severity: string
  aspect: string
  place: string
  township: string
  unit: string
  overseer: string
  keeper: string
  keeperPost: string
  note: string
  detail: string
  found: string
  due: string
  next: string
  since: string
  relapses: string
  comments: string
  photos: string
  name: string
  kind: string
  address: string
  lng: string
  lat: string
  accuracy: string
  source: string
  retired: string
  seen: string
  lanes: string
  starts: string
  ends: string
  needed: string
  holders: string
  open: string
  item: string
  quantity: string
  measure: string
  allocated: string
  covered: string
  runsOut: string
  posted: string
  level: string
  ring: string
  corners: string
  validFrom: string
  validTo: string
  lifted: string
  approver: string
  reason: string
  by: string
  from: string
  to: string
  received: string
  allocatedAt: string
  dispatchedAt: string
  receivedAt: string
  at: string
  until: string
  text: string
  yes: string
  not: string
  sources: Record<Place['source'], string>
}

const zh: Words = {
  id: '系统标识',
  no: '编号',
  title: '标题',
  where: '地点与单位',
  when: '时间或数量',
  state: '状态',
  severity: '整改时限',
  aspect: '重点方面',
  place: '场所',
  township: '镇街',
  unit: '责任单位',
  overseer: '主管部门',
  keeper: '运营单位',
  keeperPost: '责任岗位',
  note: '备注',
  detail: '情况',
  found: '发现时间',
  due: '期限',
  next: '下次跟进',
  since: '进入此状态',
  relapses: '复发次数',
  comments: '记录数',
  photos: '照片数',
  name: '名称',
  kind: '类型',
  address: '地址',
  lng: '经度（WGS-84）',
  lat: '纬度（WGS-84）',
  accuracy: '精度（米）',
  source: '定位方式',
  retired: '已停用',
  seen: '最近到场',
  lanes: '车道数',
  starts: '开始',
  ends: '结束',
  needed: '需要人数',
  holders: '已报人数',
  open: '可报名',
  item: '物资',
  quantity: '数量',
  measure: '计量单位',
  allocated: '已调拨',
  covered: '已到',
  runsOut: '预计用完',
  posted: '上报时间',
  level: '级别',
  ring: '边界（经度 纬度，WGS-84）',
  corners: '边界点数',
  validFrom: '生效',
  validTo: '到期',
  lifted: '解除时间',
  approver: '批准人',
  reason: '原因',
  by: '经手人',
  from: '调出',
  to: '调入',
  received: '签收数量',
  allocatedAt: '调拨时间',
  dispatchedAt: '发车时间',
  receivedAt: '签收时间',
  at: '时间',
  until: '到',
  text: '内容',
  yes: '是',
  not: '否',
  sources: { gps: '现场定位', map: '地图选点', place: '取自场所', import: '表格导入', approximate: '约数' },
}

const en: Words = {
  id: 'System id',
  no: 'No.',
  title: 'Title',
  where: 'Where and who',
  when: 'Time or number',
  state: 'State',
  severity: 'Severity',
  aspect: 'Aspect',
  place: 'Place',
  township: 'Township',
  unit: 'Unit',
  overseer: 'Department',
  keeper: 'Run by',
  keeperPost: 'Post in charge',
  note: 'Note',
  detail: 'Details',
  found: 'Found',
  due: 'Due',
  next: 'Next date',
  since: 'In this state since',
  relapses: 'Relapses',
  comments: 'Comments',
  photos: 'Photos',
  name: 'Name',
  kind: 'Kind',
  address: 'Address',
  lng: 'Longitude (WGS-84)',
  lat: 'Latitude (WGS-84)',
  accuracy: 'Accuracy (m)',
  source: 'Positioned by',
  retired: 'Retired',
  seen: 'Last visit',
  lanes: 'Lanes',
  starts: 'Starts',
  ends: 'Ends',
  needed: 'People needed',
  holders: 'People signed up',
  open: 'Open for sign-up',
  item: 'Item',
  quantity: 'Quantity',
  measure: 'Measure',
  allocated: 'Allocated',
  covered: 'Received',
  runsOut: 'Runs out',
  posted: 'Posted',
  level: 'Level',
  ring: 'Boundary (longitude latitude, WGS-84)',
  corners: 'Corners',
  validFrom: 'Valid from',
  validTo: 'Valid until',
  lifted: 'Lifted',
  approver: 'Approved by',
  reason: 'Reason',
  by: 'By',
  from: 'From',
  to: 'To',
  received: 'Quantity received',
  allocatedAt: 'Allocated at',
  dispatchedAt: 'Sent at',
  receivedAt: 'Received at',
  at: 'Time',
  until: 'Until',
  text: 'Text',
  yes: 'yes',
  not: 'no',
  sources: { gps: 'GPS', map: 'picked on the map', place: 'its place', import: 'imported', approximate: 'approximate' },
}

export const fieldWords = words({ zh, en })
