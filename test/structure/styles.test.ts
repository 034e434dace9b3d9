import type { ElementNode, RootNode, TemplateChildNode } from '@vue/compiler-core'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'vue/compiler-sfc'
import { sources } from '../support/sources.ts'

interface Part { readonly script: string, readonly roots: readonly ElementNode[], readonly all: readonly ElementNode[], readonly alone: readonly string[] }

const elements = (nodes: readonly TemplateChildNode[]): ElementNode[] => nodes.flatMap(node => node.type === 1 ? [node, ...elements(node.children)] : [])
const inside = (node: RootNode | null | undefined) => node?.children ?? []

/** The classes of an element, with those that its component chooses by a word of its properties. */
function classesOf(node: ElementNode, script: string): string[] {
  return node.props.flatMap((prop) => {
    if (prop.type === 6) return prop.name === 'class' ? prop.value?.content.split(/\s+/) ?? [] : []
    if (prop.name !== 'bind' || prop.arg?.type !== 4 || prop.arg.content !== 'class' || prop.exp?.type !== 4) return []
    const chosen = prop.exp.content.replace(/`\$\{(\w+)\}`/g, '$1').replace(/`[^`]*`|: *[\w.]+/g, '').match(/[\w-]+/g) ?? []
    const words = new RegExp(`\\b(?:${chosen.join('|')})\\??: ((?:'[\\w-]+'(?: \\| )?)+)`, 'g')
    return [...chosen, ...[...script.matchAll(words)].flatMap(found => found[1]?.match(/[\w-]+/g) ?? [])]
  })
}

/** The classes that a scoped style names without saying within what. */
function alone(css: string): string[] {
  const selectors = css.replace(/\/\*.*?\*\//gs, '').replace(/\{[^{}]*\}/g, ',').replace(/@[^{]*\{/g, '').replaceAll('}', ',').split(',').map(one => one.trim())
  return selectors.filter(one => !/[\s>+~]|:(?!hover|focus|active)/.test(one)).flatMap(one => one.match(/\.[a-z][\w-]*/gi)?.map(name => name.slice(1)) ?? [])
}

const parts = new Map(sources('client').filter(file => file.endsWith('.vue')).map((file): [string, Part] => {
  const { descriptor } = parse(fs.readFileSync(file, 'utf8'))
  const roots = inside(descriptor.template?.ast).filter(node => node.type === 1)
  return [file, { script: descriptor.scriptSetup?.content ?? '', roots, all: elements(inside(descriptor.template?.ast)), alone: descriptor.styles.filter(style => style.scoped).flatMap(style => alone(style.content)) }]
}))

it('[SC17] the style of a part never falls on another part that it uses because both use the same word for a class', () => {
  const falls: string[] = []
  for (const [file, part] of parts) {
    for (const used of part.all.filter(node => /^[A-Z]/.test(node.tag))) {
      const from = new RegExp(`import ${used.tag} from '([^']+\\.vue)'`).exec(part.script)?.[1]
      const child = from && parts.get(path.posix.join(path.posix.dirname(file), from))
      // A scoped style reaches the root of a part that has only one.
      if (!child || child.roots.length !== 1) continue
      const given = classesOf(used, part.script)
      const own = classesOf(child.roots[0]!, child.script)
      falls.push(...own.filter(name => part.alone.includes(name) && !given.includes(name)).map(name => `${file} .${name} ${used.tag}`))
    }
  }
  expect([...new Set(falls)]).toEqual([])
})

it('a style in a file of its own is the first of each part that names it: several share the file, and the build reads it by its place', () => {
  const later = sources('client').filter(file => file.endsWith('.vue')).filter(file => parse(fs.readFileSync(file, 'utf8')).descriptor.styles.slice(1).some(style => style.src))
  expect(later).toEqual([])
})
