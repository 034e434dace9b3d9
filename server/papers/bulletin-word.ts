import type { Code } from '../../shared/core/rejection.ts'
import type { Content } from './bulletin-content.ts'
import Docxtemplater from 'docxtemplater'
import InspectModule from 'docxtemplater/js/inspect-module.js'
import PizZip from 'pizzip'
import { reject } from '../../shared/core/rejection.ts'
import { unzip } from './unzip.ts'

/** What a template may be: a hundred times the one we begin with. */
const templateBytes = 2 * 2 ** 20

interface Explained { readonly properties?: { readonly id?: string, readonly xtag?: string, readonly errors?: readonly Explained[] } }
interface Tags { readonly [name: string]: Tags }

const loops = ['unclosed_loop', 'unopened_loop', 'closing_tag_does_not_match_opening_tag', 'no_cell_xml_element_found_at_left', 'no_cell_xml_element_found_at_right', 'unbalanced_loop_tags']

/** The library's complaint as one of ours, with the tag that it is about. */
function why(error: unknown): never {
  const { properties } = error as Explained
  const first = properties?.errors?.[0]?.properties ?? properties
  if (!first?.id) reject('not_docx')
  return reject(loops.includes(first.id) ? 'open_loop' : 'broken_tag' satisfies Code, first.xtag)
}

/** A tag is a name of ours and nothing else: what every object has is not there. */
const parser = (tag: string) => ({ get: (scope: object) => Object.hasOwn(scope, tag) ? scope[tag as keyof typeof scope] : undefined })

function open(template: Uint8Array) {
  // Never the file itself: the library believes its directory, and unpacks all of it at once.
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

/** The first tag that is not among ours, as `list.tag` inside a list. */
function unknown(tags: Tags, known: Readonly<Record<string, unknown>>, under = ''): string | null {
  for (const [tag, inside] of Object.entries(tags)) {
    if (!Object.hasOwn(known, tag)) return under + tag
    const list = known[tag]
    // Inside a list the tags outside it are known too.
    const found = unknown(inside, Array.isArray(list) ? { ...known, ...list[0] as object } : known, `${tag}.`)
    if (found) return found
  }
  return null
}

/** Refuses a file that is not Word, is a bomb, has an unclosed loop, or names an unknown tag. */
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

/** The bulletin in that template. */
export function fillTemplate(template: Uint8Array, content: Content): Uint8Array {
  const { document } = open(template)
  document.render(content)
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}
