import type { Rules } from '../../shared/core/rules.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { fitsPhoto } from '../../shared/core/photos.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Id } from '../../shared/records.ts'
import { parseOutside } from '../core/guard.ts'
import { photoBytes } from '../images/photo-files.ts'
import { photoRights } from '../images/photo-rights.ts'
import { asker } from './answer.ts'
import { uploaded } from './upload.ts'

/** Photos of an issue or a receipt, and signatures. They may arrive before or after the record that names them. */
export function photoRoutes(accounts: Accounts, most: Rules['photosADay'], board: IncidentBoard, room: Pick<DiskRoom, 'needed'>): Router {
  const Where = v.object({ issue: Id, photo: Id })
  const rights = photoRights(board, most)

  return Router()
    .put('/:issue/:photo', async (request, response) => {
      const actor = asker(request, accounts, ['coordinator', 'inspector', 'officer', 'unit', 'admin', 'overseer'])
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      if (!request.is('image/*')) reject('invalid', 'no photo')
      const kept = await rights.keptAlready(actor, subject, photo)
      if (!kept) await room.needed()
      await uploaded(request, board.photos.folder, photoBytes, async (file, hash) => {
        if (!fitsPhoto(photo, hash)) reject('not_the_photo')
        if (!kept) await board.photos.keep(photo, subject, file, actor)
      })
      response.json({ ok: true, id: photo })
    })
    .get('/:issue/:photo', (request, response) => {
      const actor = asker(request, accounts)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      const seen = rights.sees(actor, subject, photo) ?? reject('not_found')
      // Not an error: the record came first, and its author's device is still sending the file.
      if (seen === 'coming') return void response.status(202).set({ 'cache-control': 'no-store', 'vary': 'cookie', 'retry-after': '2' }).json({ coming: true })
      response.set({ 'cache-control': 'private, max-age=604800, immutable', 'vary': 'cookie', 'content-security-policy': 'sandbox; default-src \'none\'' })
      response.sendFile(board.photos.path(photo, 'thumb' in request.query ? 'thumb' : 'full'), { dotfiles: 'allow' })
    })
}
