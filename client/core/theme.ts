import { shallowRef, watchEffect } from 'vue'
import { grounds, keptDark } from './kept.ts'

type Theme = 'auto' | 'light' | 'dark'

const night = matchMedia('(prefers-color-scheme: dark)')
const stored = localStorage.getItem('yixian:theme')
export const theme = shallowRef<Theme>(stored === 'light' || stored === 'dark' ? stored : 'auto')
/** Whether the page is dark now. The map follows it. */
export const dark = shallowRef(false)

const settle = () => dark.value = theme.value === 'dark' || (theme.value === 'auto' && keptDark())
night.addEventListener('change', settle)
watchEffect(() => {
  settle()
  const name = dark.value ? 'dark' : 'light'
  document.documentElement.dataset.theme = name
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', grounds[name])
})

export function choose(next: Theme): void {
  theme.value = next
  localStorage.setItem('yixian:theme', next)
}
