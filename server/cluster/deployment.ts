import type { Others } from '../board/authority-options.ts'
import type { OpenStore } from '../board/stores.ts'
import type { Vault } from '../care/vault.ts'
import type { AddressOf } from '../core/address.ts'
import type { CannotStart } from '../core/cannot-start.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { IncidentBoard, Incidents } from '../incidents.ts'
import type { Turn } from './copies.ts'
import type { Joined } from './join.ts'
import type { Loss } from './lease.ts'
import type { CopiedDatabase } from './outbox.ts'
import fs from 'node:fs'
import path from 'node:path'
import { inPostgres } from '../board/stores.ts'
import { away } from '../core/no-room.ts'
import { deploymentKey } from '../postgres/deployment-key.ts'
import { beginnings } from './beginnings.ts'
import { boardWriters } from './board-writers.ts'
import { copies, first } from './copies.ts'
import { cursorIn } from './cursor.ts'
import { comingFiles, filesIn } from './files.ts'
import { fillFolder } from './filled.ts'
import { copiedDatabase } from './outbox.ts'
import { passOn } from './pass-on.ts'
import { copiedRows } from './rows.ts'
import { secretFiles } from './secret-files.ts'
import { addressThrough, nodeSecret } from './secret.ts'

type Attended = Pick<IncidentBoard, 'id' | 'authority' | 'store' | 'care' | 'photos'>
type Attend = (board: Attended) => Promise<() => Promise<void>>

interface Options {
  readonly data: string
  readonly database: Pick<Database, 'raw'>
  readonly seal: Seal
  /** Finds a client's address in a request that comes from outside. */
  readonly addressOf: AddressOf
  /** Takes the keys with these marks out of the backups of this server. */
  readonly forget: (incident: string, marks: readonly string[]) => void
  readonly onLost: (why: CannotStart) => void
  readonly onBug: (error: unknown) => void
  /** Called when this server has taken over. */
  readonly onWriter: (took: TakenOver) => void
}

/** How the former writer was lost, and how long it took to bring the rows and the boards here up to date (ms). */
export interface TakenOver { readonly lost: Loss, readonly rows: number, readonly boards: number }

/** How often the writer stores what changed without anybody waiting for it (ms). */
const every = 250

