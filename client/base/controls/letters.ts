import { onUnmounted } from 'vue'

/** Milliseconds after which a letter begins a new word. */
const pause = 1000

/** Letters typed on a list of Chinese names choose by pinyin or initials, as in the search: the browser compares only the written characters. */
export function useLetters(): void {
  let [typed, last] = ['', -Infinity]
  function press(event: KeyboardEvent): void {
    const select = (event.target as Element).closest('select')
    if (!select || event.ctrlKey || event.metaKey || event.altKey) return
    // An arrow or Enter ends the word too.
    if (!/^[a-z]$/i.test(event.key)) return void (last = -Infinity)
    typed = event.timeStamp - last < pause ? typed + event.key : event.key
    last = event.timeStamp
    void choose(select, typed)
  }
  window.addEventListener('keydown', press)
  onUnmounted(() => window.removeEventListener('keydown', press))
}

async function choose(select: HTMLSelectElement, wanted: string): Promise<void> {
  const options = [...select.options].filter(one => !one.disabled && /\p{Script=Han}/u.test(one.text))
  if (!options.length) return
  const [{ fit }, { loadReadings }] = await Promise.all([import('../search.ts'), import('../readings.ts')])
  const readings = await loadReadings()
  const found = options.map(option => ({ option, fits: fit(option.text, wanted, readings) })).sort((a, b) => b.fits - a.fits)[0]
  if (!found?.fits) return
  if (select.matches(':open')) return found.option.focus()
  if (select.value === found.option.value) return
  select.value = found.option.value
  select.dispatchEvent(new Event('input', { bubbles: true }))
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
