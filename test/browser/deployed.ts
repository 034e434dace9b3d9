import type { BrowserContext } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'

const dist = path.resolve('dist/client')
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml' }
const hashed = /([\w.-]+?)-([\w-]{8})\.(js|css)/g

/** Serves this browser the same pages as another build from now on: every script has a new name, and the old names are gone. */
export async function deploy(context: BrowserContext, missing: readonly string[] = []): Promise<void> {
  const assets = new Map(fs.readdirSync(path.join(dist, 'assets')).filter(name => /\.(?:js|css)$/.test(name)).map(name => [name.replace(hashed, renamed), name]))
  const published = (file: string) => fs.readFileSync(path.join(dist, file), 'utf8').replace(hashed, renamed)
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (route.request().resourceType() === 'document' || pathname === '/') return route.fulfill({ contentType: 'text/html', body: published('index.html') })
    const [, name] = /^\/assets\/(.*)$/.exec(pathname) ?? []
    if (name === undefined) return route.continue()
    const file = assets.get(name)
    if (!file || missing.some(part => name.startsWith(part))) return route.fulfill({ status: 404, contentType: 'application/json', body: '{"ok":false,"code":"not_found"}' })
    return route.fulfill({ contentType: types[path.extname(file)], body: published(`assets/${file}`) })
  })
}

const renamed = (whole: string, name: string, hash: string, ending: string) => /^\d/.test(ending) ? whole : `${name}-${[...hash].reverse().join('')}.${ending}`
