import type { Express, RequestHandler } from 'express'
import type { County } from '../../shared/core/county.ts'
import type { ApiTokens } from '../api/tokens.ts'
import type { AddressOf } from '../core/address.ts'
import type { Config } from '../core/config.ts'
import type { Budgets } from '../core/costs.ts'
import type { Outside } from '../core/outside.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { IncidentEnd } from '../incident-end.ts'
import type { Incidents } from '../incidents.ts'
import type { LiveLine } from '../line/line.ts'
import type { Oversight } from '../oversight.ts'
import type { AccountSubject } from '../people/account-subject.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Calendars } from '../people/calendars.ts'
import type { Devices } from '../people/devices.ts'
import type { Newcomers } from '../people/newcomers.ts'
import type { Passkeys } from '../people/passkeys.ts'
import type { Screens } from '../people/screens.ts'
import type { SignUp } from '../people/sign-up.ts'
import type { VolunteerRegister } from '../people/volunteer-register.ts'
import type { OnTrouble, Provider } from '../provider/provider.ts'
import type { TableKeys } from '../tables/keys.ts'
import type { Told } from '../telling/told.ts'
import path from 'node:path'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import { waitingRoom } from '../api/waiting-room.ts'
import { cityView } from '../city/city.ts'
import { sessionCookie } from '../core/cookie.ts'
import { traditionalTexts } from '../core/traditional.ts'
import { receiverNames } from '../tables/receivers.ts'
import { errors, fromOurPages, nothingHere, onlyWhile } from './answer.ts'
import { bearer } from './bearer.ts'
import { calendarRoutes } from './calendar.ts'
import { cityRoutes } from './city.ts'
import { countyRoutes } from './county.ts'
import { deviceRoutes } from './devices.ts'
import { exposedRoutes } from './exposed.ts'
import { factorRuleRoutes } from './factor-rule.ts'
import { factorRoutes } from './factor.ts'
import { publicHelpRoutes } from './help.ts'
import { eachIncident, incidentList } from './incidents.ts'
import { jsonBody } from './json-body.ts'
import { pageFiles, scriptsOf } from './pages.ts'
import { peopleRoutes } from './people.ts'
import { providerRoutes } from './provider.ts'
import { publicRoutes } from './public.ts'
import { screenRoutes } from './screens.ts'
import { sessionRoutes } from './session.ts'
import { spending } from './spending.ts'
import { systemRoutes } from './system.ts'
import { tableReading } from './tables.ts'
import { tellingRoutes } from './telling.ts'
import { tokenRoutes } from './tokens.ts'
import { v1Routes } from './v1.ts'
import { volunteerRoutes } from './volunteers.ts'

export interface Parts {
  readonly config: Config
  readonly county: County
  readonly incidents: Incidents
  readonly accounts: Accounts
  readonly screens: Screens
  readonly signUp: SignUp
  readonly newcomers: Newcomers
  readonly subject: AccountSubject
  readonly register: VolunteerRegister
  readonly calendars: Calendars
  readonly devices: Devices
  readonly passkeys: Passkeys
  /** How people are told outside of the app, and the public half of the keys for pushes. */
  readonly told: Told
  readonly tableKeys: TableKeys
  /** Who else may say who a person is. */
  readonly providers: readonly Provider[]
  /** The tokens of other systems. */
  readonly tokens: ApiTokens
  readonly now: () => number
  /** The address by which a client is counted. */
  readonly addressOf: AddressOf
  /** The budget of each person, shared by routes and live connections. */
  readonly budgets: Budgets
  /** Checked before an upload or a list is accepted. */
  readonly room: Pick<DiskRoom, 'needed'>
  /** The folder of the built pages; left out when another server serves them. */
  readonly pages?: string
  /** The live connections, which hear at once of who was disabled, signed out, changed or waits. */
  readonly line: Pick<LiveLine, 'cutOff' | 'waitingChanged' | 'actorChanged' | 'endSession' | 'sessionRenewed' | 'sessionOpen' | 'endHash'>
  readonly end: Pick<IncidentEnd, 'figures'>
  readonly oversight: Oversight
  readonly onBug: (error: unknown) => void
  readonly onProvider: OnTrouble
  readonly outside: Outside
  /** Whether this process does its work now. */
  readonly ready: RequestHandler
  /** What the server measures, for who may read it. */
  readonly metrics: RequestHandler
  /** False once the server is ending. */
  readonly open: () => boolean
}

