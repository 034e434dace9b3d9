import { Buffer } from 'node:buffer'

/** JSON text nested so deep that walking it with recursion would end the process. */
export const deepText = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

/** Bodies that no honest client sends. The server must accept none of them and be harmed by none. */
export const nasty: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['not a number', Number.NaN],
  ['a word', 'claimShift'],
  ['yes', true],
  ['a list', [{ id: 'a', name: 'claimShift', args: {} }]],
  ['an empty object', {}],
  ['bytes', Buffer.from('claimShift')],
  ['bytes inside', { id: 'x', name: 'announce', args: { announcement: 'x', text: Buffer.from('x') } }],
  ['a wrong id', { id: { $ne: null }, name: 'announce', args: {} }],
  ['an id that climbs', { id: '../../etc/passwd', name: 'announce', args: {} }],
  ['an endless id', { id: 'x'.repeat(5000), name: 'announce', args: {} }],
  ['an unknown command', { id: 'x', name: 'dropTables', args: {} }],
  ['a command of every object', { id: 'x', name: 'constructor', args: {} }],
  ['an actor of its own', { id: 'x', name: 'announce', args: { announcement: 'x', text: 'x' }, actor: { id: 'me', role: 'admin' } }],
  ['a forbidden key', JSON.parse('{"id":"x","name":"announce","args":{"announcement":"x","text":"x","__proto__":{"role":"admin"}}}')],
  ['a forbidden key far down', JSON.parse('{"id":"x","name":"announce","args":{"a":{"b":[{"c":{"constructor":{"prototype":1}}}]}}}')],
  ['a function of every object', { id: 'x', name: 'announce', args: { announcement: 'x', text: { toString: 'x', valueOf: 1 } } }],
  ['too many keys', { id: 'x', name: 'announce', args: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, 1])) }],
  ['too many items', { id: 'x', name: 'announce', args: Array.from({ length: 6000 }, () => 0) }],
  ['too long a text', { id: 'x', name: 'announce', args: { announcement: 'x', text: 'x'.repeat(9000) } }],
  ['a wrong epoch', { epoch: 7, seq: 0 }],
  ['a seq below nothing', { epoch: 'e', seq: -1 }],
  ['half a seq', { epoch: 'e', seq: 0.5 }],
  ['a wrong look', { looking: '<script>' }],
]
