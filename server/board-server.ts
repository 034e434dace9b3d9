import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CountyFolder } from '../shared/county/county-folder.ts'
import type { BackupKeeper } from './backup/keeper.ts'
import type { TakenOver } from './cluster/deployment.ts'
import type { Bounds } from './core/bounds.ts'
import type { Config } from './core/config.ts'
import type { Database } from './database/database.ts'
import type { Space } from './disk/room.ts'
import type { OnTrouble } from './provider/provider.ts'
import { createServer } from 'node:http'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { factsOf } from '../shared/core/county.ts'
import { firstIncident } from '../shared/core/protocol.ts'
import { apiTokens } from './api/tokens.ts'
import { attending } from './attending.ts'
import { beginBoard, drillLinks, enterCare, layFiles } from './beginning.ts'
import { Authority } from './board/authority.ts'
import { renewLeakedKeys } from './board/leaked-keys.ts'
import { sqliteStore } from './board/store-sqlite.ts'
import { openStores } from './board/stores.ts'
import { deployment } from './cluster/deployment.ts'
import { fillFrom } from './cluster/filled.ts'
import { joinDeployment } from './cluster/join.ts'
import { nodeRequests } from './cluster/node.ts'
import { turnLines } from './cluster/turned.ts'
import { clientAddress } from './core/address.ts'
import { bounds as usual } from './core/bounds.ts'
import { CannotStart } from './core/cannot-start.ts'
import { backupPlaces } from './core/config.ts'
import { budgets } from './core/costs.ts'
import { noRoom } from './core/no-room.ts'
import { spare } from './core/spare.ts'
import { openDataFolder } from './disk/data-folder.ts'
import { pageReader } from './disk/pages.ts'
import { diskRoom, roomNews } from './disk/room.ts'
import { createApp } from './http/app.ts'
import { arrivalOptions, hurryBodies } from './http/arrival.ts'
import { holdEarly } from './http/early.ts'
import { metricsPage } from './http/metrics.ts'
import { readyPage } from './http/ready.ts'
import { imageMaker } from './images/image-maker.ts'
import { photos as openPhotos } from './images/photo-files.ts'
import { incidentEnd } from './incident-end.ts'
import { careOf, openIncidents } from './incidents.ts'
import { liveLine } from './line/line.ts'
import { limitStrangers } from './line/strangers.ts'
import { mailer } from './mail/mailer.ts'
import { counting } from './metrics/counting.ts'
import { watchState } from './metrics/state.ts'
import { oversight } from './oversight.ts'
import { attachedTo } from './papers/attached.ts'
import { paperMaker } from './papers/paper-maker.ts'
import { templateFile } from './papers/template-file.ts'
import { accounts as openAccounts } from './people/accounts.ts'
import { holdsSession } from './people/holds-session.ts'
import { peopleServices } from './people/services.ts'
import { openProviders } from './provider/providers.ts'
import { tableKeys } from './tables/keys.ts'
import { choices as openChoices } from './telling/choices.ts'
import { pusher, pushKeys } from './telling/push.ts'
import { sender } from './telling/send.ts'
import { texter } from './telling/sms.ts'

const [minute, hour] = [60_000, 3_600_000]

interface Options {
  readonly config: Config
  readonly folder: CountyFolder
  readonly pages?: string
  /** The built scripts of the processes that make papers and decode photos. Without them this process does both. */
  readonly papers?: string
  readonly decoder?: string
  /** The built script of the thread that checks large databases. Without it all are checked before serving begins. */
  readonly checker?: string
  readonly now?: () => number
  readonly gather?: number
  readonly pace?: { readonly commands: number, readonly seconds: number }
  /** Asks for the space on the disk of the data folder. */
  readonly space?: (folder: string) => Promise<Space>
  /** Limits on clients that differ from the usual ones. */
  readonly bounds?: Partial<Bounds>
  readonly onBug?: (error: unknown) => void
  /** Called with a sentence that the administrator should read. The board keeps running. */
  readonly onTrouble?: (sentence: string) => void
  readonly onProvider?: OnTrouble
  /** Called when a database that is already being served turns out to be damaged: nothing more should be written to it. */
  readonly onDamage?: (what: CannotStart) => void
  /** Called when this server has become the writer in the place of another. */
  readonly onWriter?: (took: TakenOver) => void
  /** What reaches into backups; without it nobody makes any. */
  readonly backups?: Pick<BackupKeeper, 'beforeUpgrade' | 'forget'> & Partial<Pick<BackupKeeper, 'byHand'>>
}

/**
 * Starts the whole server on one data folder. `links` are the sign-in links for the person who started it: made at the first
 * start, and when one for an administrator is asked for. Throws `CannotStart`.
 */
