import type { ESTree, Plugin } from 'vite'
import { createHash } from 'node:crypto'
import { minifySync, parseSync } from 'vite'

type Lang = 'zh' | 'en'
interface Span { readonly start: number, readonly end: number }
const langs: readonly Lang[] = ['zh', 'en']
/** Characters; a file of its own gains nothing for fewer. */
const least = 80

/**
 * Puts the words of the first part into one file for each language, so that a first visit fetches one of them. In the script it
 * replaces the values of each `{ zh, en }` by getters, so nothing may read them before `speak` has ended. Values that use
 * anything but their own parameters stay where they are.
 */
export function wordsApart(part: string): Plugin {
  return {
    name: 'words-apart',
    apply: 'build',
    renderChunk(code, chunk) {
      if (chunk.name !== part) return null
      const { program } = parseSync('part.js', code)
      const constants = new Map(program.body.flatMap(topConstants))
      const found: Record<Lang, string[]> = { zh: [], en: [] }
      const edits: (Span & { readonly text: string })[] = []
      each(program, (node) => {
        const pair = pairIn(node)
        const values = pair?.map(property => property.value.type === 'Identifier' ? constants.get(property.value.name) : property.value)
        if (!pair || !values) return
        const [zh, en] = values
        if (!zh || !en || !isPure(zh) || !isPure(en) || zh.end - zh.start + en.end - en.start < least) return
        const at = found.zh.length
        langs.forEach((lang, i) => {
          const [property, value] = [pair[i], values[i]]
          if (!property || !value) return
          found[lang].push(code.slice(value.start, value.end))
          edits.push({ start: property.start, end: property.end, text: `get ${lang}(){return globalThis.WORDS_${lang}[${at}]}` })
          if (value !== property.value) edits.push({ start: value.start, end: value.end, text: '0' })
        })
      })
      const files = Object.fromEntries(langs.map((lang) => {
        const source = minifySync('words.js', `globalThis.WORDS_${lang}=[${found[lang].join()}]`, { module: true }).code
        const fileName = `assets/words-${lang}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`
        this.emitFile({ type: 'asset', fileName, source })
        return [lang, `/${fileName}`]
      }))
      const cut = edits.sort((a, b) => b.start - a.start).reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code)
      return { code: cut.replaceAll('globalThis.WORD_FILES', JSON.stringify(files)), map: null }
    },
  }
}

/** The values of the constants at the top of the script, by name. */
function topConstants(statement: ESTree.Node): readonly (readonly [string, ESTree.Node])[] {
  if (statement.type !== 'VariableDeclaration') return []
  return statement.declarations.flatMap(({ id, init }) => id.type === 'Identifier' && init ? [[id.name, init] as const] : [])
}

/** The properties zh and en, in this order, if the node is an object of these two. */
function pairIn(node: ESTree.Node): readonly ESTree.ObjectProperty[] | undefined {
  if (node.type !== 'ObjectExpression' || node.properties.length !== 2) return undefined
  const plain = node.properties.filter(one => one.type === 'Property').filter(one => one.kind === 'init')
  const pair = langs.flatMap(lang => plain.filter(({ key }) => key.type === 'Identifier' && key.name === lang))
  return pair.length === 2 ? pair : undefined
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
const inside = (node: ESTree.Node): ESTree.Node[] => Object.values(node).flat().filter(isNode)

function each(node: ESTree.Node, visit: (node: ESTree.Node) => void): void {
  visit(node)
  for (const one of inside(node)) each(one, visit)
}

/** Whether the value needs nothing but the parameters of its own functions. */
function isPure(node: ESTree.Node, known: ReadonlySet<string> = new Set()): boolean {
  switch (node.type) {
    case 'Identifier': return known.has(node.name)
    case 'Property': return (!node.computed || isPure(node.key, known)) && isPure(node.value, known)
    case 'MemberExpression': return isPure(node.object, known) && (!node.computed || isPure(node.property, known))
    case 'ArrowFunctionExpression': {
      const names = new Set(known)
      for (const parameter of node.params) each(parameter, one => one.type === 'Identifier' && names.add(one.name))
      return isPure(node.body, names)
    }
    default: return inside(node).every(one => isPure(one, known))
  }
}
