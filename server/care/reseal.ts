import type { Vault } from './vault.ts'
import { eq, isNotNull } from 'drizzle-orm'
import { helpRequest } from './help-schema.ts'
import { careAccess, careNeed, carePerson } from './schema.ts'
import { sealedHelp } from './sealed-help.ts'
import { sealedPerson } from './sealed-person.ts'

/** Seals everything that is left with new keys, so that copies of the vault from before open with no key that is kept. */
export function reseal(vault: Vault): void {
  if (!vault.keys()) return
  const { database } = vault.base()
  const sealing = sealedPerson(vault)
  const helping = sealedHelp(vault)
  const why = `${vault.incident}/why`
  const old = vault.keys()
  const people = database.select().from(carePerson).all().map(row => ({ row, about: sealing.read(row) }))
  const needs = database.select().from(careNeed).where(isNotNull(careNeed.sealed)).all().map(({ id, sealed }) => ({ id, text: old?.open(sealed ?? '', sealing.needOwner(id)) ?? '' }))
  const reasons = database.select().from(careAccess).where(isNotNull(careAccess.sealed)).all().map(({ id, sealed }) => ({ id, text: old?.open(sealed ?? '', why) ?? '' }))
  const requests = database.select().from(helpRequest).all().map(row => ({ row, text: helping.read(row) }))
  vault.replaceKeys((keys) => {
    for (const { row, text } of requests) database.update(helpRequest).set({ sealed: helping.seal(row, text, keys), ...text.asks[0] && helping.indexesOf(row.township, text.asks[0], keys) }).where(eq(helpRequest.id, row.id)).run()
    for (const { row, about } of people) database.update(carePerson).set(sealing.write(row.id, row.version, about, keys)).where(eq(carePerson.id, row.id)).run()
    for (const { id, text } of needs) database.update(careNeed).set({ sealed: keys.seal(text, sealing.needOwner(id)) }).where(eq(careNeed.id, id)).run()
    for (const { id, text } of reasons) database.update(careAccess).set({ sealed: keys.seal(text, why) }).where(eq(careAccess.id, id)).run()
  })
}
