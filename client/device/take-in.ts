import type { Unsent } from './unsent-file.ts'
import * as v from 'valibot'
import { countWaiting, opened } from '../core/board.ts'
import { rules } from '../core/my-commands.ts'
import { sentWork } from '../core/receipts.ts'
import { me } from '../core/session.ts'
import { addPhotos } from '../core/take-photo.ts'

/** Characters of a command's arguments; the server takes no more. */
const mostArgs = 200_000

export interface TakenIn { readonly taken: number, readonly known: number, readonly photos: number, readonly left: number }

/** Whether the person may give this command, and its arguments have the shape that the rules ask for. What they mean, the server decides. */
function isGood({ name, args }: Unsent['work'][number]['command']): boolean {
  const definition = rules.definitionOf(name)
  if (!definition || !me.value || !definition.roles.includes(me.value.role)) return false
  return JSON.stringify(args).length <= mostArgs && v.safeParse(definition.args, args).success
}

/** Adds the work in a file to this person's queue. Each command keeps its id, so the server accepts it once, whoever sends it. */
export async function takeIn({ work, photos, damaged }: Unsent): Promise<TakenIn> {
  const { replica, vault, line } = opened()
  const sent = new Set(sentWork.value.map(({ id }) => id))
  const here = new Set([...replica.queue, ...await vault.refused()].map(({ command }) => command.id))
  const fresh = work.filter(({ command }) => !sent.has(command.id) && !here.has(command.id))
  const good = fresh.filter(({ command }) => isGood(command))
  for (const one of good) await vault.keep(one)
  replica.restore(good)
  const added = await addPhotos(photos)
  countWaiting()
  line.flush()
  return { taken: good.length, known: work.length - fresh.length, photos: added, left: fresh.length - good.length + damaged }
}
