import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BoardOptions, Filled } from './opening/options.ts'
import { createServer } from 'node:http'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { factsOf } from '../shared/core/county.ts'
import { apiTokens } from './api/tokens.ts'
import { attending } from './attending.ts'
import { nodeRequests } from './cluster/node.ts'
import { turnLines } from './cluster/turned.ts'
import { clientAddress } from './core/address.ts'
import { bounds as usual } from './core/bounds.ts'
import { CannotStart } from './core/cannot-start.ts'
import { backupPlaces } from './core/config.ts'
import { budgets } from './core/costs.ts'
import { noRoom } from './core/no-room.ts'
import { outsideTroubles } from './core/outside.ts'
import { pageReader } from './disk/pages.ts'
import { diskRoom, roomNews } from './disk/room.ts'
import { createApp } from './http/app.ts'
import { arrivalOptions, hurryBodies } from './http/arrival.ts'
import { holdEarly } from './http/early.ts'
import { metricsPage } from './http/metrics.ts'
import { readyPage } from './http/ready.ts'
import { imageMaker } from './images/image-maker.ts'
import { incidentEnd } from './incident-end.ts'
import { openIncidents } from './incidents.ts'
import { liveLine } from './line/line.ts'
import { limitStrangers } from './line/strangers.ts'
import { counting } from './metrics/counting.ts'
import { watchState } from './metrics/state.ts'
import { fillDrill, firstLinks } from './opening/first.ts'
import { openGround } from './opening/ground.ts'
import { sweep, upkeep } from './opening/upkeep.ts'
import { oversight } from './oversight.ts'
import { paperMaker } from './papers/paper-maker.ts'
import { accounts as openAccounts } from './people/accounts.ts'
import { holdsSession } from './people/holds-session.ts'
import { peopleServices } from './people/services.ts'
import { answeringNews, watchAnswering } from './postgres/answering.ts'
import { openProviders } from './provider/providers.ts'
import { tableKeys } from './tables/keys.ts'
import { openTold } from './telling/told.ts'

const nothing = () => {}

/**
 * Starts the whole server on one data folder. `links` are the sign-in links for the person who started it: made at the first
 * start, and when one for an administrator is asked for. Throws `CannotStart`.
 */
export async function startBoard(options: BoardOptions) {
  const bounds = { ...usual, ...options.bounds }
  const server = createServer(arrivalOptions(bounds.arrival))
  const early = holdEarly(server, bounds.strangers.connections)
  try {
    const { now = Date.now, onBug = nothing, onTrouble = nothing, onProvider = nothing, onOutside = nothing, onDamage = nothing, onWriter = nothing } = options
    return await serve(server, early.admit, { ...options, bounds, now, onBug, onTrouble, onProvider, onOutside, onDamage, onWriter })
  } catch (error) {
    early.refuse()
    throw error
  }
}

