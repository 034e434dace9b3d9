import { controlWords as words } from './words.ts'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
const isField = (one: EventTarget | null): one is Field => one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement
/** The fields that have a sentence of ours now. Controls with a sentence of their own are not among them. */
const spoken = new Set<Field>()

function sentence(field: Field): string {
  const { valueMissing, badInput, rangeUnderflow, rangeOverflow } = field.validity
  const { needed, tick, choose, unreadable, atLeast, atMost, wrong } = words.value
  if (badInput) return unreadable
  if (valueMissing) return field instanceof HTMLSelectElement || field.type === 'radio' || field.type === 'file' ? choose : field.type === 'checkbox' ? tick : needed
  if (field instanceof HTMLInputElement && rangeUnderflow) return atLeast(field.min.replace('T', ' '))
  if (field instanceof HTMLInputElement && rangeOverflow) return atMost(field.max.replace('T', ' '))
  return field.title || wrong
}

/** What was said may no longer be so. */
function forget(): void {
  for (const field of spoken) field.setCustomValidity('')
  spoken.clear()
}

/**
 * A browser says what is missing in its own language, which may not be that of the page. While a form is checked each field that
 * fails gets our sentence; it is taken back as soon as something is typed, chosen or sent again.
 */
document.addEventListener('invalid', ({ target }) => {
  if (!isField(target) || target.validity.customError) return
  target.setCustomValidity(sentence(target))
  spoken.add(target)
}, true)
for (const kind of ['input', 'change', 'click']) document.addEventListener(kind, forget, true)
document.addEventListener('keydown', ({ key }) => void (key === 'Enter' && forget()), true)
