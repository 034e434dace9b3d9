import type { Ask, OpenHelp } from '../../shared/help/requests.ts'
import type { helpRequest } from './help-schema.ts'
import type { Keys, Vault } from './vault.ts'
import { reject } from '../../shared/core/rejection.ts'
import { digest } from '../core/seal.ts'

type Row = typeof helpRequest.$inferSelect
/** The sealed part of a request. */
export interface HelpText { readonly asks: readonly Ask[], readonly words: string, readonly ride: OpenHelp['ride'] }

/** An address without spaces and signs, so that small differences of writing are the same household. */
const plain = (where: string) => where.replace(/[\s\p{P}]/gu, '').toLowerCase()

/** The sealed part of help requests, their blind indexes, and the digests of status codes. A text opens only for its incident, request and version. */
export function sealedHelp(vault: Vault) {
  const owner = ({ id, version }: Pick<Row, 'id' | 'version'>) => `${vault.incident}/help/${id}/${version}`
  const keys = () => vault.keys() ?? reject('vault_closed')
  return {
    read: (row: Pick<Row, 'id' | 'version' | 'sealed'>): HelpText => JSON.parse(keys().open(row.sealed, owner(row))) as HelpText,
    seal: (row: Pick<Row, 'id' | 'version'>, text: HelpText, by: Keys = keys()): string => by.seal(JSON.stringify(text), owner(row)),
    indexesOf: (township: string, { phone, where }: Pick<Ask, 'phone' | 'where'>, { blind }: Keys = keys()) => ({ phoneIndex: blind(`help phone ${phone}`), whereIndex: blind(`help where ${township} ${plain(where)}`) }),
    /** A code is random, so a digest without a key hides it; it stays valid when the keys are replaced. */
    codeOf: (no: number, code: string): string => digest(`${vault.incident} help ${no} ${code}`),
  }
}
