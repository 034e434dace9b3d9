import type { ESTree, Plugin } from 'vite'
import { createHash } from 'node:crypto'
import { minifySync, parseSync } from 'vite'
import { each, inside, topConstants } from './traditional.ts'

type Lang = 'zh' | 'zh-Hant' | 'en'
type Pair = Readonly<Partial<Record<Lang, ESTree.ObjectProperty>>>
interface Edit { readonly start: number, readonly end: number, readonly text: string }
const langs: readonly Lang[] = ['zh', 'zh-Hant', 'en']
/** Characters; a file of its own gains nothing for fewer. */
const least = 80

/**
 * Puts the words of the first part into one file for each language, so that a first visit fetches one of them, and the Traditional
 * words of the other parts that a screen needs at its start into one more, which the page names in `<meta name="traditional">`. In
 * the script it replaces the values of each `{ zh, en }` by getters, so nothing may read them before `speak` has ended. Values that
 * use anything but their own parameters stay where they are.
 */
export function wordsApart(part: string, screens: readonly string[]): Plugin {
  /** By the hash of the words, which the part names too. */
  const later = new Map<string, string>()
  let laterFile = ''
  return {
    name: 'words-apart',
    apply: 'build',
    renderChunk(code, chunk) {
      if (chunk.name === part) return firstPart(code, (fileName, source) => this.emitFile({ type: 'asset', fileName, source }))
      if (!screens.includes(chunk.name)) return null
      const { edits, found } = takeApart(code, ['zh-Hant'], at => `globalThis.WORDS_LATER?.HASH[${at}]`)
      const list = `[${found['zh-Hant'].join()}]`
      const name = `w${hash(list)}`
      later.set(name, list)
      return { code: applied(code, edits).replaceAll('globalThis.WORDS_LATER?.HASH', `globalThis.WORDS_LATER?.${name}`), map: null }
    },
    generateBundle() {
      const source = minifySync('words.js', `globalThis.WORDS_LATER={${[...later].sort().map(one => one.join(':')).join()}}`, { module: true }).code
      laterFile = `assets/words-screens-zh-Hant-${hash(source)}.js`
      this.emitFile({ type: 'asset', fileName: laterFile, source })
    },
    transformIndexHtml: { order: 'post', handler: () => [{ tag: 'meta', attrs: { name: 'traditional', content: `/${laterFile}` }, injectTo: 'head' }] },
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const storeOf = (lang: Lang) => `globalThis.WORDS_${lang.replace('-', '_')}`
const applied = (code: string, edits: readonly Edit[]) => [...edits].sort((a, b) => b.start - a.start).reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code)

function firstPart(code: string, emit: (fileName: string, source: string) => void) {
  const { edits, found } = takeApart(code, langs, (at, lang) => `${storeOf(lang)}[${at}]`)
  const files = Object.fromEntries(langs.map((lang) => {
    const source = minifySync('words.js', `${storeOf(lang)}=[${found[lang].join()}]`, { module: true }).code
    const fileName = `assets/words-${lang}-${hash(source)}.js`
    emit(fileName, source)
    return [lang, `/${fileName}`]
  }))
  return { code: applied(code, edits).replaceAll('globalThis.WORD_FILES', JSON.stringify(files)), map: null }
}

/** The words of `taken` languages in a script, and the edits that put a getter in their place. */
export function takeApart(code: string, taken: readonly Lang[], getter: (at: number, lang: Lang) => string) {
  const { program } = parseSync('part.js', code)
  const constants = new Map(program.body.flatMap(topConstants))
  const valueOf = (property: ESTree.ObjectProperty | undefined) => property?.value.type === 'Identifier' ? constants.get(property.value.name) : property?.value
  const found: Record<Lang, string[]> = { 'zh': [], 'zh-Hant': [], 'en': [] }
  const edits: Edit[] = []
  // Words are a constant of the script, or what a call is given, as by `words({ … })`. An object that a function makes or keeps is a record.
  const given: ESTree.Node[] = [...constants.values()]
  each(program, node => node.type === 'CallExpression' && given.push(...node.arguments))
  for (const node of given) {
    const pair = pairIn(node)
    const values = taken.map(lang => valueOf(pair?.[lang]))
    if (!pair || !values.every(value => value && isPure(value)) || values.reduce((sum, value) => sum + (value ? value.end - value.start : 0), 0) < least * taken.length / 2) continue
    const at = found[taken[0] ?? 'zh'].length
    taken.forEach((lang, i) => {
      const [property, value] = [pair[lang], values[i]]
      if (!property || !value) return
      found[lang].push(code.slice(value.start, value.end))
      edits.push({ start: property.start, end: property.end, text: `get "${lang}"(){return ${getter(at, lang)}}` })
      if (value !== property.value) edits.push({ start: value.start, end: value.end, text: '0' })
    })
  }
  return { edits, found }
}

/** The properties of an object that has one for each language and nothing else. */
function pairIn(node: ESTree.Node): Pair | undefined {
  if (node.type !== 'ObjectExpression' || node.properties.length !== langs.length) return undefined
  const plain = node.properties.filter(one => one.type === 'Property').filter(one => one.kind === 'init')
  const named = ({ key }: ESTree.ObjectProperty) => key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : null
  const pair = Object.fromEntries(langs.flatMap(lang => plain.filter(one => named(one) === lang).map(one => [lang, one] as const)))
  return Object.keys(pair).length === langs.length ? pair : undefined
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
