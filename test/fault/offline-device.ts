import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Snapshot } from '../../shared/core/protocol.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { inLanes, lanes } from '../../client/sync/lanes.ts'
import { sendInParts } from '../../client/sync/send-parts.ts'
import { photoId } from '../../shared/core/photos.ts'
import { folderVault } from './folder-vault.ts'
import { issueArgs } from './issue-args.ts'
import { noise } from './noise.ts'
import { phone } from './phone.ts'

export interface Job {
  readonly folder: string
  readonly port: number
  readonly cookie: string
  readonly actor: Actor
  /** Milliseconds that its clock is wrong. */
  readonly off: number
  readonly commands: number
  readonly photos: number
  /** Of each photo, as the app keeps and sends it. */
  readonly kilobytes: number
  /** Whether there is a network. */
  readonly online: boolean
  /** The planted fault: it says that work is kept and keeps it in memory. */
  readonly forgets: boolean
}
/** What the device tells: a piece is kept on it, the server has one, or everything has arrived. */
export type Told = { readonly kept: number } | { readonly arrived: string } | { readonly done: true, readonly refused: number }

const tell = (what: Told) => process.send?.(what)
export const commandId = (n: number) => `work-${String(n).padStart(5, '0')}`

/** One life of a device in the field: without a network it captures from where it was killed; with one it sends what waits. */
export async function offlineDevice(job: Job): Promise<void> {
  const { folder, port, cookie, actor, off, online } = job
  const vault = await folderVault(folder)
  const keep = job.forgets ? async () => {} : vault.keep
  // It keeps its board a moment after it is live, as the app does.
  const device = phone({ port, cookie, actor, now: () => Date.now() + off, vault: { ...vault, keep }, onReceipt: id => tell({ arrived: id }), onLive: () => void setTimeout(() => keepBoard(device.replica.snapshot()), 1000) })
  const board = path.join(folder, 'board.json')
  const keepBoard = (snapshot: Snapshot) => {
    fs.writeFileSync(`${board}.part`, JSON.stringify(snapshot))
    fs.renameSync(`${board}.part`, board)
  }
  if (!fs.existsSync(board)) keepBoard(await (await fetch(`http://127.0.0.1:${port}/api/i/first/board`, { headers: { cookie } })).json())
  device.replica.load(JSON.parse(fs.readFileSync(board, 'utf8')) as Snapshot)
  device.replica.restore(await vault.queue())
  if (!online) return capture(job, device, vault)
  device.line.start()
  while (device.waits()) await wait(10)
  const photos = await vault.photos()
  const { open, took } = lanes()
  await inLanes(open, () => photos.shift(), async (photo) => {
    const at = `http://127.0.0.1:${port}/api/i/first/photos/${photo.issue}/${photo.id}/parts`
    const headers = { cookie, origin: `http://127.0.0.1:${port}` }
    await sendInParts(photo.id, photo.blob, {
      ask: async () => (await fetch(at, { headers })).json(),
      send: async (from, part) => (await fetch(`${at}?from=${from}&of=${photo.blob.size}`, { method: 'PUT', headers, body: part })).json(),
      took,
    })
    await vault.dropPhoto(photo.id)
    tell({ arrived: photo.id })
  })
  tell({ done: true, refused: (await vault.refused()).length })
}

/** Reports, some with a photo, and notes about them, each saved before it shows. */
async function capture({ commands, photos, kilobytes, off }: Job, device: ReturnType<typeof phone>, vault: Awaited<ReturnType<typeof folderVault>>): Promise<void> {
  const had = new Set(device.replica.queue.map(({ command }) => command.id))
  const every = Math.max(2, Math.floor(commands / photos))
  for (let n = 0; n < commands; n++) {
    const id = commandId(n)
    const withPhoto = n % every === 0 && n / every < photos
    if (!had.has(id)) await device.give(withPhoto ? await report(n, vault, kilobytes, off) : { id, name: 'commentIssue', args: { issue: `issue-${n - n % every}`, text: `${n}` } })
    tell({ kept: n })
  }
}

async function report(n: number, vault: Pick<Awaited<ReturnType<typeof folderVault>>, 'keepPhoto'>, kilobytes: number, off: number): Promise<Command> {
  const bytes = await noise(kilobytes)
  const photo = { id: photoId(bytes, String(n).padStart(12, '0')), issue: `issue-${n}`, at: Date.now() + off, blob: new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }) }
  await vault.keepPhoto(photo)
  return { id: commandId(n), name: 'reportIssue', args: issueArgs(photo.issue, { photos: [photo.id], deviceAt: Math.round(photo.at) }) }
}
