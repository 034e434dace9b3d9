import fs from 'node:fs'
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
const every = ['start', 'rolldown-runtime', 'first']

it('[LD12] the scripts of a first visit are bounded for a volunteer and a coordinator', () => {
  for (const lang of ['zh', 'en']) {
    expect(sent([...every, `words-${lang}`, 'phone', 'next', 'datum']), lang).toBeLessThanOrEqual(110_000)
    expect(sent([...every, `words-${lang}`, `words-screens-${lang}`, 'rules', 'shared', 'datum', 'map', 'lists', 'pages', 'desk']), lang).toBeLessThanOrEqual(250_000)
  }
})
