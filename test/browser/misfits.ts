import type { Page } from 'playwright-core'

/**
 * What does not fit the window, one line each: a page that scrolls sideways, and controls that are cut off, lie outside the window
 * where nothing scrolls, lie under something else, or whose words stick out of them. Marks of a map are left out: where stops lie close, so do their marks, and a list has each.
 */
export const misfits = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  const wide = document.documentElement.scrollWidth
  if (wide > window.innerWidth) found.push(`the page is ${wide - window.innerWidth} px too wide`)
  const name = (el: Element) => `${el.tagName.toLowerCase()}.${el.className} "${(el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 30)}"`

  for (const el of document.querySelectorAll<HTMLElement>('button, a[href], input:not([type="file"]), select, textarea, summary')) {
    if (el.closest('.leaflet-container, [data-map], .hidden-but-read, [inert]') || !el.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const box = el.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) continue
    const style = getComputedStyle(el)
    if (style.display !== 'inline' && style.textOverflow !== 'ellipsis' && el.tagName !== 'INPUT' && el.tagName !== 'SELECT' && el.tagName !== 'TEXTAREA' && el.scrollWidth > el.clientWidth + 2) found.push(`${name(el)}: its words are ${el.scrollWidth - el.clientWidth} px too wide`)

    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    let [scrollsX, scrollsY, fixed, away] = [false, false, style.position === 'fixed', false]
    for (let up = el.parentElement; up && up !== document.documentElement; up = up.parentElement) {
      const frame = up.getBoundingClientRect()
      const { overflowX, overflowY, position } = getComputedStyle(up)
      if (/auto|scroll/.test(overflowX)) scrollsX = true
      if (/auto|scroll/.test(overflowY)) scrollsY = true
      if (/auto|scroll/.test(overflowX + overflowY) && (y < frame.top || y > frame.bottom || x < frame.left || x > frame.right)) away = true
      if (/hidden|clip/.test(overflowX) && !scrollsX && (box.left < frame.left - 2 || box.right > frame.right + 2)) found.push(`${name(el)}: cut at the side by ${name(up).slice(0, 60)}`)
      if (/hidden|clip/.test(overflowY) && !scrollsY && (box.top < frame.top - 2 || box.bottom > frame.bottom + 2)) found.push(`${name(el)}: cut above or below by ${name(up).slice(0, 60)}`)
      if (position === 'fixed') fixed = true
    }
    if (!scrollsX && (box.left < -1 || box.right > window.innerWidth + 1)) found.push(`${name(el)}: outside the window at the side`)
    if (fixed && !scrollsY && (box.top < -1 || box.bottom > window.innerHeight + 1)) found.push(`${name(el)}: outside the window above or below`)
    if (away || x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) continue
    const top = document.elementFromPoint(x, y)
    const label = top?.closest('label')
    // The sheet of a phone covers the board on purpose.
    if (top?.closest('.sheet') && !el.closest('.sheet')) continue
    if (top && !el.contains(top) && !top.contains(el) && !(label && label.contains(el)) && getComputedStyle(el).pointerEvents !== 'none' && (fixed || !top.closest('header, nav'))) found.push(`${name(el)}: under ${name(top).slice(0, 60)}`)
  }
  return [...new Set(found)]
})
