import type { ESTree, Plugin } from 'vite'
import fs from 'node:fs'
import path from 'node:path'
import { Converter, CustomConverter } from 'opencc-js'
import { parseSync } from 'vite'
import { instead } from './hong-kong-words.ts'

const characters = Converter({ from: 'cn', to: 'hk' })
const wording = CustomConverter(instead.map(({ from, to }) => [from, to]))
const han = /\p{Script=Han}/u

/** In Traditional characters, with the words that offices in Hong Kong and Macao use. */
export const toTraditional = (text: string): string => wording(characters(text))

/**
 * Gives the words of the pages their third language, `'zh-Hant'`, and answers `county/index.ts?traditional` with the texts of
 * that county folder in Traditional characters. Thus neither the browser nor the server needs the tables.
 */
export function traditional(client: string): Plugin {
  return {
    name: 'traditional',
    enforce: 'post',
    transform(code, id) {
      if (!(id.startsWith(client) || /\/shared\/tables\/(?:outbreak-)?words\.ts$/.test(id)) || !/\.(?:ts|vue)\b/.test(id) || !/\bzh\b/.test(code)) return null
      const edits = chineseWords(parseSync('part.js', code).program).flatMap(({ property, value }) => {
        const text = code.slice(value.start, value.end)
        return han.test(text) ? [{ at: property.end, text: `,"zh-Hant":${toTraditional(text)}` }] : []
      })
      return edits.length ? { code: edits.sort((a, b) => b.at - a.at).reduce((made, { at, text }) => made.slice(0, at) + text + made.slice(at), code), map: null } : null
    },
    load(id) {
      if (!id.endsWith('?traditional')) return null
      const texts = countyTexts(path.dirname(id))
      return { code: `export default ${JSON.stringify(Object.fromEntries(texts.map(text => [text, toTraditional(text)])))}`, moduleType: 'js' }
    },
  }
}

/** The Chinese texts of a county folder. Those of its drill are what people write, and stay as they are. */
export function countyTexts(folder: string): readonly string[] {
  const found = new Set<string>()
  for (const name of fs.readdirSync(folder).filter(name => /\.(?:ts|json)$/.test(name) && name !== 'drill.ts')) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    each(parseSync('part.ts', name.endsWith('.json') ? `(${text})` : text).program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string' && han.test(node.value)) found.add(node.value)
    })
  }
  return [...found]
}

/** The values of the constants of a module, by name. */
export function topConstants(statement: ESTree.Node): readonly (readonly [string, ESTree.Node])[] {
  if (statement.type === 'ExportNamedDeclaration' && statement.declaration) return topConstants(statement.declaration)
  if (statement.type !== 'VariableDeclaration') return []
  return statement.declarations.flatMap(({ id, init }) => id.type === 'Identifier' && init ? [[id.name, init] as const] : [])
}

/** The functions that are given words in two languages. Other pairs, as of a checklist, are records. */
const speakers = new Set(['words', 'wordsOf', 'spoken'])

/** The Chinese of the words of a module: of the pairs given to a speaker, and of its constants. */
export function chineseWords(program: ESTree.Program): readonly { readonly property: ESTree.ObjectProperty, readonly value: ESTree.Node }[] {
  const constants = new Map(program.body.flatMap(topConstants))
  const found: { readonly property: ESTree.ObjectProperty, readonly value: ESTree.Node }[] = []
  const take = (node: ESTree.Node) => {
    const property = wordsIn(node.type === 'TSAsExpression' ? node.expression : node)
    const value = property?.value.type === 'Identifier' ? constants.get(property.value.name) : property?.value
    if (property && value) found.push({ property, value })
  }
  each(program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && speakers.has(node.callee.name)) node.arguments.forEach(take)
  })
  for (const constant of constants.values()) take(constant)
  return found
}

/** The property `zh` of an object that has `zh` and `en` and nothing else. */
function wordsIn(node: ESTree.Node): ESTree.ObjectProperty | undefined {
  if (node.type !== 'ObjectExpression' || node.properties.length !== 2) return undefined
  const plain = node.properties.filter(one => one.type === 'Property').filter(one => one.kind === 'init')
  const named = (name: string) => plain.find(({ key }) => key.type === 'Identifier' && key.name === name)
  return named('en') && named('zh')
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
export const inside = (node: ESTree.Node): ESTree.Node[] => Object.values(node).flat().filter(isNode)

export function each(node: ESTree.Node, visit: (node: ESTree.Node) => void): void {
  visit(node)
  for (const one of inside(node)) each(one, visit)
}
