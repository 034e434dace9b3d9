import { afterEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { closeForm, form } from '../../client/base/forms/forms.ts'
import { open, ready, record } from '../../client/core/board.ts'
import { followIncident } from '../../client/core/clock.ts'
import { dispatch } from '../../client/core/dispatch.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county as current, me } from '../../client/core/session.ts'
import CheckItems from '../../client/inspections/visit/CheckItems.vue'
import { linkIssue } from '../../client/inspections/visit/inspecting.ts'
import { Replica } from '../../client/sync/replica.ts'
import { factsOf } from '../../shared/core/county.ts'
import * as rules from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { faultOf, folderVersions } from '../../shared/inspections/checklists.ts'
import { make, noon, who } from '../support/given.ts'

const { county } = folder
const township = county.townships[0]!.code

afterEach(() => {
  me.value = null
  current.value = null
  ready.value = false
  closeForm()
})

it('[F41] each item of a sampling site\'s checklist that fails offers its issue, filled in; the report is linked to the item', async () => {
  await loadCommands('inspector')
  const list = folderVersions(county.checklists, 'samplingSite', false)[0]!
  const replica = new Replica({ rules, actor: who.inspector, facts: factsOf(county), now: () => noon })
  const place = make('place', { id: 'p1', kind: 'samplingSite', name: '采样点', township, lng: 110.2, lat: 21.6 })
  const visit = make('inspection', { id: 'v1', place: 'p1', title: '采样点', township, lng: 110.2, lat: 21.6, state: 'onSite', mode: 'visit', checklist: list.id, checkIn: { by: who.inspector.id, at: noon } as never })
  replica.load({ epoch: 'e', seq: 1, records: { place: [place], inspection: [visit] } })
  current.value = county
  me.value = { ...who.inspector, name: 'Ina' }
  followIncident(make('incident', { id: 'incident' }))
  open({ replica, vault: { keep: async () => {}, photos: async () => [] } as never, line: { flush: async () => {} } as never })
  ready.value = true
  const now = () => record('inspection', 'v1')!

  for (const word of ['通风', '单向', '防护服', '防护手套', '医疗废物']) {
    const item = list.items.find(one => one.zh.includes(word))!
    const root = document.createElement('div')
    const app = createApp(CheckItems, { inspection: now(), items: [item] })
    app.mount(root)
    root.querySelector<HTMLButtonElement>('.fail')!.click()
    await vi.waitFor(() => expect(form.value, word).not.toBeNull())
    expect(form.value, word).toEqual({ name: 'reportIssue', preset: { inspection: 'v1', item: item.id, township, place: 'p1' } })
    expect(now().results[item.id]).toMatchObject({ answer: 'fail' })
    const { aspect, severity } = item
    expect(await dispatch('reportIssue', { issue: `i-${item.id}`, ...form.value!.preset, title: faultOf(item).zh, aspect, severity, lng: 110.2, lat: 21.6 } as never)).toBeNull()
    await linkIssue('v1', [item.id], `i-${item.id}`)
    expect(now().results[item.id]).toMatchObject({ answer: 'fail', issue: `i-${item.id}` })
    app.unmount()
    closeForm()
  }
})
