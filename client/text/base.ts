import { words } from './lang.ts'

export const baseWords = words({
  zh: { close: '关闭', back: '返回', cancel: '取消', save: '保存', undo: '撤销', all: '全部', none: '不指定', copied: '链接已复制', loading: '正在取得数据 …', you: '我', edit: '修改', more: (n: number) => `再显示（还有 ${n} 条）` },
  en: { close: 'Close', back: 'Back', cancel: 'Cancel', save: 'Save', undo: 'Undo', all: 'All', none: 'None', copied: 'Link copied', loading: 'Fetching …', you: 'me', edit: 'Edit', more: (n: number) => `Show more (${n} left)` },
})
