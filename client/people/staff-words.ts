import type { StaffFault, StaffMeaning } from '../../shared/transfer/staff-rows.ts'
import { words } from '../core/language.ts'

interface Words { title: string, hint: string, columns: Record<StaffMeaning, string>, faults: Record<StaffFault, string>, takenLogin: string }

const zh: Words = {
  title: '导入工作人员',
  hint: '各单位报来的工作人员名单（Excel 或 CSV），最多 2000 人。没写角色的，按其单位、镇街或组号判断；同一电话不会重复加入。',
  columns: { login: '统一登录账号', name: '姓名', phone: '电话', role: '角色', township: '镇街', unit: '单位', team: '督导组', grid: '网格' },
  faults: { no_name: '没有姓名', long_name: '姓名超过 40 字', bad_phone: '电话不对', lost_digits: '电话成了科学计数法，位数已丢失；请在 Excel 里把这一列设成“文本”再填', no_role: '没写角色，也没写单位、镇街或组号', no_township: '镇街人员没写镇街', no_unit: '责任单位人员没写单位', no_place: '场所联系人请在本页逐个添加，并选择场所', no_grid: '网格员没写网格，或没有这个名称的网格，请照“重点人群”里的名称填写', left_out: '按您的选择不导入', twice: '与上面某行电话相同', too_many: '超过 2000 人，请分成几份', long_login: '统一登录账号超过 200 字', same_login: '统一登录账号与上面某行相同' },
  takenLogin: '名单里有一个统一登录账号已登记给别人，这一批（最多 100 人）没有加入，前面已加入的保留。请在人员名册里核对，改好名单后再导入；已加入的不会重复。',
}
const en: Words = {
  title: 'Import staff',
  hint: 'A list of staff from an office (Excel or CSV), up to 2,000 people. Without a role, it follows from the unit, township or team number. The same number is not added twice.',
  columns: { login: 'Single sign-on name', name: 'Name', phone: 'Phone', role: 'Role', township: 'Township', unit: 'Unit', team: 'Team', grid: 'Grid' },
  faults: { no_name: 'No name', long_name: 'Name longer than 40', bad_phone: 'Not a phone number', lost_digits: 'The number was shortened to the scientific form and lost digits; make the column text in Excel and fill it in again', no_role: 'Neither a role nor a unit, township or team', no_township: 'A township officer without a township', no_unit: 'Staff of a unit without the unit', no_place: 'Add the contact of a place on this page, and choose the place', no_grid: 'A grid worker without a grid, or no single grid has this name: write it as on “People who need care”', left_out: 'Left out, as you chose', twice: 'Same number as a row above', too_many: 'More than 2,000; split the list', long_login: 'Single sign-on name longer than 200', same_login: 'Same single sign-on name as a row above' },
  takenLogin: 'A single sign-on name of the list belongs to somebody else already, so this part (up to 100 people) was not added; the parts before it stay. Check the register, mend the list and import it again: nobody is added twice.',
}

export const staffWords = words({ zh, en })
