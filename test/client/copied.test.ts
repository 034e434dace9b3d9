import { afterEach, expect, it } from 'vitest'
import { copied } from '../../client/base/copied.ts'
import { shownToast } from '../../client/core/toasts.ts'

const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard')
afterEach(() => {
  if (own) Object.defineProperty(navigator, 'clipboard', own)
  else Reflect.deleteProperty(navigator, 'clipboard')
  Reflect.deleteProperty(document, 'execCommand')
})

/** A browser whose clipboard takes, refuses, or is not there, and whose older way takes or refuses. Returns what was copied. */
function browser(clipboard: boolean | null, older: boolean): string[] {
  const taken: string[] = []
  const write = (text: string) => clipboard ? Promise.resolve(void taken.push(text)) : Promise.reject(new DOMException('no', 'NotAllowedError'))
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard === null ? undefined : { writeText: write } })
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => older && Boolean(taken.push((document.activeElement as HTMLTextAreaElement).value)) })
  return taken
}

it.each([['its clipboard', true, false], ['a selection, without https', null, true], ['a selection, where the clipboard refuses', false, true]] as const)('[SC27] a text is copied by %s, and the page says so', async (_, clipboard, older) => {
  const taken = browser(clipboard, older)
  await copied('字 text')
  expect(taken).toEqual(['字 text'])
  expect(shownToast.value?.text).toBe('Copied')
  expect(document.querySelector('textarea')).toBeNull()
})

it.each([['there is none', null], ['it refuses', false]] as const)('[SC27] where nothing can be copied because %s, the page says that nothing was', async (_, clipboard) => {
  const taken = browser(clipboard, false)
  await copied('字')
  expect(taken).toEqual([])
  expect(shownToast.value?.text).toContain('nothing was copied')
})
