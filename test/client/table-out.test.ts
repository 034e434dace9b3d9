import { beforeAll, expect, it } from 'vitest'
import { refusedRows } from '../../client/base/transfer/refused-rows.ts'
import { tableOut } from '../../client/base/transfer/table-out.ts'
import { speak } from '../../client/core/language.ts'

beforeAll(() => speak('zh'))

function table(html: string): HTMLTableElement {
  const box = document.createElement('div')
  box.append(document.createRange().createContextualFragment(`<table>${html}</table>`))
  return box.querySelector('table') as HTMLTableElement
}

it('[F92] [EX1] a table of figures goes out as it is shown: figures as numbers, phones and ids as text, fields by what is in them', () => {
  const list = tableOut('市场', table(`
    <thead><tr><th>单位</th><th>数</th><th>电话</th><th>价</th><th></th></tr></thead>
    <tbody><tr><th>甲<small>镇</small></th><td>1,204</td><td>13800000001</td><td><input value="3.50"></td><td><button>写</button></td></tr></tbody>
    <tfoot><tr><th>合计</th><td>−3</td><td>0759</td><td>—</td><td></td></tr></tfoot>`))
  expect(list.columns.map(one => one.title)).toEqual(['单位', '数', '电话', '价'])
  expect([...list.rows()]).toEqual([['甲 镇', 1204, '13800000001', 3.5], ['合计', -3, '0759', null]])
  expect(list.all).toBe(2)
})

it('[F92] [EX3] refused rows have the head and columns of their file, and the reason last, also the second time', () => {
  const once = refusedRows(['名称', '类型'], [{ cells: ['一中'], why: '没有类型' }])
  expect(once.columns.map(one => one.title)).toEqual(['名称', '类型', '原因'])
  expect([...once.rows()]).toEqual([['一中', '', '没有类型']])
  const twice = refusedRows(['名称', '类型', '原因'], [{ cells: ['一中', '城堡', '没有类型'], why: '类型不在本县场所类型里' }])
  expect(twice.columns.map(one => one.title)).toEqual(['名称', '类型', '原因'])
  expect([...twice.rows()]).toEqual([['一中', '城堡', '类型不在本县场所类型里']])
})
