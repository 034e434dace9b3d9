import type { CommandName } from '../../shared/commands.ts'
import { expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import SureButton from '../../client/base/SureButton.vue'
import { consequenceOf } from '../../client/core/consequences.ts'
import { lang } from '../../client/core/language.ts'
import { inverse } from '../../client/core/undo.ts'
import { commands } from '../../shared/commands.ts'

/** Acts that end something, need no question, and why. */
const unasked: Partial<Record<CommandName, string>> = {
  clearBoards: 'the server alone',
  giveNotices: 'the server alone',
  withdrawPlaces: 'the same list brings them in again',
  withdrawFulfilment: 'can be noted again',
  withdrawBatchTest: 'can be noted again',
  releaseLine: 'its own form; the line can be withdrawn',
  closeExposureAgain: 'can be released again',
  withdrawBatch: 'only before anything followed; can be entered again',
  withdrawStock: 'the same list brings it in again',
  withdrawRequest: 'can be asked again',
  declineMember: 'can be asked again',
  declineSwap: 'can be offered again',
  withdrawSwap: 'can be offered again',
  dismissRise: 'the next prices make a new draft',
  releaseForCrew: 'its own button asks',
  endIncident: 'its own button asks, and it can be taken back',
  liftZone: 'its dialog asks for reason and approver, and can be undone',
  withdrawBulletin: 'its dialog asks for the reason',
}

it('[SC15] an act that ends something can be undone from its message, or says what will happen and asks once', () => {
  const ends = (Object.keys(commands) as CommandName[]).filter(name => /^(?:cancel|withdraw|void|end|leave|decline|retire|close|lift|dismiss|release|clear)/.test(name) && !(name in unasked))
  expect(ends.length).toBeGreaterThan(10)
  for (const one of ['zh', 'en'] as const) {
    lang.value = one
    for (const name of ends) expect(inverse({ name, args: {} }) !== null || consequenceOf(name, {}).length > 8, name).toBe(true)
    expect(consequenceOf('releaseShift', { shift: 's1', person: 'ben' })).not.toBe('')
    expect(consequenceOf('releaseShift', { shift: 's1' })).toBe('')
  }
  lang.value = 'zh'
})

it('[SC15] the button says what will happen, acts on the second press, and is left with Esc; without a question it acts at once', async () => {
  const done = vi.fn()
  const root = document.body.appendChild(document.createElement('div'))
  const show = (asks?: string) => {
    const app = createApp({ render: () => h(SureButton, { asks, onPress: done }, () => 'do it') })
    app.mount(root)
    return app
  }
  const button = () => root.querySelector('button') ?? document.body
  const asking = () => root.querySelector('[role=alert]')?.textContent ?? ''
  let app = show('It is gone for good.')
  button().click()
  await nextTick()
  expect(asking()).toContain('It is gone for good.')
  button().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await nextTick()
  expect(asking()).toBe('')
  expect(done).not.toHaveBeenCalled()
  for (let press = 0; press < 2; press++) {
    button().click()
    await nextTick()
  }
  expect(done).toHaveBeenCalledTimes(1)
  app.unmount()
  app = show()
  button().click()
  expect(done).toHaveBeenCalledTimes(2)
  app.unmount()
  root.remove()
})
