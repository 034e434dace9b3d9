import type { RequestHandler } from 'express'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import express, { Router } from 'express'
import { nothingHere } from './answer.ts'

/** The encodings that the build writes beside each file, smallest first. */
const ready = [{ coding: 'br', ending: '.br' }, { coding: 'gzip', ending: '.gz' }] as const
/** Headers that govern a document. A script or a style obeys those of its page, and a worker its own. */
const ofDocuments = ['content-security-policy', 'x-frame-options', 'x-dns-prefetch-control', 'x-download-options', 'x-permitted-cross-domain-policies', 'x-xss-protection']
const year = 'public, max-age=31536000, immutable'

/** The scripts that the built page itself contains, as sources of a content security policy: SHA-256 in base64. */
export function scriptsOf(folder: string): string[] {
  const page = path.join(folder, 'index.html')
  const text = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : ''
  return [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
}

/**
 * Serves the built pages. A browser that accepts an encoding gets the file that was compressed at build time. The name of a
 * script contains a hash of its content, so browsers keep it for a year. Any other path is the page, which browsers ask for each time.
 * `hosts` are those whose tiles a page may fetch and keep.
 */
export function pageFiles(folder: string, hosts: readonly string[]): Router {
  const send = readyFiles(folder)
  return Router()
    .use('/assets', (request, response, next) => {
      response.set('cache-control', year)
      if (/(?<!\.worker-[\w-]{8})\.(?:js|css)$/.test(request.path)) ofDocuments.forEach(name => response.removeHeader(name))
      send(`/assets${request.path}`)(request, response, next)
    }, express.static(path.join(folder, 'assets'), { cacheControl: false }), (_request, response, next) => {
      response.removeHeader('cache-control')
      next()
    }, nothingHere)
    .get('/service-worker.js', (_request, response, next) => {
      if (!hosts.length) return next()
      fs.readFile(path.join(folder, 'service-worker.js'), 'utf8', (error, text) => {
        if (error) return next()
        // A browser keeps the policy of a worker until its text changes, so the text names the hosts that the policy allows.
        response.set('cache-control', 'no-cache').type('js').send(`${text}// ${hosts.join(' ')}\n`)
      })
    })
    .use(express.static(folder, { index: false, cacheControl: false }))
    .get('/{*page}', (request, response, next) => {
      response.set('cache-control', 'no-cache')
      send('/index.html')(request, response, next)
    }, (_request, response) => response.sendFile(path.join(folder, 'index.html')))
}

/** Only files that were in the folder when it was read are opened: a path from a request is compared with their names and never followed. */
function readyFiles(folder: string): (name: string) => RequestHandler {
  const names = new Set(fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => `/${name.split(path.sep).join('/')}`) : [])
  return name => (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const lying = ready.filter(({ ending }) => names.has(name + ending))
    if (!lying.length) return next()
    response.vary('accept-encoding')
    const best = lying.find(({ coding }) => request.acceptsEncodings(coding))
    if (!best) return next()
    response.set('content-encoding', best.coding).type(path.extname(name))
    // A name with a hash is never asked for again, so it needs no mark to compare.
    const lasts = name.startsWith('/assets/')
    response.sendFile(name.slice(1) + best.ending, { root: folder, cacheControl: false, etag: !lasts, lastModified: !lasts })
  }
}
