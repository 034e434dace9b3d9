import type { Component } from 'vue'
import type { Link } from '../../client/sync/link.ts'
import type { Vault } from '../../client/sync/vault.ts'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { recordFields } from '../../client/base/lists/record-fields.ts'
import FileReading from '../../client/base/transfer/FileReading.vue'
import { readingWords } from '../../client/base/transfer/reading-words.ts'
import { transfer } from '../../client/base/transfer/words.ts'
import { open, ready, tellAll } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { county, me } from '../../client/core/session.ts'
import { useImport } from '../../client/register/import.ts'
import ImportDone from '../../client/register/ImportDone.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county as shore } from '../support/county.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'

let answer: { readonly cells: readonly (readonly string[])[], readonly cut: number }
/** Stands in for the browser's worker, which happy-dom lacks. */
class ListWorker {
  onmessage?: (event: { data: unknown }) => void
  postMessage(): void {
    this.onmessage?.({ data: { sheets: [{ name: '', hidden: false, merges: [], cut: answer.cut, rows: answer.cells.map((cells, i) => ({ line: i + 1, cells })) }] } })
  }

  terminate(): void {}
}

let replica: Replica
beforeEach(() => {
  vi.stubGlobal('Worker', ListWorker)
  localStorage.clear()
  replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon, onChange: tellAll })
  replica.load({ epoch: 'e', seq: 1, records: {} })
  open({ replica, vault: shelf() as unknown as Vault, line: { flush: () => {} } as unknown as Link })
  me.value = { ...who.coordinator, name: 'Ann' }
  county.value = shore
  ready.value = true
})
afterEach(() => void vi.unstubAllGlobals())

function shown(page: Component, props: object): HTMLElement {
  const root = document.createElement('div')
  document.body.append(root)
  const app = createApp(page, { ...props }).use(createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] }))
  app.mount(root)
  onTestFinished(() => {
    app.unmount()
    root.remove()
  })
  return root
}

const head = ['名称', '类型', '镇街']
const north = ['North school', 'school', 'North']

it('[F10] a person is told on the page that long texts were cut, and that the file has no head', async () => {
  const job = useImport()
  answer = { cells: [head, north], cut: 3 }
  await job.take(new File(['x'], 'a.xlsx'))
  const good = shown(FileReading, { file: job.file, meanings: transfer.value.meanings })
  expect(good.textContent).toContain(readingWords.value.cut(3))
  expect(good.textContent).not.toContain(readingWords.value.headMissing)

  answer = { cells: [north, ['South school', 'school', 'South']], cut: 0 }
  await job.take(new File(['x'], 'b.xlsx'))
  await nextTick()
  expect(good.querySelector('[role="alert"]')?.textContent?.trim()).toBe(readingWords.value.headMissing)
  expect(good.textContent).not.toContain(readingWords.value.cut(3))
})

it('[F10] imported places are said to be kept on this device before the server has them, and imported after', async () => {
  const job = useImport()
  answer = { cells: [head, north], cut: 0 }
  await job.take(new File(['x'], 'a.xlsx'))
  await job.send()
  const done = shown(ImportDone, { job })
  expect(done.textContent).toContain(transfer.value.waits(1))
  expect(done.textContent).not.toContain(transfer.value.done(1))

  const [id = ''] = job.sent.value
  replica.load({ epoch: 'e', seq: 2, records: { place: [make('place', { id, name: 'North school' })] } })
  tellAll()
  await nextTick()
  expect(done.textContent).toContain(transfer.value.done(1))
  expect(done.textContent).not.toContain(transfer.value.waits(1))
})

it('[F92] exported lists have English heads when the page is in English, and none in Chinese', async () => {
  onTestFinished(() => speak('zh'))
  for (const kind of ['issue', 'place', 'shift', 'shortage', 'zone', 'announcement'] as const) {
    await speak('zh')
    const chinese = recordFields(kind).map(({ title }) => title)
    await speak('en')
    const titles = recordFields(kind).map(({ title }) => title)
    expect(titles.filter(title => /\p{Script=Han}/u.test(title)), kind).toEqual([])
    expect(chinese.every(title => /\p{Script=Han}/u.test(title)), kind).toBe(true)
    expect(new Set(titles).size, kind).toBe(titles.length)
  }
})
