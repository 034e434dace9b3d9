import type { Kind } from '../../shared/records.ts'
import type { Stage } from './stage.ts'

/** Gives the drill what it has not, so that every page that shows one record has one to show: a slip, signed on both sides. */
export async function giveSlip({ board: { authority, accounts } }: Stage): Promise<void> {
  const issue = [...authority.board.all('issue')].find(one => one.unit && (one.state === 'found' || one.state === 'told'))!
  const { id } = accounts.list().find(one => one.role === 'coordinator')!
  const args = { slip: 'signed', issues: [issue.id], signature: 'signed-1', receiverSignature: 'signed-2' }
  const answer = await authority.submit({ id: 'signed', name: 'giveSlip', args }, { id, role: 'coordinator' })
  if (!answer.ok) throw new Error(answer.code)
}

/** The address with the id of the newest record in place of each `{kind}`. */
export const filled = ({ board }: Stage, address: string) => address.replace(/\{(\w+)\}/g, (_, kind: Kind) => {
  const newest = [...board.authority.board.all(kind)].at(-1)
  if (!newest) throw new Error(`the drill has no ${kind}`)
  return newest.id
})
