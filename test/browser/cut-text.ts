import type { Page } from 'playwright-core'

/** Words of a page that lie outside the window or are cut at the side, and pages and headers that scroll sideways, one line each. Words meant for screen readers alone, and marks of a map, are left out. */
export const cutText = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  for (const el of document.querySelectorAll('html, body, main, header, nav')) {
    if (el.scrollWidth > el.clientWidth + 1) found.push(`${el.tagName.toLowerCase()} scrolls ${el.scrollWidth - el.clientWidth} px sideways`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const parent = text.parentElement
    if (!parent || !text.textContent?.trim() || parent.closest('.leaflet-container, [data-map], svg, option, script, style') || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    let why = ''
    for (let up: Element | null = parent; up && why === ''; up = up.parentElement) {
      const frame = up.getBoundingClientRect()
      const { display, overflowX, clipPath } = getComputedStyle(up)
      if (clipPath !== 'none' || /auto|scroll/.test(overflowX)) why = 'meant'
      else if (display !== 'inline' && /hidden|clip/.test(overflowX) && (box.right > frame.right + 2 || box.left < frame.left - 2)) why = `cut by ${up.tagName.toLowerCase()}.${up.className}`
    }
    if (!why && (box.right > window.innerWidth + 1 || box.left < -1)) why = 'outside the window'
    if (why && why !== 'meant') found.push(`"${text.textContent.trim().slice(0, 30)}": ${why}`)
  }
  return [...new Set(found)]
})
