import { words } from '../core/language.ts'

export const nothingWords = words({
  zh: {
    none: '没有找到',
    why: '这个地址没有对应的内容，或对您不可见。可能编号不完整、已经删除，或属于另一个事件。没有改动任何内容。',
    where: '可以去：',
    map: '地图',
  },
  en: {
    none: 'Nothing found',
    why: 'Nothing belongs to this address, or it is not visible to you. The number may be incomplete, it may have been deleted, or it belongs to another incident. Nothing was changed.',
    where: 'You can go to:',
    map: 'The map',
  },
})
