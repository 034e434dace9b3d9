import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'

beforeEach(() => localStorage.clear())

/** A page of this device: its own modules, as a window has them. */
async function openPage() {
  vi.resetModules()
  const heard = new Map<string, (event: object) => void>()
  const listen = vi.spyOn(window, 'addEventListener').mockImplementation((name, listener) => void heard.set(name, listener as (event: object) => void))
  const { useDraft } = await import('../../client/core/drafts.ts')
  listen.mockRestore()
  let made = 0
  return {
    /** A form as a component opens it; `end` is what leaving it does. */
    form(name: string) {
      const scope = effectScope()
      const draft = scope.run(() => useDraft(name, () => ({ id: `new-${++made}-${Math.round(performance.now() * 1e6)}`, text: '' })))!
      return { ...draft, end: () => scope.stop() }
    },
    /** The window is closed or reloaded. */
    leave: () => heard.get('pagehide')?.({}),
  }
}

async function type(form: { draft: { value: { text: string } } }, text: string): Promise<void> {
  form.draft.value.text = text
  await nextTick()
}

it('[FM2] the same form in two windows has two drafts and two ids, and both texts stay', async () => {
  const [first, second] = [await openPage(), await openPage()]
  const a = first.form('report')
  await type(a, 'rats')
  const b = second.form('report')
  expect([b.draft.value.text, b.draft.value.id === a.draft.value.id]).toEqual(['', false])
  await type(b, 'no water')
  await a.clear()
  expect(b.draft.value.text).toBe('no water')
  b.end()
  expect(second.form('report').draft.value).toEqual(b.draft.value)
})

it('[FM2] a form that was left, and a window that was closed or reloaded, leave a draft that is found again with its id', async () => {
  const first = await openPage()
  const a = first.form('report')
  await type(a, 'rats')
  a.end()
  const back = first.form('report')
  expect(back.draft.value).toEqual(a.draft.value)
  first.leave()
  const again = (await openPage()).form('report')
  expect([again.draft.value, again.kept.value]).toEqual([a.draft.value, true])
})

it('[FM2] of two drafts that closed windows left, both are found, one after the other', async () => {
  const [first, second] = [await openPage(), await openPage()]
  await type(first.form('report'), 'rats')
  await type(second.form('report'), 'no water')
  first.leave()
  second.leave()
  const third = await openPage()
  const one = third.form('report')
  const texts = [one.draft.value.text]
  await one.clear()
  one.end()
  texts.push(third.form('report').draft.value.text)
  expect(texts.sort()).toEqual(['no water', 'rats'])
})

it('[FM2] a form that begins again keeps nothing until somebody types, and its next draft has an id of its own', async () => {
  const page = await openPage()
  const form = page.form('pledge')
  await type(form, 'rice')
  const { id } = form.draft.value as unknown as { id: string }
  form.startOver()
  await nextTick()
  expect([localStorage.length, form.kept.value, form.draft.value.text]).toEqual([Object.keys(localStorage).filter(key => key.startsWith('yixian:held:')).length, false, ''])
  await type(form, 'oil')
  expect(form.kept.value).toBe(true)
  expect((form.draft.value as unknown as { id: string }).id).not.toBe(id)
})
