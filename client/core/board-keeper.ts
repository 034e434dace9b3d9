import type { Snapshot } from '../../shared/core/protocol.ts'
import type { Replica } from '../sync/replica.ts'
import type { Vault } from '../sync/vault.ts'

type Named = Pick<Snapshot, 'epoch' | 'seq' | 'audience'>
const nameOf = ({ epoch, seq, audience = '' }: Named) => `${epoch}/${seq}/${audience}`

/**
 * Keeps the board on this device for the next start. A board that is kept already is not written again, because writing a
 * large one delays whatever the person does next; only when the server was last heard is. `kept` is what the device has.
 */
export function boardKeeper(replica: Pick<Replica, 'epoch' | 'seq' | 'audience' | 'snapshot'>, vault: Pick<Vault, 'keepBoard' | 'keepHeard'>, kept?: Named): (heardAt: number) => Promise<void> {
  let last = kept && nameOf(kept)
  return async (heardAt) => {
    const name = nameOf(replica)
    if (name === last) return vault.keepHeard(heardAt)
    last = name
    try {
      await vault.keepBoard(replica.snapshot(), heardAt)
    } catch (error) {
      last = undefined
      throw error
    }
  }
}
