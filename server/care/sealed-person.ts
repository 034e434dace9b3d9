import type { CareAbout } from '../../shared/care/people.ts'
import type { carePerson } from './schema.ts'
import type { Vault } from './vault.ts'
import { reject } from '../../shared/core/rejection.ts'

type Row = typeof carePerson.$inferSelect

/** The sealed part of a row, and its blind indexes. A text opens only for its incident, person and version. */
export function sealedPerson(vault: Vault) {
  const owner = (id: string, version: number) => `${vault.incident}/${id}/${version}`
  const keys = () => vault.keys() ?? reject('vault_closed')

  /** Digests of a phone and of a number; null for an empty one. */
  function indexesOf({ phone, number }: Pick<CareAbout, 'phone' | 'number'>, { blind } = keys()) {
    return { phone: phone ? blind(`phone ${phone}`) : null, number: number ? blind(`number ${number}`) : null }
  }

  return {
    indexesOf,
    needOwner: (id: string) => `${vault.incident}/need/${id}`,
    read: ({ id, version, sealed }: Pick<Row, 'id' | 'version' | 'sealed'>): CareAbout => JSON.parse(keys().open(sealed, owner(id, version))) as CareAbout,
    write(id: string, version: number, about: CareAbout, by = keys()) {
      const { phone, number } = indexesOf(about, by)
      // The number tells who it is; without one, the name with the phone or the address.
      const same = about.number || `${about.name} ${about.phone || about.address}`
      return { sealed: by.seal(JSON.stringify(about), owner(id, version)), phoneIndex: phone, numberIndex: number, sameIndex: by.blind(`same ${same}`) }
    },
  }
}
