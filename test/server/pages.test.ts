import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

const script = 'console.log("here")'.repeat(100)
const page = `<!doctype html><title>board</title>${'<p>x</p>'.repeat(100)}`

/** Built pages in a folder, beside a secret file that must never be served. */
function built(): string {
  const folder = path.join(tempFolder(), 'client')
  fs.mkdirSync(path.join(folder, 'assets'), { recursive: true })
  fs.writeFileSync(path.join(folder, '..', 'secret.js'), 'secret')
  fs.writeFileSync(path.join(folder, '..', 'secret.js.br'), 'secret')
  for (const [name, text] of [['index.html', page], ['assets/app-1.js', script]] as const) {
    fs.writeFileSync(path.join(folder, name), text)
    fs.writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(text))
    fs.writeFileSync(path.join(folder, `${name}.gz`), gzipSync(text))
  }
  fs.writeFileSync(path.join(folder, 'assets/plain-1.js'), 'plain')
  fs.writeFileSync(path.join(folder, 'assets/read-list.worker-Bs9o-pIJ.js'), 'worker')
  return folder
}

/** Reads the raw answer: `fetch` would unpack it and normalise the path. */
const get = (port: number, asked: string, accepts?: string) => new Promise<{ status?: number, headers: http.IncomingHttpHeaders, body: Buffer }>((answered, failed) => {
  http.get({ port, host: '127.0.0.1', path: asked, headers: accepts ? { 'accept-encoding': accepts } : {} }, (response) => {
    const parts: Buffer[] = []
    response.on('data', part => parts.push(part)).on('end', () => answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }))
  }).on('error', failed)
})

it('[LD1] a file compressed at build time is sent only to clients that accept its coding', async () => {
  const board = await runningBoard({ pages: built() })
  const asked = async (name: string, accepts?: string) => {
    const { status, headers, body } = await get(board.port(), name, accepts)
    expect([status, headers.vary?.toLowerCase()], name).toEqual([200, expect.stringContaining('accept-encoding')])
    return { coding: headers['content-encoding'], type: headers['content-type'], cache: headers['cache-control'], body }
  }
  const kept = 'public, max-age=31536000, immutable'
  const br = await asked('/assets/app-1.js', 'gzip, deflate, br, zstd')
  expect([br.coding, br.cache, brotliDecompressSync(br.body).toString()]).toEqual(['br', kept, script])
  expect(br.type).toMatch(/^(?:text|application)\/javascript/)
  const gz = await asked('/assets/app-1.js', 'gzip')
  expect([gz.coding, gz.cache, gunzipSync(gz.body).toString()]).toEqual(['gzip', kept, script])
  for (const accepts of [undefined, 'identity', 'br;q=0, gzip;q=0']) {
    const plain = await asked('/assets/app-1.js', accepts)
    expect([plain.coding, plain.cache, plain.body.toString()], accepts).toEqual([undefined, kept, script])
  }
  for (const where of ['/', '/bulletins', '/p/x']) {
    const home = await asked(where, 'br')
    expect([home.coding, home.cache, brotliDecompressSync(home.body).toString()], where).toEqual(['br', 'no-cache', page])
    expect(home.type).toContain('text/html')
  }
  expect(board.bugs).toEqual([])
})

it('[LD1] no path leads out of the pages folder; the answer for a missing script is not cached; a file that was not compressed is sent as it is', async () => {
  const board = await runningBoard({ pages: built() })
  for (const away of ['/assets/../../secret.js', '/../secret.js', '/assets/..%2f..%2fsecret.js', '/assets/%2e%2e/%2e%2e/secret.js', '/assets/..%5c..%5csecret.js', '/assets//../../secret.js', '/assets/app-1.js/../../../secret.js', '/assets/%00', '/assets/toString']) {
    const { body, headers, status } = await get(board.port(), away, 'br')
    expect(body.toString(), away).not.toContain('secret')
    expect(headers['cache-control'] ?? '', away).not.toContain('immutable')
    expect(status, away).toBeLessThan(500)
  }
  const gone = await get(board.port(), '/assets/app-0.js', 'br')
  expect(gone.headers['cache-control'] ?? '').not.toContain('immutable')
  expect([gone.status, gone.headers['content-encoding'], JSON.parse(gone.body.toString())]).toEqual([404, undefined, { ok: false, code: 'not_found' }])
  const plain = await get(board.port(), '/assets/plain-1.js', 'br')
  expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, 'plain'])
  expect(board.bugs).toEqual([])
})

it('[LD12] scripts and styles come without the headers that govern documents; pages and workers come with them', async () => {
  const board = await runningBoard({ pages: built() })
  const policy = async (name: string) => (await get(board.port(), name, 'br')).headers['content-security-policy'] !== undefined
  expect(await policy('/')).toBe(true)
  expect(await policy('/assets/read-list.worker-Bs9o-pIJ.js')).toBe(true)
  expect(await policy('/assets/plain-1.js')).toBe(false)
  expect(await policy('/assets/app-1.js')).toBe(false)
  expect((await get(board.port(), '/assets/app-1.js', 'br')).headers['x-content-type-options']).toBe('nosniff')
})

it('[F85] [D15] pages and their worker may fetch tiles only of layers whose licence is named, and the worker is a new one when these change', async () => {
  const pages = built()
  fs.writeFileSync(path.join(pages, 'service-worker.js'), 'worker()\n')
  const layers = [{ name: 'a', url: 'https://t{s}.may.example/{z}/{x}/{y}.png', subdomains: '01', datum: 'WGS-84', keep: 'a contract' }, { name: 'b', url: 'https://other.example/{z}/{x}/{y}.png', datum: 'WGS-84' }]
  const [board, plain] = [await runningBoard({ pages, settings: { TILE_LAYERS: JSON.stringify(layers) } }), await runningBoard({ pages })]
  for (const name of ['/', '/service-worker.js']) {
    const policy = String((await get(board.port(), name)).headers['content-security-policy'])
    expect(policy).toContain('connect-src \'self\' https://t0.may.example https://t1.may.example;')
    expect(policy).toMatch(/img-src [^;]*https:\/\/other\.example/)
  }
  expect((await get(board.port(), '/service-worker.js')).body.toString()).toBe('worker()\n// https://t0.may.example https://t1.may.example\n')
  expect((await get(plain.port(), '/service-worker.js')).body.toString()).toBe('worker()\n')
})

it('[LD12] the policy of a page allows the script that the build wrote into it, by its hash, and no other', async () => {
  const folder = built()
  const own = 'const less = 1 < 2'
  fs.writeFileSync(path.join(folder, 'index.html'), page.replace('<title>', `<script>${own}</script><script src="/assets/app-1.js"></script><title>`))
  const board = await runningBoard({ pages: folder })
  const policy = String((await get(board.port(), '/')).headers['content-security-policy'])
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(`'self' 'sha256-${createHash('sha256').update(own).digest('base64')}'`)
})
