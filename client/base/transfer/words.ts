import type { Doubt, PlaceFault, PlaceMeaning } from '../../../shared/transfer/place-rows.ts'
import type { ProblemCode } from '../../../shared/transfer/problem.ts'
import { words } from '../../core/language.ts'

interface Words {
  title: string
  back: string
  choose: string
  hint: string
  reading: string
  rowsRead: (n: number) => string
  stopReading: string
  problems: Record<ProblemCode, string>
  faults: Record<PlaceFault, string>
  doubts: Record<Doubt, (n: number) => string>
  doubt: Record<Doubt, string>
  accept: Record<Doubt, string>
  moved: (n: number) => string
  takeMoved: string
  movedBy: (distance: string) => string
  newAddress: string
  newHeads: (people: string) => string
  asked: (n: number) => string
  meanings: Record<PlaceMeaning, string>
  columns: string
  unused: string
  datum: string
  defaultKind: string
  defaultTownship: string
  fresh: (n: number) => string
  known: (n: number) => string
  bad: (n: number) => string
  unplaced: (n: number) => string
  outside: (n: number) => string
  away: (distance: string) => string
  preview: string
  add: (n: number) => string
  adding: (done: number, all: number) => string
  stop: string
  stopped: string
  done: (n: number) => string
  waits: (n: number) => string
  changed: (n: number) => string
  undo: string
  undone: string
  badFile: string
  line: string
  why: string
  another: string
  export: string
  excel: string
  excelOfBoard: string
  excelOfAll: string
  excelReading: string
  excelFailed: string
  geojson: string
  kml: string
  gpx: string
  photos: string
  photosOfDay: string
  drillNote: string
  realNote: string
}

