import { Parser } from 'saxen'
import { Problem } from './problem.ts'

export type Attributes = Readonly<Record<string, string>>
interface Visitor {
  readonly open?: (name: string, attributes: () => Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Walks through an XML text and gives names without their prefix. Throws the problem `damaged`. */
export function walk(xml: string, { open, close, text }: Visitor): void {
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => open?.(local(name), attributes))
  parser.on('closeTag', name => close?.(local(name)))
  parser.on('text', (value, decode) => text?.(decode(value)))
  parser.on('cdata', value => text?.(value))
  parser.on('error', () => {
    throw new Problem('damaged')
  })
  parser.parse(xml)
}