/** Listens once the data folder is locked, and calls `admit` once the board has been read. */
async function serve(server: Server, admit: () => void, options: Filled) {
  const { config, folder, backups, bounds, now, onBug, onTrouble } = options
  const { county } = folder
  const facts = factsOf(county)
  const counts = counting()
  let open = true
  let tellHeadquarters = nothing
  const room = diskRoom(config.DATA_DIR, {
    space: options.space,
    every: bounds.roomEvery,
    onChange(level) {
      onTrouble(roomNews[level])
      tellHeadquarters()
    },
  })
  /** For errors that a full disk may have caused. */
  const report = (error: unknown) => noRoom(error) ? room.failed() : onBug(error)

  const outside = clientAddress(config.TRUST_PROXY)
  const reader = pageReader(options.checker)
  const ground = await openGround({ ...options, reader, addressOf: outside, onBug: report, locked: () => listen(server, options, report) })
  const { file, database, seal, fresh, joined, node, store } = ground
  const writes = () => node?.writing() !== false
  const accounts = openAccounts(database, seal, now, { idleHours: config.IDLE_HOURS, headquartersHours: config.HEADQUARTERS_HOURS })
  const told = await openTold({ config, database, seal, phoneOf: person => accounts.about(person).phone, now })
  const papers = paperMaker(options.papers)
  const notOut = outsideTroubles({ now, onCount: counts.notTaken, onTrouble: options.onOutside, onBug: report })
  const attend = attending({ config, facts, county, ...told, actorOf: accounts.actorOf, papers, now, outside: notOut, report })

  const home = path.resolve(config.DATA_DIR)
  const incidents = await openIncidents({ home, database, store }, {
    folder: path.join(home, 'incidents'),
    facts,
    now,
    papers,
    images: imageMaker(options.decoder),
    pages: reader,
    openStore: ground.openStore,
    attend: node?.attend(attend) ?? attend,
    backups,
    importsWait: () => room.level() !== 'enough',
    others: node?.others,
    onBug: report,
    onFull: room.failed,
    onAnswered: counts.answered,
    onFile: (incident, changed) => node?.fileChanged(incident, changed),
    onCare: (incident, base, at) => node?.register(`${incident}/care`, base, at),
    onAside(why) {
      onTrouble(why.message)
      tellHeadquarters()
    },
  })
  const boards = () => incidents.all().map(one => one.authority)
  // No upload is running yet, so all unfinished files can be removed.
  await sweep(incidents, 0)
  await room.look()

  const signedIn = holdsSession(accounts, report)
  const several = joined && node && nodeRequests(joined, node, { incidents, addressOf: outside, signedIn, open: () => open, onBug: report })
  const addressOf = several?.addressOf ?? outside
  const { pace } = options
  const shared = { config, county, accounts, incidents, budgets: budgets(pace && { points: pace.commands, seconds: pace.seconds }), bounds, now, onBug: report, open: () => open }
  const line = liveLine(incidents, { ...shared, publicUrl: config.PUBLIC_URL, gather: options.gather, company: several?.company, condition: () => ({ room: room.level(), aside: incidents.aside() }), onFrame: counts.framed, away: () => answering?.since() ?? null, give: several?.give, refresh: several?.refresh })
  tellHeadquarters = line.conditionChanged
  const answering = ground.postgres && watchAnswering(ground.postgres, {
    now,
    every: bounds.answeringEvery,
    onChange(since) {
      onTrouble(since === null ? answeringNews.back : answeringNews.away)
      line.awayChanged()
    },
  })
  watchState(counts.registry, { data: config.DATA_DIR, folder: backupPlaces(config).folder, boards, sockets: line.pages, aside: () => incidents.aside().length, room: room.level, now })
  const people = peopleServices(database, accounts, { choices: told.choices, publicUrl: config.PUBLIC_URL, now })
  const end = incidentEnd({ incidents, accounts, subject: people.subject, signUp: people.signUp, onDisabled: line.cutOff, now })
  const keeping = upkeep(incidents, { accounts, end, writes, open: line.sessionsOpen, watches: line.watches, rest: bounds.rest, onBug: report })
  const app = createApp({
    ...shared,
    ...people,
    providers: await openProviders(config, now),
    end,
    oversight: oversight({ config, database, store, accounts, counts, room: room.level, bounds, backups, now, onBug: report }),
    told,
    tableKeys: tableKeys(database, accounts.actorOf, now),
    tokens: apiTokens(database, accounts, facts, now),
    addressOf,
    room,
    line,
    pages: options.pages,
    ready: readyPage({ room: room.level, read: () => database.raw.prepare('select seq from log limit 1').get(), boards, cutOff: several?.cutOff, now }),
    metrics: metricsPage(counts, config, addressOf),
    outside: notOut,
    onProvider(provider, troubled) {
      counts.troubled(provider)
      options.onProvider(provider, troubled)
    },
  })
  server.on('request', several?.requests(app) ?? app)
  line.attach(server)
  hurryBodies(server, bounds.arrival, signedIn)
  limitStrangers(server, line.io.engine, bounds.strangers, { signedIn: request => signedIn(request) || (several?.ofNode(request) ?? false), addressOf })
  if (reader.later(file)) void reader.read(file).catch((error: unknown) => error instanceof CannotStart ? options.onDamage(error) : onBug(error))

  const [first] = incidents.all()
  if (!first) throw new Error('no incident')
  if (fresh) await fillDrill(first, folder, accounts)
  await node?.start(incidents, turns => turnLines(turns, line))
  admit()
  return {
    authority: first.authority,
    incidents,
    accounts,
    store,
    links: firstLinks(first, accounts, { fresh, asked: config.ADMIN_LINK && writes(), hours: config.LINK_HOURS }),
    /** What follows the end of an incident. */
    end,
    noteContacts: keeping.noteContacts,
    port: (server.address() as AddressInfo).port,
    /** Refuses new work, finishes what is waiting, and closes the files. */
    async close(): Promise<void> {
      open = false
      for (const board of boards()) await board.idle()
      await setImmediate() // answers must go out before the connections are closed
      room.stop()
      answering?.stop()
      keeping.stop()
      await line.close()
      server.closeAllConnections()
      await several?.stop()
      await node?.finish()
      await incidents.close()
      await ground.close()
    },
  }
}

const listen = (server: Server, { config, bounds }: Filled, report: (error: unknown) => void) => new Promise<void>((listening, failed) => server.once('error', failed).listen({ port: config.PORT, host: config.HOST, backlog: bounds.strangers.connections }, () => {
  // For example too many open files: later connections may succeed.
  server.off('error', failed).on('error', report)
  listening()
}))

export type BoardServer = Awaited<ReturnType<typeof startBoard>>
