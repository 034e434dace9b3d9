import type { Actor } from '../shared/actor.ts'
import type { Facts } from '../shared/county.ts'
import type { Incident } from '../shared/records.ts'
import type { Photos } from './files.ts'
import type { PaperMaker } from './papers/paper-maker.ts'
import type { TemplateFile } from './papers/template-file.ts'
import type { Store } from './store.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { firstIncident } from '../shared/protocol.ts'
import { reject } from '../shared/rejection.ts'
import { Authority } from './authority.ts'
import { openDatabase } from './database.ts'
import { photos as openPhotos } from './files.ts'
import { renewLeakedKeys } from './leaked-keys.ts'
import { templateFile } from './papers/template-file.ts'
import { sqliteStore } from './store-sqlite.ts'

/** One incident: a board, a log, an epoch and photos of its own. Nothing of it is shared with another but the people. */
export interface IncidentBoard {
  readonly id: string
  readonly authority: Authority
  readonly store: Store
  readonly photos: Photos
  /** Makes its papers; and the template of its bulletins. */
  readonly papers: PaperMaker
  readonly template: TemplateFile
}

interface Options {
  /** Holds one folder an incident, besides the first, which is the data folder itself. */
  readonly folder: string
  readonly facts: Facts
  readonly now: () => number
  readonly onBug: (error: unknown) => void
  /** Begins what must be done for a board as time passes; answers how to end it. */
  readonly attend: (board: Pick<IncidentBoard, 'authority' | 'store'>) => Promise<() => Promise<void>>
}

/** Every incident of this server, the first one first. */
export async function openIncidents(first: Omit<IncidentBoard, 'id'>, { folder, facts, now, onBug, attend }: Options) {
  const boards = new Map<string, IncidentBoard>([[firstIncident, { ...first, id: firstIncident }]])
  const opening = new Set<string>()
  const ends = [await attend(first)]

  async function admit(board: IncidentBoard): Promise<void> {
    boards.set(board.id, board)
    ends.push(await attend(board))
  }

  async function open(id: string): Promise<IncidentBoard> {
    const home = path.resolve(folder, id)
    const database = openDatabase(path.join(home, 'board.db'))
    const store = sqliteStore(database)
    const authority = await Authority.open(store, { facts, now, onBug })
    await renewLeakedKeys(database, authority)
    return { id, store, authority, photos: openPhotos(database, path.join(home, 'photos'), now), papers: first.papers, template: templateFile(path.join(home, 'papers')) }
  }

  const inFolder = await fs.readdir(folder).catch(() => [])
  for (const id of inFolder.filter(name => /^[\w-]{1,64}$/.test(name)).sort()) {
    const board = await open(id)
    // One without its first commit was cut off while being opened, and nobody was told of it.
    if (board.authority.board.seq > 0) await admit(board)
    else await board.store.close()
  }

  const codes = () => [...boards.values()].map(({ authority }) => authority.board.get('incident', 'incident')?.code)

  return {
    all: (): readonly IncidentBoard[] => [...boards.values()],
    find: (id: string): IncidentBoard | undefined => boards.get(id),

    /** A new incident with a folder of its own. Its code is nobody else's (`exists`), so that pressing twice opens one. */
    async add(incident: Omit<Incident, 'id'>, actor: Actor): Promise<string> {
      if (opening.has(incident.code) || codes().includes(incident.code)) reject('exists')
      opening.add(incident.code)
      try {
        const board = await open(uuidv7())
        const answer = await board.authority.submit({ id: uuidv7(), name: 'openIncident', args: incident }, actor)
        if (!answer.ok) {
          await board.store.close()
          reject(answer.code, answer.detail)
        }
        await admit(board)
        return board.id
      } finally {
        opening.delete(incident.code)
      }
    },

    async close(): Promise<void> {
      for (const end of ends) await end()
      for (const { authority, store } of boards.values()) {
        await authority.idle()
        await store.close()
      }
    },
  }
}

export type Incidents = Awaited<ReturnType<typeof openIncidents>>
