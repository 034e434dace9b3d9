import type { Express } from 'express'
import type { County } from '../../shared/county.ts'
import type { Accounts } from '../accounts.ts'
import type { Authority } from '../authority.ts'
import type { Config } from '../config.ts'
import type { Photos } from '../files.ts'
import type { Store } from '../store.ts'
import path from 'node:path'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import { errors, fromOurPages, nothingHere } from './answer.ts'
import { boardRoutes } from './board.ts'
import { peopleRoutes } from './people.ts'
import { photoRoutes } from './photos.ts'
import { postRoutes } from './posts.ts'
import { sessionRoutes } from './session.ts'

export interface Parts {
  readonly config: Config
  readonly county: County
  readonly authority: Authority
  readonly store: Store
  readonly accounts: Accounts
  readonly photos: Photos
  /** The built pages. Left out where something else serves them. */
  readonly pages?: string
  readonly onDisabled: (person: string) => void
  readonly onSignedOut: (token: string) => void
  readonly onBug: (error: unknown) => void
}

/** Everything that is asked over HTTP. Every route has a schema for what comes in and says who may. */
export function createApp({ config, county, authority, store, accounts, photos, pages, onDisabled, onSignedOut, onBug }: Parts): Express {
  const app = express().disable('x-powered-by')
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false
  const tileHosts = config.TILE_LAYERS.map(layer => new URL(layer.url.replace('{s}', '*')).origin)

  app.get('/health', (_request, response) => void response.json({ ok: true, seq: authority.board.seq, epoch: authority.epoch }))
  app.use(helmet({
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ['\'self\''],
        'img-src': ['\'self\'', 'data:', 'blob:', ...tileHosts],
        'style-src': ['\'self\''],
        'style-src-attr': ['\'unsafe-inline\''],
        'script-src': ['\'self\''],
        'worker-src': ['\'self\''],
        'connect-src': ['\'self\''],
        'object-src': ['\'none\''],
        'base-uri': ['\'none\''],
        'form-action': ['\'self\''],
        'frame-ancestors': ['\'none\''],
      },
    },
  }))
  app.use(compression())

  const api = express.Router()
  api.use(fromOurPages(config.PUBLIC_URL))
  api.use('/photos', photoRoutes(accounts, authority, photos))
  api.use(express.json({ limit: 65_536, strict: true }))
  api.use('/session', sessionRoutes(accounts, authority, { hours: config.SESSION_HOURS, secure, onSignedOut }))
  api.get('/county', (_request, response) => {
    response.set('cache-control', 'no-cache').json({ county, tiles: config.TILE_LAYERS })
  })
  api.use(boardRoutes(accounts, authority, store))
  api.use('/posts', postRoutes(accounts, authority))
  api.use(peopleRoutes(accounts, { county, linkHours: config.LINK_HOURS, onDisabled }))
  api.use(nothingHere)
  app.use('/api', api)

  if (pages) {
    app.use('/assets', express.static(path.join(pages, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static(pages, { index: false, cacheControl: false }))
    app.get('/{*page}', (_request, response) => {
      response.set('cache-control', 'no-cache').sendFile(path.join(pages, 'index.html'))
    })
  }
  app.use(errors(onBug))
  return app
}
