import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { uuidv7 } from 'uuidv7'
import { planners } from '../../shared/core/actor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { asker } from './answer.ts'

/** Serves the key from which a post's codes are made to its leader and its planners. Each reading is recorded before it is answered. */
export function postRoutes(accounts: Accounts, authority: Authority): Router {
  return Router().get('/:id/key', async (request, response) => {
    const reader = asker(request, accounts)
    const { id } = request.params
    const post = authority.board.get('post', id)
    if (!post || !visible(audienceOf(reader), 'post', post)) return reject('not_found')
    if (post.leader !== reader.id && !planners.includes(reader.role)) reject('forbidden')
    if (!post.coded) {
      // If two people ask for the first time at once, one key is made and both get it.
      const answer = await authority.submit({ id: uuidv7(), name: 'cutPostKey', args: { post: id, key: randomBytes(32).toString('hex') } }, { id: 'system', role: 'system' })
      if (!answer.ok && answer.code === 'storage_full') reject('storage_full')
    }
    const key = authority.board.get('postKey', id)?.key ?? reject('busy')
    accounts.noteReading(reader, [`post/${id}`])
    response.set('cache-control', 'no-store').json({ key })
  })
}
