import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sources } from '../support/sources.ts'

/** What each place may import from the project, and which packages it must not know. The first line that fits counts. */
const rules: readonly { readonly under: string, readonly may: readonly string[], readonly not?: RegExp }[] = [
  { under: 'shared/', may: ['shared/'], not: /^(?!valibot$|geojson$|@noble\/hashes\/)/ },
  { under: 'client/sync/', may: ['client/sync/', 'shared/'], not: /^(?:vue|vue-router|leaflet|node:.*)$/ },
  { under: 'client/map/', may: ['client/map/', 'shared/'], not: /^(?:vue|vue-router|socket\.io-client|idb|node:.*)$/ },
  { under: 'client/', may: ['client/', 'shared/'], not: /^(?:node:.*|express|socket\.io|drizzle-orm.*|better-sqlite3|sharp|pino)$/ },
  { under: 'server/authority.ts', may: ['server/store.ts', 'server/read-back.ts', 'server/no-room.ts', 'shared/'], not: /^(?:socket\.io|express|drizzle-orm.*|better-sqlite3)$/ },
  { under: 'server/store-memory.ts', may: ['server/store.ts', 'server/set-aside.ts', 'shared/'], not: /./ },
  { under: 'server/', may: ['server/', 'shared/'], not: /^(?:vue|vue-router|leaflet|idb|socket\.io-client)$/ },
]
const imported = /^(?:import|export)\s[^'=]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

describe('imports go down the arrows only', () => {
  it.each(sources('shared', 'client', 'server').filter(file => /\.(?:ts|vue)$/.test(file)))('%s', (file) => {
    const rule = rules.find(one => file.startsWith(one.under))
    const text = fs.readFileSync(file, 'utf8')
    for (const [, named, bare, later] of text.matchAll(imported)) {
      const name = named ?? bare ?? later ?? ''
      if (name.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), name)
        expect(rule?.may.some(place => target.startsWith(place)), `${file} imports ${target}`).toBe(true)
      } else if (rule?.not) {
        expect(rule.not.test(name), `${file} imports ${name}`).toBe(false)
      }
    }
  })
})

it('the rules of the board are pure: no clock, no chance, no machine', () => {
  for (const file of sources('shared').filter(one => one.endsWith('.ts'))) {
    const text = fs.readFileSync(file, 'utf8')
    for (const word of [/\bDate\.now\b/, /\bnew Date\(\)/, /\bMath\.random\b/, /\bcrypto\b/, /\bfetch\(/, /\bprocess\./, /\bdocument\./, /\bwindow\./, /\bsetTimeout\b/, /\bconsole\./]) {
      expect(word.test(text), `${file}: ${word}`).toBe(false)
    }
  }
})

it('text is never HTML', () => {
  for (const file of sources('client').filter(one => /\.(?:ts|vue)$/.test(one))) {
    const text = fs.readFileSync(file, 'utf8')
    for (const word of [/\bv-html\b/, /\.innerHTML\s*=(?!\s*''?$)/m, /\bouterHTML\s*=/, /insertAdjacentHTML/, /document\.write\b/, /\beval\(/, /new Function\(/]) {
      expect(word.test(text), `${file}: ${word}`).toBe(false)
    }
  }
})

it('[F01] what a page asks about an incident, it asks of its own', () => {
  // All else under /api is about one incident, and goes through `within`; a place code names its incident itself.
  const ofTheServer = /\/api\/(?!(?:session|county|incidents|names|people|volunteers|calendar)\b|i\/\$\{incident\.value\}|i\/\$\{encodeURIComponent\(of\)\}\/line\/)/
  for (const file of sources('client').filter(one => /\.(?:ts|vue)$/.test(one))) {
    const program = fs.readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, '')
    expect(ofTheServer.exec(program)?.[0], file).toBeUndefined()
  }
})

it('nothing about one county stands outside its folder', () => {
  const outside = sources('shared', 'client', 'server').filter(file => !file.startsWith('shared/county/lianjiang/') && !file.endsWith('.json'))
  for (const file of outside) {
    const text = fs.readFileSync(file, 'utf8').replace(/'lianjiang'\)?,?$/m, match => file === 'server/config.ts' ? '' : match)
    expect(/廉江|湛江|440881|Lianjiang|lianjiang/.exec(text)?.[0], file).toBeUndefined()
  }
})
