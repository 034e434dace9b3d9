/** As people mean it: without spaces, full-width forms and case. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** 53 bits of a string, after Chris Veness' cyrb53 (public domain idea), with another seed another 53. */
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

/** The id of an imported place, made from what it is: the same row is the same place, on every device and every day. */
export function placeId(kind: string, township: string, name: string): string {
  const content = `${kind}|${township}|${plainName(name)}`
  return `im-${hash(content, 1)}${hash(content, 2)}`
}
