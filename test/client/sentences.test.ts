import fs from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { firstSentences } from '../../client/core/first-codes.ts'
import { deedName } from '../../client/deeds.ts'
import { codes } from '../../shared/core/rejection.ts'
import { volunteerCommands } from '../../shared/volunteer-commands.ts'

/** A file with every file that it imports, also through others. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, at = ''] of fs.readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^']*'(\.[^']+)'/gm)) withImports(path.join(path.dirname(file), at), seen)
  return seen
}

it('[LD12] a volunteer has the sentence of every refusal of their commands, and the name of every command, from the start', () => {
  const text = [...withImports('shared/volunteer-commands.ts')].filter(file => !file.endsWith('rejection.ts')).map(file => fs.readFileSync(file, 'utf8')).join('\n')
  const theirs = codes.filter(code => text.includes(`'${code}'`))
  expect(theirs.length).toBeGreaterThan(20)
  expect(theirs.filter(code => !Object.hasOwn(firstSentences.zh, code))).toEqual([])
  for (const name of Object.keys(volunteerCommands)) expect(deedName(name)).not.toBe(name)
})

it('[LD12] the other sentences and names come when they are asked for, and a code of a newer server says that the page is too old', async () => {
  // Modules of its own: another test may have loaded the words already.
  vi.resetModules()
  const { lang } = await import('../../client/core/language.ts')
  const { sentence } = await import('../../client/core/sentences.ts')
  const { deedName } = await import('../../client/deeds.ts')
  lang.value = 'en'
  expect(sentence({ code: 'crossed_ring' })).toBe(firstSentences.en.unknown_command)
  expect(deedName('importStock')).toBe('importStock')
  await vi.waitFor(() => {
    expect(sentence({ code: 'crossed_ring' })).not.toBe(firstSentences.en.unknown_command)
    expect(deedName('importStock')).not.toBe('importStock')
  }, { timeout: 60_000 })
  expect(sentence({ code: 'of_a_newer_server' as never })).toBe(firstSentences.en.unknown_command)
})