const zh: Words = {
  title: '导入场所',
  back: '返回地图',
  choose: '选择 Excel、CSV、KML、KMZ 或 GPX 文件',
  hint: '也可以把文件拖到这里。文件不超过 10 MB、5 万行；标题、合并单元格、小计都可以留着。文件只在这台设备上读取。',
  reading: '正在读取 …',
  rowsRead: n => `已读 ${n} 行`,
  stopReading: '停止读取',
  problems: {
    too_large: '文件超过 10 MB，请分成几份再导入。没有导入任何内容。',
    bomb: '文件里的内容过多，不能读取。请删去多余的工作表、列和合并单元格，在 Excel 里另存一份再试。没有导入任何内容。',
    old_excel: '这是旧版 .xls 或加了密码的文件。请在 Excel 里去掉密码，另存为 .xlsx 再试。没有导入任何内容。',
    damaged: '读不出这个文件，可能已损坏或不是 .xlsx。请另存为 .xlsx 或 CSV 再试。',
    empty: '文件里没有数据行。',
    too_many_rows: '超过 5 万行，请分成几份再导入。',
    not_a_list: '这不是表格文件。请选择 Excel 或 CSV。',
    too_slow: '读取超过 20 秒，已停止。请删去多余的工作表再试。',
    stopped: '已停止读取，没有导入任何内容。',
    not_opened: '这台设备还没有取到读表格的程序。没有导入任何内容。请检查网络后再选一次文件。',
    not_readable: '读不到这个文件，选定之后它可能已被移动或改动。没有导入任何内容。请再选一次文件。',
  },
  faults: {
    no_name: '没有名称',
    long_name: '名称超过 80 字',
    no_kind: '没写类型',
    no_township: '没写镇街',
    no_unit: '责任单位不在本县的单位里',
    other_township: '不是您的镇街',
    left_out: '按您的选择不导入',
    bad_position: '经纬度不完整或看不懂',
    bad_count: '人数不是整数',
    lost_digits: '坐标成了科学计数法，位数已丢失。请在 Excel 里把这一列设成“文本”再填',
    twice: '与前面的行重复',
  },
  doubts: { turned: n => `${n} 行经度、纬度写反了`, outside: n => `${n} 行位置在县界外`, retired: n => `${n} 处已停用` },
  doubt: { turned: '经度、纬度像是写反了', outside: '位置在县界外', retired: '这个场所已停用' },
  accept: { turned: '按改正后的位置导入', outside: '位置没有错，照样导入', retired: '重新启用' },
  moved: n => `${n} 处已有场所有了新的位置、地址或人数`,
  takeMoved: '用名单上的更新',
  movedBy: distance => `移动 ${distance}`,
  newAddress: '补上地址',
  newHeads: people => `人数：${people}`,
  asked: n => `${n} 行等您说明用词`,
  meanings: { name: '名称', kind: '类型', township: '镇街', address: '地址', unit: '责任单位', keeper: '运营单位', keeperPost: '责任岗位', at: '坐标（一格）', lng: '经度', lat: '纬度', note: '备注' },
  columns: '每一列是什么',
  unused: '不用',
  datum: '坐标系',
  defaultKind: '没写类型的按',
  defaultTownship: '没写镇街的按',
  fresh: n => `新增 ${n} 处`,
  known: n => `已有 ${n} 处，不重复添加`,
  bad: n => `有问题 ${n} 行，不影响其他行`,
  unplaced: n => `其中 ${n} 处没有坐标，先放在镇街驻地并注明“位置为约数”`,
  outside: n => `其中 ${n} 处在县界外，请核对坐标`,
  away: distance => `界外 ${distance}`,
  preview: '预览',
  add: n => `导入 ${n} 处`,
  adding: (done, all) => `已提交 ${done} / ${all}`,
  stop: '停止',
  stopped: '已停止。已提交的保留，其余没有导入；再导入同一文件会接着来。',
  changed: n => `已更新 ${n} 项`,
  undo: '撤销这次导入',
  undone: '这次导入已撤销：新增的已停用，改过的已改回。导入后已督查或已有问题的场所保留。',
  waits: n => `已保存在这台设备上，还有 ${n} 处没有送到服务器；连上后自动发送。`,
  done: n => `已导入 ${n} 处，地图上马上可见。`,
  badFile: '下载有问题的行',
  line: '行号',
  why: '原因',
  another: '再导入一份',
  export: '导出',
  excel: 'Excel 表格',
  excelOfBoard: 'Excel 表格（不含早已办结的）',
  excelOfAll: 'Excel 表格（全部，含已办结）',
  excelReading: '正在从服务器取已办结的 …',
  excelFailed: '连不上服务器，已办结的没有取到，没有生成文件。',
  geojson: 'GeoJSON（WGS-84）',
  kml: 'KML（WGS-84）',
  gpx: 'GPX（WGS-84）',
  photos: '照片（ZIP）…',
  photosOfDay: '当天的照片（ZIP）…',
  drillNote: '演练数据，内容为虚构',
  realNote: '一线导出',
}

