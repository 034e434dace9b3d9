import type { Component } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, shallowRef } from 'vue'
import EditForm from '../../client/base/panel/EditForm.vue'
import { open, ready } from '../../client/core/board.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county as current, me } from '../../client/core/session.ts'
import PhaseForm from '../../client/incident/PhaseForm.vue'
import IssueSteps from '../../client/issues/IssueSteps.vue'
import CoverForm from '../../client/supplies/CoverForm.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, make, noon, who } from '../support/given.ts'

await loadCommands('coordinator')

const issue = make('issue', { id: 'a', state: 'rectifying', unit: 'market', deadline: noon })

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal ??= () => {}
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  const replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 1, records: { issue: [issue] } })
  open({ replica, vault: {} as never, line: {} as never })
  ready.value = true
})

/** A form over a record that others change; `type` fills a field as a person does. */
function show<T>(component: Component, name: string, first: T, more: object = {}) {
  const record = shallowRef(first)
  const root = document.createElement('div')
  const app = createApp({ render: () => h(component, { [name]: record.value, ...more }) })
  app.mount(root)
  const field = (selector: string) => root.querySelector<HTMLInputElement>(selector)!
  return {
    root,
    field,
    async type(selector: string, text: string) {
      field(selector).value = text
      field(selector).dispatchEvent(new Event('input'))
      await nextTick()
    },
    async press(words: RegExp) {
      const button = [...root.querySelectorAll('button')].find(one => words.test(one.textContent ?? ''))
      if (!button) throw new Error(`no button ${words} in ${root.textContent}`)
      button.click()
      await nextTick()
    },
    async change(to: T) {
      record.value = to
      await nextTick()
    },
    leave: () => app.unmount(),
  }
}

it('[FM1] a number typed for a shortage stays while others cover a part of it, and the new rest is said beside it', async () => {
  const shortage = make('shortage', { id: 'a', quantity: 100, covered: 0, allocated: 0, state: 'open' })
  const form = show(CoverForm, 'shortage', shortage)
  await form.type('input[role=spinbutton]', '30')
  await form.change({ ...shortage, covered: 20 })
  expect(form.field('input[role=spinbutton]').value).toBe('30')
  expect(form.root.querySelector('[role=status]')?.textContent).toContain('80')
  form.leave()
})

it('[FM1] [FM2] the reason for a step stays when a colleague advances the issue, the form says so, and the text is there after leaving', async () => {
  const form = show(IssueSteps, 'issue', issue)
  await form.press(/提交整改|Submit the fix/)
  await form.type('textarea', 'the drain is open')
  await form.change({ ...issue, state: 'awaiting' })
  expect(form.field('textarea').value).toBe('the drain is open')
  expect(form.root.querySelector('form [role=status]')?.textContent).toBeTruthy()
  form.leave()
  const again = show(IssueSteps, 'issue', issue)
  await again.press(/提交整改|Submit the fix/)
  expect(again.field('textarea').value).toBe('the drain is open')
  await again.press(/取消|Cancel/)
  await again.press(/提交整改|Submit the fix/)
  expect(again.field('textarea').value).toBe('')
  again.leave()
})

it('[FM1] the phase form keeps its choice and reason when somebody else changes the phase', async () => {
  const incident = make('incident', { id: 'incident', phase: 'emergency' })
  const form = show(PhaseForm, 'incident', incident)
  const chosen = form.field('select').value
  await form.type('input', 'no cases for a week')
  const other = [...form.root.querySelectorAll('option')].map(one => one.value).find(one => one !== chosen)
  await form.change({ ...incident, phase: other as never })
  expect([form.field('select').value, form.field('input').value]).toEqual([chosen, 'no cases for a week'])
  expect(form.root.querySelector('[role=status]')?.textContent).toBeTruthy()
  form.leave()
})

it('[FM1] [FM2] an edit keeps what was typed over a change from elsewhere, Esc and a new opening, and is sent with the values it was typed over', async () => {
  const save = vi.fn(async () => null)
  const more = { title: 'Edit', slotName: 'editPlace:p', fields: [{ name: 'name', kind: 'line' }], save }
  const form = show(EditForm, 'record', { name: 'School' }, more)
  await form.type('input', 'Old school')
  await form.change({ name: 'New school' })
  expect(form.field('input').value).toBe('Old school')
  expect(form.root.textContent).toContain('New school')
  form.leave()
  const again = show(EditForm, 'record', { name: 'New school' }, more)
  expect(again.field('input').value).toBe('Old school')
  again.field('form').dispatchEvent(new Event('submit'))
  await vi.waitFor(() => expect(save).toHaveBeenCalledWith({ name: 'Old school' }, { name: 'School' }, ''))
  again.leave()
  const third = show(EditForm, 'record', { name: 'New school' }, more)
  expect(third.field('input').value).toBe('New school')
  third.leave()
})