export async function startBoard(options: Options) {
  const bounds = { ...usual, ...options.bounds }
  const server = createServer(arrivalOptions(bounds.arrival))
  const early = holdEarly(server, bounds.strangers.connections)
  try {
    return await serve(server, early.admit, { ...options, bounds })
  } catch (error) {
    early.refuse()
    throw error
  }
}

/** Undoes what a start had done before it failed, so that another may begin. */
const undone = (...steps: readonly (() => void | Promise<void>)[]) => async (error: unknown): Promise<never> => {
  for (const step of steps) await step()
  throw error
}

/** Listens once the data folder is locked, and calls `admit` once the board has been read. */
async function serve(server: Server, admit: () => void, { config, folder, pages, papers, decoder, checker, space, now = Date.now, onBug = () => {}, onTrouble = () => {}, onProvider = () => {}, onDamage = () => {}, onWriter = () => {}, backups, gather, pace, bounds }: Options & { readonly bounds: Bounds }) {
  const { county } = folder
  const facts = factsOf(county)
  let tellHeadquarters = () => {}
  const room = diskRoom(config.DATA_DIR, {
    space,
    every: bounds.roomEvery,
    onChange(level) {
      onTrouble(roomNews[level])
      tellHeadquarters()
    },
  })
  const counts = counting()
  const report = (error: unknown) => noRoom(error) ? room.failed() : onBug(error)
  const reader = pageReader(checker)
  const locked = () => new Promise<void>((listening, failed) => server.once('error', failed).listen({ port: config.PORT, host: config.HOST, backlog: bounds.strangers.connections }, () => {
    // For example too many open files: later connections may succeed.
    server.off('error', failed).on('error', report)
    listening()
  }))
  const joined = config.NODE_URL ? await joinDeployment(config, { onLost: onDamage, onBug: report }) : null
  const watch = { onBug: report, onFull: room.failed, importsWait: () => room.level() !== 'enough', sure: () => joined?.lease.sure() ?? true, onAnswered: counts.answered }
  const stores = joined ?? await openStores(config.STORE, onDamage)
  const joins = joined !== null && !joined.begins
  const opened = await openDataFolder(config.DATA_DIR, { joins: joined !== null, pages: reader, locked, beforeUpgrade: backups?.beforeUpgrade, begin: async (empty, key) => joins ? void await fillFrom(joined.postgres, firstIncident, empty) : beginBoard(sqliteStore(empty), openAccounts(empty, key, now), folder, config, now()) }).catch(undone(stores.close))
  const { file, database, seal, release } = opened
  const fresh = opened.fresh && !joins
  const node = joined && deployment(joined, { data: config.DATA_DIR, database, seal, forget: (incident, marks) => void backups?.forget(incident, marks), onLost: onDamage, onBug: report, onWriter })
  await node?.prepare().catch(undone(stores.close, release))
  const openStore = 'in' in stores ? stores.in(fresh) : node!.openStore(fresh)
  const store = await openStore(firstIncident, database, config.DATA_DIR).catch(undone(stores.close, release))
  const accounts = openAccounts(database, seal, now)
  const images = imageMaker(decoder)
  const home = path.resolve(config.DATA_DIR)
  const onFile = (incident: string, changed: string) => node?.fileChanged(incident, changed)
  const onCare = (incident: string, base: Database, at: string) => node?.register(`${incident}/care`, base, at)
  const filed = (changed: string) => onFile(firstIncident, changed)
  const photos = openPhotos(database, path.join(home, 'photos'), images, now, filed)
  const authority = await Authority.open(store, { facts, now, ...watch })
  await renewLeakedKeys(database, authority)
  const makePapers = paperMaker(papers)
  const choices = openChoices(database, seal, now)
  const keys = await pushKeys(config.DATA_DIR)
  const origin = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  const send = sender({
    choices,
    push: pusher({ keys, subject: origin.startsWith('https:') ? origin : 'mailto:nobody@localhost', allowPrivate: config.WEBHOOK_PRIVATE }),
    mail: mailer(config),
    sms: texter(config),
    phoneOf: person => accounts.about(person).phone,
    origin,
  })
  const attendHere = attending({ config, facts, county, choices, send, actorOf: accounts.actorOf, papers: makePapers, now, onBug, report })
  const attend = node?.attend(attendHere) ?? attendHere
  const incidents = await openIncidents({ authority, store, photos, papers: makePapers, template: templateFile(path.join(home, 'papers'), filed), attached: attachedTo(authority.board, path.join(home, 'plans'), images, now, filed), care: careOf(firstIncident, home, authority, { facts, now, onBug: report, backups, onCare }) }, { folder: path.join(home, 'incidents'), facts, now, ...watch, backups, onFile, onCare, attend, images, openStore, pages: reader, onAside(why) {
    onTrouble(why.message)
    tellHeadquarters()
  } })
  const sweep = (age: number) => Promise.all(incidents.all().flatMap(one => [one.photos.sweep(age), one.template.sweep(age), one.attached.sweep(age)]))
  // No upload is running yet, so all unfinished files can be removed.
  await sweep(0)
  await room.look()
  const sweeping = setInterval(() => void sweep(hour).catch(onBug), hour)
  sweeping.unref()
  let open = true
  // The server that writes hears of everybody by itself.
  const noteContacts = () => spare(report, () => node?.writing() === false || accounts.contacts.write())
  const noting = setInterval(noteContacts, minute).unref()
  const signedIn = holdsSession(accounts, report)
  const outside = clientAddress(config.TRUST_PROXY)
  const several = joined && node && nodeRequests(joined, node, { keyFile: path.join(home, 'key'), addressOf: outside, signedIn, open: () => open, onBug: report })
  const addressOf = several?.addressOf ?? outside
  const budget = budgets(pace && { points: pace.commands, seconds: pace.seconds })
  const socket = liveLine(incidents, { accounts, publicUrl: config.PUBLIC_URL, onBug: report, gather, company: several?.company, now, bounds, budgets: budget, condition: () => ({ room: room.level(), aside: incidents.aside() }), onFrame: counts.framed, open: () => open, give: several?.give, refresh: several?.refresh })
  watchState(counts.registry, { data: config.DATA_DIR, folder: backupPlaces(config).folder, boards: () => incidents.all().map(one => one.authority), sockets: socket.pages, aside: () => incidents.aside().length, room: room.level, now })
  tellHeadquarters = socket.conditionChanged
  const people = peopleServices(database, accounts, { choices, publicUrl: config.PUBLIC_URL, now })
  const end = incidentEnd({ incidents, accounts, subject: people.subject, signUp: people.signUp, onDisabled: socket.cutOff, now })
  const endLooking = setInterval(() => node?.writing() === false ? undefined : void end.look().catch(report), minute).unref()
  const app = createApp({ config, county, incidents, accounts, ...people, providers: await openProviders(config, now), end, oversight: oversight({ config, database, store, accounts, counts, room: room.level, bounds, backups, now, onBug: report }), told: { choices, send, key: keys.publicKey }, tableKeys: tableKeys(database, accounts.actorOf, now), tokens: apiTokens(database, accounts, facts, now), now, addressOf, budgets: budget, room, pages, onBug: report, onProvider: (provider, troubled) => {
    counts.troubled(provider)
    onProvider(provider, troubled)
  }, onDisabled: socket.cutOff, onWaiting: socket.waitingChanged, onChanged: socket.actorChanged, onSignedOut: socket.endSession, sessionOpen: socket.sessionOpen, onEnded: socket.endHash, ready: readyPage({ room: room.level, read: () => database.raw.prepare('select seq from log limit 1').get(), boards: () => incidents.all().map(one => one.authority), cutOff: several?.cutOff, now }), metrics: metricsPage(counts, config, addressOf), open: () => open })
  server.on('request', several?.requests(app) ?? app)
  socket.attach(server)
  hurryBodies(server, bounds.arrival, signedIn)
  limitStrangers(server, socket.io.engine, bounds.strangers, { signedIn: request => signedIn(request) || (several?.ofNode(request) ?? false), addressOf })
  if (reader.later(file)) void reader.read(file).catch((error: unknown) => error instanceof CannotStart ? onDamage(error) : onBug(error))

  const incident = authority.board.get('incident', 'incident')
  const [first] = incidents.all()
  if (fresh && first && incident?.drill && folder.drillCare) enterCare(folder.drillCare(authority.now()), first.care, accounts)
  if (fresh && first && incident?.drill) await layFiles(folder.drillFiles, first.attached)
  await node?.start(incidents, turns => turnLines(turns, socket))
  admit()
  const admin = fresh || (config.ADMIN_LINK && node?.writing() !== false) ? accounts.list().find(person => person.role === 'admin' && !person.disabled)?.id : undefined
  const signIn = fresh && incident?.drill
    ? drillLinks(accounts, config.LINK_HOURS)
    : admin ? [{ role: 'admin', name: accounts.nameOf(admin), token: accounts.invite(admin, config.LINK_HOURS) }] : []

  return {
    authority,
    incidents,
    accounts,
    store,
    links: signIn,
    /** What follows the end of an incident. */
    end,
    port: (server.address() as AddressInfo).port,
    /** Refuses new work, finishes what is waiting, and closes the files. */
    async close(): Promise<void> {
      open = false
      for (const board of incidents.all()) await board.authority.idle()
      await setImmediate() // answers must go out before the connections are closed
      room.stop()
      clearInterval(sweeping)
      clearInterval(noting)
      clearInterval(endLooking)
      noteContacts()
      await socket.close()
      server.closeAllConnections()
      await several?.stop()
      await node?.finish()
      await incidents.close()
      await stores.close()
      release()
    },
  }
}

export type BoardServer = Awaited<ReturnType<typeof startBoard>>
