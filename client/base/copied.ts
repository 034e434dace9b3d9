import { words } from '../core/language.ts'
import { toast } from '../core/toasts.ts'

const said = words({
  zh: { done: '已复制', failed: '浏览器不允许复制，什么也没有复制。请自己选中文字后复制。' },
  en: { done: 'Copied', failed: 'The browser does not let the page copy: nothing was copied. Select the text and copy it yourself.' },
})

/** Copies what is selected in a field of its own, which browsers allow without https too. */
function bySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position: fixed; top: 0; opacity: 0'
  const before = document.activeElement
  // Nothing outside of an open dialog can be selected.
  const around = before?.closest('dialog') ?? document.body
  around.append(field)
  field.focus()
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}

/** Copies a text after a press, and says whether it did. A page that came without https has no `navigator.clipboard`. */
export async function copied(text: string): Promise<void> {
  const done = navigator.clipboard ? await navigator.clipboard.writeText(text).then(() => true, () => bySelection(text)) : bySelection(text)
  toast(done ? said.value.done : said.value.failed)
}
