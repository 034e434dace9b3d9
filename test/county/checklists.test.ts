import { expect, it } from 'vitest'
import { factsOf } from '../../shared/core/county.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { faultOf, folderVersions, listing } from '../../shared/inspections/checklists.ts'
import { board } from '../support/given.ts'

const { checklists } = factsOf(folder.county)
const names = Object.keys(checklists)
const listsOf = (name: string) => folderVersions(checklists, name.replace('-recovery', ''), name.endsWith('-recovery'))
/** What only a fault is worded with, in a list that says what must be so. */
const faulty = /未|不足|缺失|不全|不清|不严|不畅|不良|漏|断档|堵塞|过期|短缺|密集|哄抬|missing|not |too few|without|poor|unclear|crowded dormitory|late$/i

it('[F12] [INS8] the sixteen lists state what must be so, in both languages, and name the fault of each item', () => {
  expect(names).toHaveLength(16)
  for (const name of names) {
    const [now, first] = listsOf(name)
    expect([now?.version, first?.version]).toEqual([2, 1])
    expect(now?.items.map(item => item.id)).toEqual(first?.items.map(item => item.id))
    for (const item of now!.items) {
      expect(item.zh).not.toMatch(faulty)
      expect(item.zh).not.toBe(item.fault?.zh)
      expect(item.en).toMatch(/^[A-Z“]/)
    }
    // A failed item is reported in the words of the first version, so that the same fault found again is known.
    expect(now!.items.map(faultOf)).toEqual(first!.items.map(({ zh, en }) => ({ zh, en })))
  }
  expect(listing(board(), checklists, 'samplingSite-1')?.items[0]).toMatchObject({ zh: '防护手套不足', en: 'Too few gloves', fault: null })
})