const en: Words = {
  title: 'Import places',
  back: 'Back to the map',
  choose: 'Choose an Excel, CSV, KML, KMZ or GPX file',
  hint: 'Or drop it here. At most 10 MB and 50,000 rows; titles, merged cells and subtotals may stay. It is read on this device only.',
  reading: 'Reading …',
  rowsRead: n => `${n} rows read`,
  stopReading: 'Stop reading',
  problems: {
    too_large: 'The file is over 10 MB. Split it and try again; nothing was imported.',
    bomb: 'The file holds far too much to be read. Remove sheets, columns and merged cells that are not needed, save it anew from Excel and try that. Nothing was imported.',
    old_excel: 'This is an old .xls file, or one with a password. Save it from Excel as .xlsx without a password; nothing was imported.',
    damaged: 'The file cannot be read: damaged, or not .xlsx. Save it as .xlsx or CSV and try again.',
    empty: 'There are no rows in it.',
    too_many_rows: 'Over 50,000 rows. Split it and try again.',
    not_a_list: 'This is not a table. Choose an Excel or CSV file.',
    too_slow: 'Reading took over 20 seconds and was stopped. Remove sheets that are not needed.',
    stopped: 'Reading was stopped; nothing was imported.',
    not_opened: 'The part of the page that reads lists did not come; nothing was imported. Check the network and choose the file again.',
    not_readable: 'This file can no longer be read; it may have been moved or changed since it was chosen. Nothing was imported. Choose it again.',
  },
  faults: {
    no_name: 'no name',
    long_name: 'name over 80 characters',
    no_kind: 'no kind',
    no_township: 'no township',
    no_unit: 'the unit is none of the county\'s',
    other_township: 'not your township',
    left_out: 'left out, as you chose',
    bad_position: 'position missing a part, or not understood',
    bad_count: 'number of people is no whole number',
    lost_digits: 'the coordinates were shortened to the scientific form and lost digits; make the column text in Excel and fill it in again',
    twice: 'the same as an earlier row',
  },
  doubts: { turned: n => `${n} with longitude and latitude exchanged`, outside: n => `${n} outside the county`, retired: n => `${n} already there but retired` },
  doubt: { turned: 'longitude and latitude look exchanged', outside: 'outside the county', retired: 'this place is retired' },
  accept: { turned: 'Import at the corrected position', outside: 'The position is right: import', retired: 'Bring back' },
  moved: n => `${n} known places have a new position, address or number of people`,
  takeMoved: 'Update them from the list',
  movedBy: distance => `moves ${distance}`,
  newAddress: 'gains an address',
  newHeads: people => `people: ${people}`,
  asked: n => `${n === 1 ? '1 row waits' : `${n} rows wait`} for the meaning of a word`,
  meanings: { name: 'Name', kind: 'Kind', township: 'Township', address: 'Address', unit: 'Responsible unit', keeper: 'Run by', keeperPost: 'Post in charge', at: 'Position (one cell)', lng: 'Longitude', lat: 'Latitude', note: 'Note' },
  columns: 'Meaning of each column',
  unused: 'not used',
  datum: 'Datum',
  defaultKind: 'Rows without a kind are',
  defaultTownship: 'Rows without a township are in',
  fresh: n => `${n} new`,
  known: n => `${n} already there, not added again`,
  bad: n => `${n} bad rows; they stop no other`,
  unplaced: n => `${n} of them without a position: put at the township’s seat and marked approximate`,
  outside: n => `${n} of them outside the county: please check the positions`,
  away: distance => `${distance} outside`,
  preview: 'Preview',
  add: n => `Import ${n} places`,
  adding: (done, all) => `${done} of ${all} handed in`,
  stop: 'Stop',
  stopped: 'Stopped. Imported rows stay; importing the same file again continues from there.',
  changed: n => n === 1 ? '1 change made' : `${n} changes made`,
  undo: 'Undo this import',
  undone: 'The import is undone: new places are retired, changes taken back. Places that were inspected or have an issue since stay.',
  waits: n => `Kept on this device; ${n} have not reached the server yet and are sent by themselves.`,
  done: n => `${n} places imported; they are on the map.`,
  badFile: 'Download the bad rows',
  line: 'Row',
  why: 'Why',
  another: 'Import another',
  export: 'Export',
  excel: 'Excel',
  excelOfBoard: 'Excel (without those settled long ago)',
  excelOfAll: 'Excel (all, those settled too)',
  excelReading: 'Fetching the settled ones …',
  excelFailed: 'The server cannot be reached: the settled records were not fetched, and no file was made.',
  geojson: 'GeoJSON (WGS-84)',
  kml: 'KML (WGS-84)',
  gpx: 'GPX (WGS-84)',
  photos: 'Photos (ZIP) …',
  photosOfDay: 'The day’s photos (ZIP) …',
  drillNote: 'Drill: invented data',
  realNote: 'Exported from Yixian',
}

export const transfer = words({ zh, en })
