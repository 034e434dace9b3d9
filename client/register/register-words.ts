import { words } from '../core/language.ts'

export const placeRegister = words({
  zh: {
    find: '名称、地址或联系人',
    state: '状态',
    states: { '': '在用', 'open': '有未销号问题', 'unseen': '没有督查过', 'retired': '已停用' },
    columns: { name: '名称', kind: '类型', township: '镇街', overseer: '责任单位', keeper: '负责人', seen: '最近督查', open: '未销号问题' },
    never: '没有',
    count: (n: number) => `共 ${n} 处`,
    none: '没有符合条件的场所。换一个条件，或从 Excel 导入场所。',
  },
  en: {
    find: 'Name, address or contact',
    state: 'State',
    states: { '': 'In use', 'open': 'With open issues', 'unseen': 'Never inspected', 'retired': 'Retired' },
    columns: { name: 'Name', kind: 'Kind', township: 'Township', overseer: 'Unit in charge', keeper: 'In charge', seen: 'Last inspected', open: 'Open issues' },
    never: 'never',
    count: n => `${n} places`,
    none: 'No place fits. Change the filters, or import places from Excel.',
  },
})
