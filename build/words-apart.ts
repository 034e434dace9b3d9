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
 * Puts the words of the parts that are loaded at the start into files of their own, one for each language, so that a visit fetches
 * one of them: those of `first` (every visit of a volunteer needs them) into `words-zh-….js`, those of `later` into
 * `words-screens-zh-….js`. The page names both for each language in `<meta name="words">`. In the script it replaces the values of
 * each `{ zh, en }` by getters, so nothing may read them before `speak` or `withWords` has ended. Values that use anything but their
 * own parameters stay where they are.
 */
export function wordsApart(first: readonly string[], later: readonly string[]): Plugin {
  const groups = [first, later].map(parts => ({ parts, found: new Map<string, Record<Lang, string>>() }))
  let files = ''
  return {
    name: 'words-apart',
    apply: 'build',
    renderChunk(code, chunk) {
      const group = groups.find(({ parts }) => parts.includes(chunk.name))
      if (!group) return null
      const { edits, found } = takeApart(code, langs, (at, lang) => `${storeOf(lang)}.HASH[${at}]`)
      if (!edits.length) return null
      const lists = { 'zh': listOf(found.zh), 'zh-Hant': listOf(found['zh-Hant']), 'en': listOf(found.en) }
      // By the hash of the words, so that parts of two builds never read each other's.
      const name = `w${hash(Object.values(lists).join())}`
      group.found.set(name, lists)
      const wanted = later.includes(chunk.name) ? 'globalThis.WORDS_WANTED=true;' : ''
      return { code: wanted + applied(code, edits).replaceAll(/(globalThis\.WORDS_\w+\.)HASH\[/g, `$1${name}[`), map: null }
    },
    generateBundle() {
      files = JSON.stringify(Object.fromEntries(langs.map(lang => [lang, groups.map(({ found }, i) => {
        const source = minifySync('words.js', `Object.assign(${storeOf(lang)}??={},{${[...found].sort().map(([name, lists]) => `${name}:${lists[lang]}`).join()}})`, { module: true }).code
        const fileName = `assets/words-${i ? 'screens-' : ''}${lang}-${hash(source)}.js`
        this.emitFile({ type: 'asset', fileName, source })
        return `/${fileName}`
      })])))
    },
    transformIndexHtml: { order: 'post', handler: () => [{ tag: 'meta', attrs: { name: 'words', content: files }, injectTo: 'head' }] },
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const storeOf = (lang: Lang) => `globalThis.WORDS_${lang.replace('-', '_')}`
const listOf = (words: readonly string[]) => `[${words.join()}]`
const applied = (code: string, edits: readonly Edit[]) => [...edits].sort((a, b) => b.start - a.start).reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code)

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