/** All HTTP routes. Each route has a schema for its input and a rule for who may call it. */
export function createApp({ config, county, incidents, accounts, screens, signUp, newcomers, subject, register, calendars, devices, passkeys, providers, told, tableKeys, tokens, now, addressOf, budgets, room, pages, line: { cutOff: onDisabled, waitingChanged: onWaiting, actorChanged: onChanged, endSession: onSignedOut, sessionRenewed: onRenewed, sessionOpen, endHash: onEnded }, end, oversight, onBug, onProvider, outside, ready, metrics, open }: Parts): Express {
  const app = express().disable('x-powered-by')
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false
  const cookie = sessionCookie(config.PUBLIC_URL, config.SESSION_HOURS)
  const hosts = (layers: Config['TILE_LAYERS']) => [...new Set(layers.flatMap(({ url, subdomains }) => [...subdomains || 'abc'].map(one => new URL(url.replaceAll('{s}', one)).origin)))]
  const keptHosts = hosts(config.TILE_LAYERS.filter(one => one.keep !== undefined))

  app.use(onlyWhile(open))
  app.get('/health', (_request, response) => {
    response.json({ ok: true })
  })
  app.get('/ready', ready)
  app.get('/metrics', metrics)
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
        'img-src': ['\'self\'', 'data:', 'blob:', ...hosts(config.TILE_LAYERS)],
        'media-src': ['\'self\'', 'blob:'],
        'style-src': ['\'self\''],
        'style-src-attr': ['\'unsafe-inline\''],
        'script-src': ['\'self\'', ...pages ? scriptsOf(pages) : []],
        'worker-src': ['\'self\''],
        // Pages fetch the tiles that they may keep.
        'connect-src': ['\'self\'', ...keptHosts],
        'object-src': ['\'none\''],
        'base-uri': ['\'none\''],
        'form-action': ['\'self\''],
        'frame-ancestors': ['\'none\''],
      },
    },
  }))
  app.use(compression())

  const api = express.Router()
  const waiting = waitingRoom()
  api.use(fromOurPages(config.PUBLIC_URL))
  api.use(spending(accounts, budgets))
  api.use('/i', publicRoutes(incidents, addressOf))
  api.use('/i', exposedRoutes(incidents))
  api.use('/i', publicHelpRoutes(incidents, addressOf))
  api.use('/i', eachIncident({ accounts, county, room, enrol: (by, rows) => newcomers.enrol(by, rows, config.LINK_HOURS), keys: tableKeys, receivers: receiverNames(config), end, accountsPart: oversight.accountsPart }, incidents))
  api.use('/tables', tableReading({ keys: tableKeys, incidents, county, addressOf, budgets }))
  api.use(jsonBody())
  api.use('/v1', v1Routes({ accounts, county, incidents, bearer: bearer(tokens, { addressOf, budgets }), waiting }))
  api.use('/tokens', tokenRoutes(accounts, { tokens, onEnded: waiting.end }))
  api.use('/city', cityRoutes(accounts, cityView(config.CITY, { file: path.join(config.DATA_DIR, 'city.json'), onBug })))
  api.use('/system', systemRoutes(accounts, oversight))
  api.use('/incidents', incidentList(accounts, incidents))
  api.use('/session/factor', factorRoutes(accounts, { passkeys, cookie, addressOf, onRenewed }))
  api.use('/session/with', providerRoutes(accounts, { providers, devices, hours: config.SESSION_HOURS, cookie, publicUrl: config.PUBLIC_URL, addressOf, onSignedOut, onTrouble: onProvider, onBug }))
  api.use('/second-factor', factorRuleRoutes(accounts, { onReset: onDisabled, onSooner: onChanged }))
  api.use('/session', sessionRoutes(accounts, { devices, hours: config.SESSION_HOURS, cookie, now, addressOf, onSignedOut, onRenewed }))
  api.use(countyRoutes(county, { tiles: config.TILE_LAYERS, city: config.CITY.length > 0 }, () => traditionalTexts(config.COUNTY)))
  api.use(peopleRoutes(accounts, { county, newcomers, subject, room, incidents, tokens, providers, linkHours: config.LINK_HOURS, onDisabled, onChanged }))
  api.use('/screens', screenRoutes(accounts, { screens, devices, incidents, cookie, addressOf, onRevoked: onDisabled, onSignedOut }))
  api.use('/telling', tellingRoutes(accounts, { ...told, onTrouble: (way, error) => outside(way, 'people', error) }))
  api.use('/devices', deviceRoutes(accounts, { devices, cookie, connected: sessionOpen, onEnded }))
  api.use('/calendar', calendarRoutes({ accounts, calendars, incidents, county, publicUrl: config.PUBLIC_URL, addressOf, budgets, now }))
  api.use('/volunteers', volunteerRoutes(accounts, { signUp, devices, newcomers, register, county, room, sessionHours: config.SESSION_HOURS, linkHours: config.LINK_HOURS, cookie, addressOf, onWaiting, onChanged, onDisabled, onSignedOut }))
  api.use(nothingHere)
  app.use('/api', api)

  if (pages) app.use(pageFiles(pages, keptHosts))
  app.use(errors(onBug))
  return app
}
