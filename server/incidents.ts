import type { Actor } from '../shared/core/actor.ts'
import type { Command } from '../shared/core/command.ts'
import type { Facts } from '../shared/core/county.ts'
import type { NewIncident } from '../shared/records.ts'
import type { BackupKeeper } from './backup/keeper.ts'
import type { Others } from './board/authority-options.ts'
import type { Store } from './board/store.ts'
import type { OpenStore } from './board/stores.ts'
import type { Care } from './care/care.ts'
import type { Reason } from './core/cannot-start.ts'
import type { Database } from './database/database.ts'
import type { PageReader } from './disk/pages.ts'
import type { ImageMaker } from './images/image-maker.ts'
import type { Photos } from './images/photo-files.ts'
import type { Attached } from './papers/attached.ts'
import type { PaperMaker } from './papers/paper-maker.ts'
import type { TemplateFile } from './papers/template-file.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { firstIncident } from '../shared/core/protocol.ts'
import { reject } from '../shared/core/rejection.ts'
import { Authority } from './board/authority.ts'
import { renewLeakedKeys } from './board/leaked-keys.ts'
import { theServer } from './board/scheduler.ts'
import { openCare } from './care/care.ts'
import { CannotStart } from './core/cannot-start.ts'
import { openDatabase } from './database/database.ts'
import { syncFolder } from './disk/data-folder.ts'
import { checkDatabase } from './disk/database-check.ts'
import { photos as openPhotos } from './images/photo-files.ts'
import { attachedTo } from './papers/attached.ts'
import { templateFile } from './papers/template-file.ts'
import { takingOver } from './taking-over.ts'

/** One incident, with its own board, log, epoch and photos. Incidents share nothing but the people. */
export interface IncidentBoard {
  readonly id: string
  readonly authority: Authority
  readonly store: Store
  readonly photos: Photos
  /** Makes its papers. */
  readonly papers: PaperMaker
  /** The template of its bulletins. */
  readonly template: TemplateFile
  /** The files that its plans carry. */
  readonly attached: Attached
  /** Its register of people who need care. */
  readonly care: Care
}

interface Options {
  /** Contains one folder per further incident. The first incident is in the data folder itself. */
  readonly folder: string
  readonly facts: Facts
  readonly now: () => number
  readonly onBug: (error: unknown) => void
  readonly onFull?: () => void
  readonly importsWait?: () => boolean
  /** Of several servers: those that may decide the commands of an incident. */
  readonly others?: (incident: string) => Others
  readonly onAnswered?: (ms: number, ok: boolean) => void
  /** Starts the scheduled work of a board. Returns a function that stops it. */
  readonly attend: (board: Pick<IncidentBoard, 'id' | 'authority' | 'store' | 'care' | 'photos'>) => Promise<() => Promise<void>>
  readonly images: ImageMaker
  readonly papers: PaperMaker
  readonly pages: PageReader
  readonly openStore: OpenStore
  /** Called when an incident is set aside. The others are served. */
  readonly onAside: (why: CannotStart) => void
  readonly backups?: Pick<BackupKeeper, 'forget'>
  /** Called with each file of an incident that was written or removed. */
  readonly onFile?: (incident: string, file: string) => void
  /** Called with the database of an incident's register once it is open. */
  readonly onCare?: (incident: string, base: Database, home: string) => void
}

/** A further incident whose database cannot be used. Nothing in its folder was changed, and the others are served. */
interface Aside { readonly id: string, readonly reason: Reason }

/** What an incident is opened from: its folder, and its database and store in it. */
export interface Opened { readonly home: string, readonly database: Database, readonly store: Store }

/** Opens an incident, whose rules and records are then in memory. */
async function boardIn(id: string, { home, database, store }: Opened, { facts, now, images, papers, backups, onFile = () => {}, onCare = () => {}, others, ...watch }: Options): Promise<IncidentBoard> {
  const authority = await Authority.open(store, { facts, now, ...others && { others: others(id) }, ...watch })
  await renewLeakedKeys(database, authority)
  const filed = (file: string) => onFile(id, file)
  return {
    id,
    store,
    authority,
    papers,
    photos: openPhotos(database, path.join(home, 'photos'), images, now, filed),
    template: templateFile(path.join(home, 'papers'), filed),
    attached: attachedTo(authority.board, path.join(home, 'plans'), images, now, filed),
    care: openCare({ home, incident: id, facts, now, onBug: watch.onBug, onOpen: base => onCare(id, base, home), forget: marks => backups?.forget(id, marks) ?? 0, board: authority.board, clock: () => authority.now(), give: command => authority.submit(command, theServer) }),
  }
}

