/** A value as it lies on the device: sealed, or as it is where the browser has no WebCrypto (pages without https). */
export type Box = { readonly iv: Uint8Array<ArrayBuffer>, readonly sealed: ArrayBuffer } | { readonly plain: unknown }

/** Seals what a device keeps. Values are JSON, and may have photos as fields. */
export interface Seal {
  readonly close: (value: object) => Promise<Box>
  /** Throws if the box is damaged or is of another key. */
  readonly open: <T>(box: Box) => Promise<T>
}

type Head = readonly [rest: object, blobs: readonly (readonly [field: string, type: string, size: number])[]]

/** The way of a browser without WebCrypto, or of one that cannot keep a key. */
export const noSeal: Seal = { close: async plain => ({ plain }), open: async box => opened(box) }

/** AES-GCM under a key that no script can read. */
export function sealWith(key: CryptoKey): Seal {
  return {
    async close(value) {
      const blobs = Object.entries(value).filter((one): one is [string, Blob] => one[1] instanceof Blob)
      const rest = { ...value, ...Object.fromEntries(blobs.map(([field]) => [field, undefined])) }
      const head = new TextEncoder().encode(JSON.stringify([rest, blobs.map(([field, { type, size }]) => [field, type, size])] satisfies Head))
      const bytes = await new Blob([new Uint32Array([head.length]), head, ...blobs.map(([, blob]) => blob)]).arrayBuffer()
      const iv = crypto.getRandomValues(new Uint8Array(12))
      return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
    },
    async open(box) {
      if (!('sealed' in box)) return opened(box)
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.sealed)
      let at = 4 + new Uint32Array(bytes, 0, 1)[0]!
      const [rest, blobs] = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, at - 4))) as Head
      return Object.assign(rest, Object.fromEntries(blobs.map(([field, type, size]) => [field, new Blob([bytes.slice(at, at += size)], { type })]))) as never
    },
  }
}

function opened<T>(box: Box): T {
  if ('sealed' in box) throw new Error('sealed, and there is no key')
  return box.plain as T
}
