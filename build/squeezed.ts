import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Bytes; compressing a shorter file gains nothing. */
const least = 600

/** Writes `.br` and `.gz` beside the page, its scripts and its styles at the best compression, which is too slow to do per request. */
export function squeezed(): Plugin {
  return {
    name: 'squeezed',
    apply: 'build',
    // After every other plugin: the files must be final.
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter(one => /^(?:assets\/.*\.(?:js|css)|index\.html)$/.test(one.fileName))
        await Promise.all(texts.map(async (one) => {
          const text = Buffer.from(one.type === 'chunk' ? one.code : one.source)
          if (text.length < least) return
          const [br, gz] = await Promise.all([brotli(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }), zip(text, { level: 9 })])
          this.emitFile({ type: 'asset', fileName: `${one.fileName}.br`, source: br })
          this.emitFile({ type: 'asset', fileName: `${one.fileName}.gz`, source: gz })
        }))
      },
    },
  }
}
