import { beforeEach, expect, it, vi } from 'vitest'
import { createApp, effectScope, h } from 'vue'
import FormShell from '../../client/base/forms/FormShell.vue'
import { useDraft } from '../../client/core/drafts.ts'
import { me } from '../../client/core/session.ts'
import { picturesTaken, whileTaking } from '../../client/core/taking.ts'
import { who } from '../support/given.ts'

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal ??= () => {}
  me.value = { ...who.inspector, name: 'Ina' }
})

/** A photo that is taken up when `ready` is called. */
function slowPhoto(add: () => void) {
  let ready = () => {}
  const kept = new Promise<void>(done => ready = done)
  void whileTaking(async () => {
    await kept
    add()
  })
  return () => ready()
}

it('[FM7] a form is sent only after its photos are taken up, also if one more is added while it waits', async () => {
  const photos: string[] = []
  const send = vi.fn(() => [...photos])
  const root = document.createElement('div')
  const app = createApp({ render: () => h(FormShell, { name: 'reportIssue', refusal: null, draft: false, onSend: send }) })
  app.mount(root)
  const first = slowPhoto(() => photos.push('a'))
  root.querySelector('form')?.dispatchEvent(new Event('submit'))
  const second = slowPhoto(() => photos.push('b'))
  first()
  await new Promise(done => setImmediate(done))
  expect(send).not.toHaveBeenCalled()
  second()
  await vi.waitFor(() => expect(send).toHaveReturnedWith(['a', 'b']))
  expect(send).toHaveBeenCalledOnce()
  app.unmount()
})

it('[FM7] a photo that is taken up after its form was closed is in the draft when it is opened again', async () => {
  const form = () => useDraft('report', () => ({ photos: [] as string[] }))
  const page = effectScope()
  const { draft } = page.run(form)!
  const ready = slowPhoto(() => draft.value.photos = ['a'])
  page.stop()
  ready()
  await picturesTaken()
  const again = effectScope()
  expect(again.run(form)?.draft.value.photos).toEqual(['a'])
  again.stop()
})
