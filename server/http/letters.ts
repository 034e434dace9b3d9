import type { County } from '../../shared/core/county.ts'
import type { Authority } from '../board/authority.ts'
import type { PaperMaker } from '../papers/paper-maker.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { letterNumber } from '../../shared/issues/letters.ts'
import { asker } from './answer.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Serves a letter as a Word file to people who may see the letter. Rejects with `not_found`. */
export function letterRoutes(accounts: Accounts, authority: Authority, papers: PaperMaker, county: County): Router {
  return Router().get('/:id/word', async (request, response) => {
    const audience = audienceOf(asker(request, accounts))
    const letter = authority.board.get('letter', request.params.id)
    const incident = authority.board.get('incident', 'incident')
    if (!letter || !incident || !visible(audience, 'letter', letter)) return reject('not_found')
    const file = await papers({ kind: 'letter', county, incident, letter })
    response.attachment(`${county.office.letterTitle}${letterNumber(county, letter)}.docx`)
    response.set({ 'cache-control': 'no-store', 'content-type': word }).end(file)
  })
}
