import type { Accounts } from '../accounts.ts'
import type { Authority } from '../authority.ts'
import type { Photos } from '../files.ts'
import express, { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import * as v from 'valibot'
import { Id } from '../../shared/records.ts'
import { reject } from '../../shared/rejection.ts'
import { audienceOf, visible } from '../../shared/sight.ts'
import { photoBytes } from '../files.ts'
import { paced, parseOutside } from '../guard.ts'
import { asker } from './answer.ts'

/** Photos of an issue or a receipt, and what was signed. They may come before or after it; only who sees it, or sent it, sees them. */
export function photoRoutes(accounts: Accounts, authority: Authority, photos: Photos): Router {
  const Where = v.object({ issue: Id, photo: Id })
  const pace = new RateLimiterMemory({ points: 60, duration: 60 })

  return Router()
    .put('/:issue/:photo', express.raw({ type: 'image/*', limit: photoBytes }), async (request, response) => {
      const actor = asker(request, accounts, ['coordinator', 'inspector', 'officer', 'unit', 'admin', 'overseer'])
      const { issue, photo } = parseOutside(Where, { ...request.params })
      await paced(pace, actor.id)
      await photos.keep(photo, issue, request.body, actor)
      response.json({ ok: true, id: photo })
    })
    .get('/:issue/:photo', (request, response) => {
      const actor = asker(request, accounts)
      const { issue: subject, photo } = parseOutside(Where, { ...request.params })
      const kept = photos.find(photo)
      const seen = (['issue', 'delivery', 'slip'] as const).some((kind) => {
        const record = authority.board.get(kind, subject)
        return record && visible(audienceOf(actor), kind, record)
      })
      const allowed = kept?.subject === subject && (kept.owner === actor.id || seen)
      if (!allowed) reject('not_found')
      response.set({ 'cache-control': 'private, max-age=604800, immutable', 'content-security-policy': 'sandbox; default-src \'none\'' })
      response.sendFile(photos.path(photo, 'thumb' in request.query ? 'thumb' : 'full'), { dotfiles: 'allow' })
    })
}