/** This server's part in a deployment: it follows the writer, with copies of everything, until it is the writer itself. */
export function deployment({ postgres, lease, own, address, begins }: Joined, { data, database, seal, addressOf, forget, onLost, onBug, onWriter }: Options) {
  const rows = copiedRows(postgres, lease.term)
  const cursor = cursorIn(database)
  const vaults = new Map<string, Vault>()
  const work = beginnings(onBug)
  const stops: (() => void | Promise<void>)[] = []
  let incidents: Incidents | null = null
  let onTurned: (turns: readonly Turn[]) => void = () => {}
  let writing = begins
  const homeOf = (incident: string) => incident === first ? path.resolve(data) : path.resolve(data, 'incidents', incident)

  const copied = copies({ rows, secrets: secretFiles(seal, forget), open: openFor, cursor, onTurned: turns => onTurned(turns) })
  const files = comingFiles(rows, () => copied.here)
  if (begins) copied.lead()

  const writers = boardWriters(own, {
    address,
    writer: () => writing ? lease.term() : null,
    open: () => ({ boards: incidents?.all().map(({ id }) => id) ?? [], whole: incidents?.whole() ?? false }),
    take: async board => incidents?.find(board)?.authority.refresh(),
    onBug,
  })
  const secret = nodeSecret(path.join(data, 'key'))
  const pass = passOn({ address, writer: lease.holder, decider: writers.holder, secret, addressOf: addressThrough(secret, addressOf) })

  /** From now on what changes in this database reaches the others, or what others change reaches it. */
  function register(name: string, { raw }: Pick<Database, 'raw'>, home: string): void {
    const base = copiedDatabase(raw, home)
    copied.here.set(name, base)
    if (!writing) return
    base.watch()
    if (base.fresh) base.everything([])
  }

  /** The database that rows of another server are for. An incident that was opened there is opened here. */
  async function openFor(name: string): Promise<CopiedDatabase | null> {
    const [incident = '', part] = name.split('/')
    if (!incidents || !/^[\w-]{1,64}$/.test(incident)) return null
    if (!incidents.find(incident)) {
      if (!fs.existsSync(homeOf(incident)) && !await fillFolder(postgres, incident, homeOf(incident))) return null
      await incidents.admitFrom(incident)
    }
    if (part) vaults.get(incident)?.base()
    return copied.here.get(name) ?? null
  }

  const announce = (incident: string) => rows.push([{ database: incident, name: 'incident', id: incident, value: '{}' }])

  /** Becomes the writer: has everything that was written before, and begins the work that one server does for all. */
  async function promote(lost: Loss): Promise<void> {
    if (!writing) {
      const began = performance.now()
      await copied.fetch()
      const fetched = performance.now()
      await Promise.all((incidents?.all() ?? []).map(async ({ authority }) => authority.refresh()))
      for (const vault of vaults.values()) vault.exists() && vault.base()
      copied.lead()
      writing = true
      await writers.look()
      onWriter({ lost, rows: Math.round(fetched - began), boards: Math.round(performance.now() - fetched) })
    }
    await work.begin()
  }

  /** Stores everything of this server's folder: it is the first of the deployment. */
  async function seed(): Promise<void> {
    for (const [incident, vault] of vaults) {
      if (vault.exists()) vault.base()
      copied.here.get(incident)?.everything(await filesIn(homeOf(incident)))
      copied.here.get(`${incident}/care`)?.everything([])
      await announce(incident)
    }
    await copied.store()
    cursor.write(await rows.head())
    await deploymentKey.write(postgres.sql, seal.check)
  }

  return {
    writing: (): boolean => writing,
    copied,
    files,
    register,
    writers,
    pass,
    secret,

    /** The servers that may decide the commands of this board. */
    others: (incident: string): Others => ({
      holds: () => writers.holds(incident),
      sure: () => writers.sure(incident),
      lost: writers.look,
      give: async (command, actor, here) => pass.given(incident, command, actor, () => writers.holds(incident) ? here() : null),
    }),

    /** What a start needs before the incidents are opened: key files, and the folders of incidents that were opened elsewhere. */
    async prepare(): Promise<void> {
      if (begins) return
      await copied.fetchKeys(first, path.resolve(data))
      for (const { database: incident } of await rows.named('incident')) {
        if (incident !== first && !fs.existsSync(homeOf(incident))) await fillFolder(postgres, incident, homeOf(incident))
      }
    },

    openStore(fresh: boolean): OpenStore {
      const open = inPostgres(postgres, incident => fresh || incident !== first, onLost, incident => ({ writer: lease.term, board: writers.term(incident) }))
      return async (incident, base, home) => {
        if (writing) await writers.claim(incident)
        const store = await open(incident, base, home)
        register(incident, base, home)
        return store
      }
    },

    /** The scheduled work of a board begins when this server is the writer. */
    attend: (attend: Attend): Attend => async (board) => {
      vaults.set(board.id, board.care.vault)
      let end = async () => {}
      const begin = async () => void (end = await attend(board))
      if (!writing) {
        work.add(begin)
      } else {
        await begin()
        if (!begins || incidents) await announce(board.id)
      }
      return () => end()
    },

    /** A file of an incident was written or removed. */
    fileChanged(incident: string, file: string): void {
      if (writing) copied.here.get(incident)?.file(path.relative(homeOf(incident), file))
    },

    /** Begins to follow, and to be the writer when there is no other. `turned` is called with what others have changed. */
    async start(all: Incidents, turned: (turns: readonly Turn[]) => void): Promise<void> {
      incidents = all
      onTurned = turned
      // What a register here has that was never acknowledged is found only if it is open.
      for (const vault of vaults.values()) vault.exists() && vault.base()
      if (begins) await seed()
      else await copied.fetchAnew()
      const failed = (error: unknown) => away(error) || onBug(error)
      const look = () => void (writing ? undefined : copied.fetch().then(files.all).catch(failed))
      stops.push(await rows.follow(look))
      void files.all().catch(onBug)
      const storing = setInterval(() => writing && !copied.isStored() && void copied.store().catch(failed), every).unref()
      stops.push(() => clearInterval(storing))
      await writers.start()
      await lease.run(promote)
    },

    /** Stores what is left, before the databases are closed. */
    async finish(): Promise<void> {
      await work.stop()
      pass.stop()
      await writers.stop()
      for (const stop of stops) await stop()
      if (writing) await copied.store().catch(onBug)
    },
  }
}

export type Deployment = ReturnType<typeof deployment>
