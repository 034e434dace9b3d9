import type { DiskRoom } from '../disk/room.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { isDestroyed, isOver } from '../../shared/core/over.ts'
import { reject } from '../../shared/core/rejection.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id } from '../../shared/records.ts'
import { publishWorkPlan } from '../../shared/recovery/plan-commands.ts'
import { mostFileBytes } from '../../shared/recovery/plan-record.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'
import { uploaded } from './upload.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
} as const

/**
 * The files of plans: sent by those who publish plans, before the plan that names them, and given as a download to those who see the plan.
 * Rejects with `file_broken` if other bytes arrive than the address says, `not_a_paper`, `too_large`, `storage_low` and `not_found`.
 */
export function planRoutes(accounts: Accounts, { authority: { board }, attached }: Pick<IncidentBoard, 'authority' | 'attached'>, room: Pick<DiskRoom, 'needed'>): Router {
  const Sent = v.object({ hash: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)) })
  const Wanted = v.object({ id: Id })

  return Router()
    .put('/:hash', async (request, response) => {
      asker(request, accounts, publishWorkPlan.roles)
      if (isOver(board)) reject('incident_over')
      const { hash } = parseOutside(Sent, { ...request.params })
      await room.needed()
      response.json(await uploaded(request, attached.folder, mostFileBytes, async (file, arrived) => {
        if (arrived !== hash) reject('file_broken')
        return attached.keep(hash, file)
      }))
    })
    .get('/:id/file', (request, response) => {
      const actor = asker(request, accounts)
      const plan = board.get('workPlan', parseOutside(Wanted, { ...request.params }).id)
      const seen = plan && seenBy(board, actor, 'workPlan', plan)
      const file = seen ? plan.file : null
      if (!file) return reject('not_found')
      if (isDestroyed(board)) reject('incident_over')
      response.attachment(`${file.name}.${file.type}`)
      response.set({ 'content-type': types[file.type], 'cache-control': 'private, no-store', 'content-security-policy': 'sandbox; default-src \'none\'' })
      response.sendFile(attached.path(file.hash, file.type), { dotfiles: 'allow', cacheControl: false })
    })
}
