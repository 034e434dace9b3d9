/** A name in lower case and half-width, without spaces, for comparison. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** A 53-bit hash of a string, after cyrb53 (public domain). Each seed gives an independent hash. The result must never change, because ids are made of it. */
export function hash(text: string, seed: number): string {
  let a = 0xDEADBEEF ^ seed
  let b = 0x41C6CE57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/** The id of an imported place, made of its content: the same row gives the same id on every device and day, so that nothing is imported twice. */
export function placeId(kind: string, township: string, name: string): string {
  const content = `${kind}|${township}|${plainName(name)}`
  return `im-${hash(content, 1)}${hash(content, 2)}`
}
