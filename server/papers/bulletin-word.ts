import type { Code } from '../../shared/core/rejection.ts'
import type { Content } from './bulletin-content.ts'
import Docxtemplater from 'docxtemplater'
import InspectModule from 'docxtemplater/js/inspect-module.js'
import PizZip from 'pizzip'
import { reject } from '../../shared/core/rejection.ts'
import { unzip } from './unzip.ts'

/** The largest template, in bytes: a hundred times the first one. */
const templateBytes = 2 * 2 ** 20

interface Explained { readonly properties?: { readonly id?: string, readonly xtag?: string, readonly errors?: readonly Explained[] } }
interface Tags { readonly [name: string]: Tags }

const loops = ['unclosed_loop', 'unopened_loop', 'closing_tag_does_not_match_opening_tag', 'no_cell_xml_element_found_at_left', 'no_cell_xml_element_found_at_right', 'unbalanced_loop_tags']

/** Turns an error of the library into a refusal with the tag that it is about: `open_loop`, `broken_tag` or `not_docx`. */
function why(error: unknown): never {
  const { properties } = error as Explained
  const first = properties?.errors?.[0]?.properties ?? properties
  if (!first?.id) reject('not_docx')
  return reject(loops.includes(first.id) ? 'open_loop' : 'broken_tag' satisfies Code, first.xtag)
}

/** A tag reads only properties of our own content, never those that every object inherits. */
const parser = (tag: string) => ({ get: (scope: object) => Object.hasOwn(scope, tag) ? scope[tag as keyof typeof scope] : undefined })

function open(template: Uint8Array) {
  // The library must not unpack the file: it trusts the sizes in the directory and unpacks everything at once.
  const zip = new PizZip()
  for (const [name, part] of unzip(template)) zip.file(name, part)
  if (!zip.file('word/document.xml') || zip.file(/vbaProject|embeddings\//).length) reject('not_docx')
  const tags = new InspectModule()
  try {
    return { document: new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, errorLogging: false, parser, nullGetter: () => '', modules: [tags] }), tags }
  } catch (error) {
    return why(error)
  }
}

/** The first tag that the content does not have, as `list.tag` within a list; null if there is none. */
function unknown(tags: Tags, known: Readonly<Record<string, unknown>>, under = ''): string | null {
  for (const [tag, inside] of Object.entries(tags)) {
    if (!Object.hasOwn(known, tag)) return under + tag
    const list = known[tag]
    // Within a list, the tags outside it may be used too.
    const found = unknown(inside, Array.isArray(list) ? { ...known, ...list[0] as object } : known, `${tag}.`)
    if (found) return found
  }
  return null
}

/** Checks a template. Rejects with `not_docx`, `too_large`, `zip_bomb`, `open_loop`, `broken_tag` or `unknown_tag`. */
export function checkTemplate(template: Uint8Array, known: Content): void {
  if (template.length > templateBytes) reject('too_large')
  let opened
  try {
    opened = open(template)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error
    return reject('not_docx')
  }
  const stranger = unknown(opened.tags.getAllTags() as Tags, known)
  if (stranger) reject('unknown_tag', stranger)
}

/** Fills a checked template with the content of a day; returns a .docx. */
export function fillTemplate(template: Uint8Array, content: Content): Uint8Array {
  const { document } = open(template)
  document.render(content)
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}