/** Opens all incidents of this server, the first one first. Another one that cannot be opened is set aside. */
export async function openIncidents(opened: Opened, options: Options) {
  const { folder, attend, pages, openStore, onAside, onBug } = options
  const first = await boardIn(firstIncident, opened, options)
  const boards = new Map<string, IncidentBoard>([[firstIncident, first]])
  const opening = new Set<string>()
  /** How many databases are still being read before they are served. */
  let reading = 0
  const aside: Aside[] = []
  const ends = [await attend(first)]
  let closed = false

  async function admit(board: IncidentBoard): Promise<void> {
    boards.set(board.id, board)
    ends.push(await attend(board))
  }

  async function open(id: string, home = path.resolve(folder, id)): Promise<IncidentBoard> {
    const database = openDatabase(path.join(home, 'board.db'))
    return boardIn(id, { home, database, store: await openStore(id, database, home) }, options)
  }

  /** The folder has another name until the first commit, so that an interrupted opening, which nobody was told of, is removed. */
  async function begin(id: string, incident: NewIncident, actor: Actor, taken: readonly Command[]): Promise<IncidentBoard> {
    const part = path.resolve(folder, `${id}.part`)
    try {
      const board = await open(id, part)
      try {
        for (const command of [{ id: uuidv7(), name: 'openIncident', args: incident }, ...taken]) {
          const answer = await board.authority.submit(command, actor)
          if (!answer.ok) reject(answer.code, answer.detail)
        }
      } finally {
        await board.authority.close()
        board.care.close()
        await board.store.close()
      }
      await fs.rename(part, path.resolve(folder, id))
    } catch (error) {
      await fs.rm(part, { recursive: true, force: true })
      throw error
    }
    syncFolder(folder)
    return open(id)
  }

  /** Opens a further incident, or sets it aside if it is damaged. A large one opens once its pages have been read; serving does not wait for it. */
  async function admitFrom(id: string): Promise<void> {
    const home = path.resolve(folder, id)
    const file = path.join(home, 'board.db')
    try {
      if (!existsSync(file)) throw new CannotStart('database_lost', home)
      checkDatabase(file, { depth: 'none' })
      await pages.read(file)
      if (!closed) await admit(await open(id))
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
      // An earlier version left an empty log if it was interrupted while opening an incident. Nobody had been told of that incident.
      if (error.reason === 'no_incident') return
      aside.push({ id, reason: error.reason })
      onAside(error)
    }
  }

  for (const name of (await fs.readdir(folder).catch(() => [])).sort()) {
    const home = path.resolve(folder, name)
    if (name.endsWith('.part')) await fs.rm(home, { recursive: true, force: true })
    const inside = /^[\w-]{1,64}$/.test(name) ? await fs.readdir(home).catch(() => []) : []
    if (!inside.length) continue
    const admitted = admitFrom(name)
    if (pages.later(path.join(home, 'board.db'))) reading++
    if (pages.later(path.join(home, 'board.db'))) void admitted.catch(onBug).finally(() => reading--)
    else await admitted
  }

  function find(id: string): IncidentBoard | undefined {
    const found = boards.get(id)
    found?.authority.board.use()
    return found
  }

  const codes = () => [...boards.values()].map(({ authority }) => authority.board.get('incident', 'incident')?.code)

  return {
    all: (): readonly IncidentBoard[] => [...boards.values()],
    aside: (): readonly Aside[] => aside,
    /** True if every incident of this server is served: none is still being read, and none is set aside. */
    whole: (): boolean => reading === 0 && aside.length === 0,
    find,
    /** The same, with everything in memory that a person who comes to it needs. */
    async open(id: string): Promise<IncidentBoard | undefined> {
      const found = find(id)
      await found?.authority.ready()
      return found
    },
    /** Opens the incident in its folder, which another server of the deployment has opened before. */
    admitFrom,

    /**
     * Opens a new incident in a folder of its own, and returns its id. `from` is an incident whose places and teams it takes over.
     * Rejects with `exists` for a code that is in use, so that pressing twice opens one, with `not_found` for an unknown `from`,
     * and with `invalid` if a drill's invented places would become real.
     */
    async add(incident: NewIncident, actor: Actor, from: string | null = null): Promise<string> {
      const source = from === null ? null : boards.get(from)?.authority.board ?? reject('not_found')
      if (source && source.get('incident', 'incident')?.drill !== incident.drill) reject('invalid', 'from: a drill and a real incident')
      if (opening.has(incident.code) || codes().includes(incident.code)) reject('exists')
      opening.add(incident.code)
      try {
        const board = await begin(uuidv7(), incident, actor, source ? takingOver(source) : [])
        await admit(board)
        return board.id
      } finally {
        opening.delete(incident.code)
      }
    },

    async close(): Promise<void> {
      closed = true
      for (const end of ends) await end()
      for (const { authority, store, care } of boards.values()) {
        await authority.close()
        care.close()
        await store.close()
      }
    },
  }
}

export type Incidents = Awaited<ReturnType<typeof openIncidents>>
