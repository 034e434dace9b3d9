import type { CareFault, CareMeaning } from '../../shared/transfer/care-rows.ts'
import { words } from '../core/language.ts'

interface Words {
  hint: string
  columns: Record<CareMeaning, string>
  faults: Record<CareFault, string>
  good: (n: number) => string
  bad: (n: number) => string
  enter: (n: number) => string
  sent: (n: number, all: number) => string
  added: (n: number) => string
  known: (n: number) => string
  stop: string
  stopped: string
}

const zh: Words = {
  hint: '一行一人（Excel 或 CSV），最多 2000 人：姓名、人群和网格必填，电话、证件号、住址、家属可选。名单只在本页内存里读取，不存到这台设备，离开本页即清除。登记过的人不会重复加入。',
  columns: { name: '姓名', phone: '电话', number: '证件号', address: '住址', kin: '家属或邻居', kinPhone: '其电话', note: '备注', township: '镇街', grid: '网格', groups: '人群' },
  faults: { no_name: '没有姓名', too_long: '姓名、住址、家属或备注太长', bad_phone: '电话不对', lost_digits: '号码成了科学计数法，位数已丢失；请在 Excel 里把这一列设成“文本”再填', bad_number: '证件号不对：只能是字母、数字，最多 24 位', no_grid: '没写网格，或该镇街没有唯一的网格', no_groups: '没写人群', left_out: '按您的选择不导入', twice: '与上面某行是同一个人', too_many: '超过 2000 人，请分成几份' },
  good: n => `可导入 ${n} 人`,
  bad: n => `${n} 行有问题`,
  enter: n => `导入 ${n} 人`,
  sent: (n, all) => `已送 ${n}/${all} 人`,
  added: n => `已登记 ${n} 人`,
  known: n => `${n} 人早已登记，没有重复加入`,
  stop: '停止导入',
  stopped: '已停止；再次导入会从没登记的人接着做',
}
const en: Words = {
  hint: 'One person a line (Excel or CSV), up to 2,000: name, group and grid are needed; phone, document number, address and relative may follow. The list is read in the memory of this page only. Nothing of it is kept on this device, and it is gone when you leave. Nobody is entered twice.',
  columns: { name: 'Name', phone: 'Phone', number: 'Document number', address: 'Address', kin: 'Relative or neighbour', kinPhone: 'Their phone', note: 'Note', township: 'Township', grid: 'Grid', groups: 'Groups' },
  faults: { no_name: 'No name', too_long: 'Name, address, relative or note is too long', bad_phone: 'Not a phone number', lost_digits: 'The number was shortened to the scientific form and lost digits; make the column text in Excel and fill it in again', bad_number: 'Not a document number: letters and digits only, at most 24', no_grid: 'No grid, or the township has not exactly one', no_groups: 'No group', left_out: 'Left out, as you chose', twice: 'Same person as a row above', too_many: 'More than 2,000; split the list' },
  good: n => `${n} can be entered`,
  bad: n => `${n} rows have faults`,
  enter: n => `Enter ${n} people`,
  sent: (n, all) => `${n} of ${all} sent`,
  added: n => `${n} entered`,
  known: n => `${n} were in the register already`,
  stop: 'Stop',
  stopped: 'Stopped. Entering the list again goes on with those who are missing',
}

export const importWords = words({ zh, en })
