import { onUnmounted, shallowRef } from 'vue'
import { openForm } from '../../base/forms/forms.ts'
import { may } from '../../core/may.ts'
import { asLeft, router } from '../../core/router.ts'
import { select } from '../../core/selection.ts'
import { addressOf, myPages } from '../pages/pages.ts'

/** Milliseconds after `g` in which a key opens a page. */
const pause = 1500

/** The keys of the desk: `g` and the key of a page open it, `n` reports an issue, `?` lists the keys, Esc closes the panel. */
export function useKeys() {
  const help = shallowRef(false)
  let since = -Infinity

  function keys(event: KeyboardEvent): void {
    if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') select(null)
    if ((event.target as Element).closest('input, textarea, select, [contenteditable]')) return
    const key = event.key.toLowerCase()
    const going = event.timeStamp - since < pause
    since = key === 'g' && !going ? event.timeStamp : -Infinity
    const page = going && myPages().find(one => one.key === key)
    if (page) void router.push(page.path === '/' ? asLeft('/') : addressOf(page))
    else if (key === 'n' && may('reportIssue')) openForm('reportIssue')
    else if (key === '?') help.value = true
  }
  window.addEventListener('keydown', keys)
  onUnmounted(() => window.removeEventListener('keydown', keys))
  return { help }
}
