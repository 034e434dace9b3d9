import fs from 'node:fs'
import { expect, it } from 'vitest'
import { verdict } from '../audit.mjs'
import { sources } from '../support/sources.ts'

interface Locked { readonly version: string, readonly integrity?: string, readonly resolved?: string, readonly hasInstallScript?: boolean }
interface Named { readonly dependencies: Readonly<Record<string, string>>, readonly devDependencies: Readonly<Record<string, string>>, readonly allowScripts: Readonly<Record<string, boolean>> }

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T
const { dependencies, devDependencies, allowScripts } = read<Named>('package.json')
const locked = Object.entries(read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json').packages).filter(([place]) => place !== '')
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

it('[OP4] every dependency is named by one exact version, the one that is locked', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
    expect(locked.find(([place]) => place === `node_modules/${name}`)?.[1].version, name).toBe(version)
  }
})

it('[OP4] every locked package comes from the npm registry and is known by its hash', () => {
  for (const [place, { integrity, resolved }] of locked) {
    expect(integrity, place).toMatch(/^sha512-/)
    expect(resolved ?? 'https://registry.npmjs.org/', place).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
})

it('[OP4] packages that run a script at their installation are listed, and only the one that brings SQLite may', () => {
  const scripted = new Set(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => nameOf(place)))
  expect(Object.keys(allowScripts).sort()).toEqual([...scripted].sort())
  expect(Object.entries(allowScripts).filter(([, may]) => may).map(([name]) => name)).toEqual(['better-sqlite3'])
})

it('[OP4] what is installed is what is locked: no instruction installs otherwise, and no package is one whose copy at the registry has no fixes', () => {
  expect(locked.map(([place]) => nameOf(place))).not.toContain('xlsx')
  const pages = ['README.md', 'CONTRIBUTING.md', 'docs/operate.md', 'docs/api.md', 'deploy/Containerfile', 'deploy/yixian.service', 'server/install.mjs', ...sources('.ci')].filter(file => fs.existsSync(file))
  for (const file of pages) expect(fs.readFileSync(file, 'utf8'), file).not.toMatch(/npm (?:i|install|update)\b/)
})

it('[OP4] what the registry says of known holes: serious ones are red, others are not, and a registry that answers no audit is said and not red', () => {
  const found = (counts: object) => JSON.stringify({ metadata: { vulnerabilities: { low: 3, moderate: 2, high: 0, critical: 0, ...counts } } })
  expect(verdict(found({}))).toMatchObject({ red: false })
  expect([verdict(found({ high: 1 })), verdict(found({ critical: 2 }))]).toMatchObject([{ red: true }, { red: true }])
  for (const none of ['{"message":"405 Method Not Allowed"}', '', 'npm error']) expect(verdict(none)).toMatchObject({ red: false, said: expect.stringContaining('not looked up') })
})
