import { shallowRef, watchEffect } from 'vue'

type Theme = 'auto' | 'light' | 'dark'

const night = matchMedia('(prefers-color-scheme: dark)')
const stored = localStorage.getItem('yixian:theme')
export const theme = shallowRef<Theme>(stored === 'light' || stored === 'dark' ? stored : 'auto')
/** What is in force. The map is told when it changes. */
export const dark = shallowRef(false)

const settle = () => dark.value = theme.value === 'dark' || (theme.value === 'auto' && night.matches)
night.addEventListener('change', settle)
watchEffect(() => {
  settle()
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'
})

export function choose(next: Theme): void {
  theme.value = next
  localStorage.setItem('yixian:theme', next)
}
