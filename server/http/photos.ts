import type { County } from '../../shared/core/county.ts'
import type { PartReceipt } from '../../shared/core/parts.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { masksOf } from '../../shared/core/masking.ts'
import { photoTakers } from '../../shared/core/photos-out.ts'
import { fitsPhoto } from '../../shared/core/photos.ts'
import { reject } from '../../shared/core/rejection.ts'
import { isVoice, voiceBytes } from '../../shared/core/voices.ts'
import { Id } from '../../shared/records.ts'
import { cookieOf } from '../core/cookie.ts'
import { parseOutside } from '../core/guard.ts'
import { photoBytes } from '../images/photo-files.ts'
import { photoRights } from '../images/photo-rights.ts'
import { asker } from './answer.ts'
import { jsonBody } from './json-body.ts'
import { PhotosWanted, photoZip } from './photo-zip.ts'
import { servedPhotos } from './served-photos.ts'
import { uploaded } from './upload.ts'

/** A whole number in a query. */
const Whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))

/** Photos of an issue or a receipt, voice notes, and signatures. They may arrive before or after the record that names them. */
export function photoRoutes(accounts: Accounts, county: Pick<County, 'rules' | 'timeZone' | 'townships' | 'units'>, board: IncidentBoard, room: Pick<DiskRoom, 'needed'>): Router {
  const Where = v.object({ issue: Id, photo: Id })
  const Part = v.object({ from: Whole, of: v.pipe(Whole, v.minValue(1), v.maxValue(photoBytes)) })
  const rights = photoRights(board, county.rules.photosADay)
  const served = servedPhotos(accounts, county, board, rights)
  const zip = photoZip(accounts, county, board, { rights, served })
  const mostOf = (photo: string) => isVoice(photo) ? voiceBytes : photoBytes
  const senders = ['coordinator', 'inspector', 'officer', 'unit', 'admin', 'overseer'] as const

  return Router()
    .put('/:issue/:photo', async (request, response) => {
      const actor = asker(request, accounts, senders)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      if (!request.is(isVoice(photo) ? 'audio/mpeg' : 'image/*')) reject('invalid', 'no photo')
      const kept = await rights.keptAlready(actor, subject, photo)
      if (!kept) await room.needed()
      await uploaded(request, board.photos.folder, mostOf(photo), async (file, hash) => {
        if (!fitsPhoto(photo, hash)) reject('not_the_photo')
        if (!kept) await board.photos.keep(photo, subject, file, actor, () => rights.wanted(subject, photo))
      })
      response.json({ ok: true, id: photo })
    })
    .get('/:issue/:photo/parts', async (request, response) => {
      const actor = asker(request, accounts, senders)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      if (!await rights.keptAlready(actor, subject, photo)) await room.needed()
      const have = await board.photos.halves.have({ photo, owner: actor.id })
      // Asked only now: a connection that was lost may have brought the rest meanwhile.
      const kept = await rights.keptAlready(actor, subject, photo)
      response.set('cache-control', 'no-store').json({ ok: true, id: photo, have, kept } satisfies PartReceipt)
    })
    .put('/:issue/:photo/parts', async (request, response) => {
      const actor = asker(request, accounts, senders)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      const { from, of: size } = parseOutside(Part, { ...request.query })
      if (size > mostOf(photo)) reject('too_large')
      const kept = () => rights.keptAlready(actor, subject, photo)
      const wanted = () => rights.wanted(subject, photo)
      if (!await kept()) await room.needed()
      const now = await board.photos.halves.take({ photo, owner: actor.id }, { from, size }, request, {
        kept,
        wanted,
        async keep(file, hash) {
          if (!fitsPhoto(photo, hash)) reject('not_the_photo')
          await board.photos.keep(photo, subject, file, actor, wanted)
        },
      })
      response.json({ ok: true, id: photo, ...now } satisfies PartReceipt)
    })
    .put('/:issue/:photo/evidence', jsonBody(), async (request, response) => {
      const actor = asker(request, accounts, senders)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      await rights.keptAlready(actor, subject, photo)
      rights.wanted(subject, photo)
      board.photos.evidence.keep(photo, subject, request.body, actor)
      response.json({ ok: true, id: photo })
    })
    .get('/:issue', (request, response) => {
      const actor = asker(request, accounts)
      const { issue: subject } = parseOutside(v.object({ issue: Id }), { ...request.params })
      const shown = board.photos.evidence.of(subject, actor, photo => rights.sees(actor, subject, photo) !== null, board.authority.board.get('issue', subject) ?? null)
      response.set({ 'cache-control': 'no-store', 'vary': 'cookie' }).json(shown)
    })
    .post('/zip', jsonBody(), async (request, response) => {
      const actor = asker(request, accounts, photoTakers)
      const { why, ...which } = parseOutside(PhotosWanted, request.body)
      await zip(actor, which, why, response, () => accounts.actor(cookieOf(request)) !== null)
    })
    .get('/:issue/:photo', async (request, response) => {
      const actor = asker(request, accounts)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      let seen = await served.look(actor, subject, photo) ?? reject('not_found')
      const blocks = masksOf(board.authority.board, subject, photo)
      // A device covers a photo for itself before the command is here: until then it is shown nothing.
      if (Number(request.query.masks ?? 0) > blocks.length) seen = 'coming'
      // Not an error: the record came first, and its author's device is still sending the file.
      if (seen === 'coming') return void response.status(202).set({ 'cache-control': 'no-store', 'vary': 'cookie', 'retry-after': '2' }).json({ coming: true })
      if (isVoice(photo)) {
        // Kept by no cache: its sound may be removed.
        response.set({ 'cache-control': 'no-store', 'vary': 'cookie', 'content-security-policy': 'sandbox; default-src \'none\'' })
        return void response.type('audio/mpeg').sendFile(board.photos.voicePath(photo), { dotfiles: 'allow', cacheControl: false })
      }
      const { file, shown, whole } = await served.copy(subject, photo, 'thumb' in request.query)
      // The address says how much of the photo is covered: under another one nothing is kept by browsers.
      const former = (request.query.masks ?? '0') !== String(shown)
      response.set({ 'cache-control': former || !whole ? 'no-store' : 'private, max-age=604800, immutable', 'vary': 'cookie', 'content-security-policy': 'sandbox; default-src \'none\'' })
      response.sendFile(file, { dotfiles: 'allow' })
    })
}
