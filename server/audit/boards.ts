import fs from 'node:fs'
import path from 'node:path'
import { firstIncident } from '../../shared/core/protocol.ts'

/** The folder of one incident within a data folder: '' for the first. */
export interface Home { readonly incident: string, readonly at: string }

/** The incidents of a data folder, the first one first. */
export function homesOf(data: string): Home[] {
  const further = path.join(data, 'incidents')
  const ids = fs.existsSync(further) ? fs.readdirSync(further).filter(id => /^[\w-]{1,64}$/.test(id) && fs.existsSync(path.join(further, id, 'board.db'))).sort() : []
  return [{ incident: firstIncident, at: '' }, ...ids.map(id => ({ incident: id, at: `incidents/${id}` }))].filter(({ at }) => fs.existsSync(path.join(data, at, 'board.db')))
}
