import fs from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'

/** Bytes of an answer's headers. */
const headers = 430
const names = fs.readdirSync('dist/client/assets').filter(name => name.endsWith('.js'))
/** Bytes of these parts as they are sent. */
const sent = (parts: readonly string[]) => parts.reduce((sum, part) => {
  const files = names.filter(name => new RegExp(`^${part}-[\\w-]{8}\\.js$`).test(name))
  expect(files, part).toHaveLength(1)
  const file = `dist/client/assets/${files[0]}`
  return sum + headers + fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size
}, 0)
const every = ['rolldown-runtime', 'first']
/** The script that the page itself contains. */
const inPage = brotliCompressSync(/<script>(.*?)<\/script>/s.exec(fs.readFileSync('dist/client/index.html', 'utf8'))?.[1] ?? '').length

it('[LD12] the scripts of a first visit are bounded for a volunteer and a coordinator', () => {
  for (const lang of ['zh', 'en']) {
    // The vault comes beside the first script, and the board waits for it.
    const volunteer = inPage + sent([...every, 'vault', `words-${lang}`, 'phone', 'next', 'datum'])
    const coordinator = inPage + sent([...every, 'vault', `words-${lang}`, `words-screens-${lang}`, 'rules', 'shared', 'datum', 'map', 'lists', 'pages', 'desk'])
    console.log(`${lang}: volunteer ${volunteer}, coordinator ${coordinator} bytes`)
    expect(volunteer, lang).toBeLessThanOrEqual(110_000)
    expect(coordinator, lang).toBeLessThanOrEqual(250_000)
  }
})

/** What the service worker keeps for each role and screen. */
function keptFor() {
  const worker = fs.readFileSync('dist/client/service-worker.js', 'utf8')
  const files = JSON.parse(/const files = (\[.*?\])\n/.exec(worker)?.[1] ?? '') as readonly string[]
  const kept = JSON.parse(/const kept = (\{.*?\})\n/.exec(worker)?.[1] ?? '') as Readonly<Record<string, readonly number[]>>
  const weigh = (some: readonly string[]) => some.reduce((sum, name) => sum + fs.statSync(`dist/client${name}`).size, 0)
  const of = (whose: string) => (kept[whose] ?? []).map(i => files[i] ?? '')
  return { all: weigh(files), whose: Object.keys(kept), of, weight: (whose: string) => weigh(of(whose)) }
}

it('[LD15] a device keeps the files that its role and screen use, and no others', () => {
  const { all, whose, of, weight } = keptFor()
  console.log(`kept on the device, in kB of ${Math.round(all / 1000)}: ${whose.map(one => `${one} ${Math.round(weight(one) / 1000)}`).join(', ')}`)
  const has = (who: string, page: string) => of(who).some(name => name.startsWith(`/assets/${page}-`))
  expect(weight('volunteer-phone')).toBeLessThanOrEqual(1_660_000)
  expect(weight('unit-phone')).toBeLessThanOrEqual(2_665_000)
  for (const page of ['phone', 'first', 'DevicePage', 'CalendarPage', 'CertificatePage', 'words-en']) expect(has('volunteer-phone', page), page).toBe(true)
  for (const page of ['ReportIssue', 'InboxPage', 'RegisterPage', 'PeoplePage', 'ImportPage', 'WallPage', 'RoutePage']) expect(has('volunteer-phone', page), page).toBe(false)
  for (const page of ['ReportIssue', 'RoutePage', 'InspectionDetail']) expect(has('inspector-phone', page), page).toBe(true)
  for (const page of ['PeoplePage', 'WallPage']) expect(has('inspector-phone', page), page).toBe(false)
  expect(has('coordinator-desk', 'desk') && has('coordinator-desk', 'ImportPage')).toBe(true)
})
