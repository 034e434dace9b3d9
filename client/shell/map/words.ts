import type { Measure } from '../../core/layers.ts'
import { words } from '../../core/language.ts'

interface Words {
  legend: Record<Measure, string>
  total: (n: number) => string
  more: (from: number) => string
  layers: Record<'issues' | 'places' | 'due' | 'unseen' | 'shifts' | 'duty' | 'teams' | 'shortages' | 'radar' | 'zones' | 'cells' | 'water' | 'labels', string>
  layersTitle: string
  colourBy: string
  zoomIn: string
  zoomOut: string
  fit: string
  locate: string
  map: string
  here: (n: number) => string
  legendMore: string
  pickHere: string
  drawHere: string
  cutHere: string
  finish: string
  undoCorner: string
  onDuty: (there: number, all: number) => string
  duty: (all: number) => string
  team: (no: number) => string
  zoneFor: (level: string, span: string) => string
}

const zh: Words = {
  legend: { open: '各镇街未销号问题', overdue: '各镇街逾期问题', shortages: '各镇街物资缺口', gaps: '各镇街空班', unseen: '各镇街久未督查场所' },
  total: n => `合计 ${n}`,
  more: from => `${from} 以上`,
  layers: { issues: '问题', places: '场所', due: '应办超时', unseen: '久未督查', shifts: '空班', duty: '在岗', teams: '督导组', shortages: '缺口', radar: '储备告急', zones: '三区', cells: '镇街着色', water: '水系', labels: '地名' },
  layersTitle: '图层',
  colourBy: '镇街着色依据',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '看全县',
  locate: '我的位置',
  map: '全县地图。方向键移动，加减键缩放；左侧列表与地图内容相同。',
  here: n => `此处 ${n} 项`,
  legendMore: '图例',
  pickHere: '点地图或拖动图钉选位置',
  drawHere: '点地图加拐点，拖动可调整，双击结束',
  cutHere: '点地图画分割线，从区外穿过区域到区外，双击结束',
  finish: '完成',
  undoCorner: '退一步',
  onDuty: (there, all) => `在岗 ${there}/${all}`,
  duty: all => `当班 ${all}`,
  team: no => `${no} 组`,
  zoneFor: (level, span) => `${level.replace('区', '')} · ${span}`,
}

const en: Words = {
  legend: { open: 'Open issues by township', overdue: 'Overdue issues by township', shortages: 'Shortages by township', gaps: 'Short shifts by township', unseen: 'Places long unseen by township' },
  total: n => `${n} in all`,
  more: from => `${from}+`,
  layers: { issues: 'Issues', places: 'Places', due: 'Overdue', unseen: 'Long unseen', shifts: 'Short shifts', duty: 'On duty', teams: 'Teams', shortages: 'Shortages', radar: 'Running out', zones: 'Zones', cells: 'Township colours', water: 'Water', labels: 'Names' },
  layersTitle: 'Layers',
  colourBy: 'Townships coloured by',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Whole county',
  locate: 'Where I am',
  map: 'Map of the county. Arrow keys move, plus and minus zoom; the list beside it holds the same.',
  here: n => `${n} here`,
  legendMore: 'Legend',
  pickHere: 'Click the map or drag the pin',
  drawHere: 'Click to add corners, drag to adjust, double-click to end',
  cutHere: 'Click to draw the line across the zone, from outside to outside, double-click to end',
  finish: 'Done',
  undoCorner: 'Step back',
  onDuty: (there, all) => `${there}/${all} here`,
  duty: all => `${all} on duty`,
  team: no => `Team ${no}`,
  zoneFor: (level, span) => `${level} · ${span}`,
}

export const mapWords = words({ zh, en })
