let form: HTMLFormElement | null = null
let scroller: HTMLElement = document.documentElement
/** Pixels from the start of what scrolls to the form. */
let start = 0
const heights = new ResizeObserver(keep)

const place = (of: Element): number => of.getBoundingClientRect().top + scroller.scrollTop

function keep(): void {
  if (!form?.isConnected) return hold(null)
  const moved = place(form) - start
  if (moved) scroller.scrollBy({ top: moved, behavior: 'instant' })
  start += moved
}

function hold(next: HTMLFormElement | null): void {
  heights.disconnect()
  // The browser's own anchor may be what grows. Two of them would scroll twice.
  scroller.style.overflowAnchor = ''
  form = next
  if (!form) return
  scroller = scrollerOf(form)
  scroller.style.overflowAnchor = 'none'
  for (let one: Element | null = form; one && one !== scroller; one = one.parentElement) heights.observe(one)
  start = place(form)
}

function scrollerOf(inside: Element): HTMLElement {
  for (let one = inside.parentElement; one && one !== document.body; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  }
  return document.documentElement
}

/** In a part that does not scroll with the page, such as a dialog, nothing above can move a form. */
function apart(one: Element): boolean {
  const end = scrollerOf(one)
  for (let part: Element | null = one; part && part !== end; part = part.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(part).position)) return true
  }
  return false
}

function follow(): void {
  const focused = document.activeElement
  const found = focused?.closest('form') ?? null
  const next = found && !apart(found) ? found : null
  if (next !== form) hold(next)
}

/**
 * While somebody works in a form, it stays where it is on the screen when what lies above it grows or shrinks: a photo that
 * comes, or a step by a colleague, moves no button from under a finger. Scrolling stays the person's.
 */
export function keepSteady(): void {
  document.addEventListener('focusin', follow)
  follow()
}
