import type { SignInLink } from '../beginning.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Filled } from './options.ts'
import { drillLinks, enterCare, layFiles } from '../beginning.ts'

type First = Pick<IncidentBoard, 'authority' | 'care' | 'attached'>

/** What a drill has beside its log, when it was begun now: the register, and the files of plans. */
export async function fillDrill({ authority, care, attached }: First, { drillCare, drillFiles }: Filled['folder'], accounts: Accounts): Promise<void> {
  if (!authority.board.get('incident', 'incident')?.drill) return
  if (drillCare) enterCare(drillCare(authority.now()), care, accounts)
  await layFiles(drillFiles, attached)
}

/** The sign-in links for the person who started the server: of each role when a drill was begun now, of an administrator at any other first start, and when it is `asked` for. */
export function firstLinks({ authority }: First, accounts: Accounts, { fresh, asked, hours }: { readonly fresh: boolean, readonly asked: boolean, readonly hours: number }): SignInLink[] {
  const admin = fresh || asked ? accounts.list().find(person => person.role === 'admin' && !person.disabled)?.id : undefined
  if (fresh && authority.board.get('incident', 'incident')?.drill) return drillLinks(accounts, hours)
  return admin ? [{ role: 'admin', name: accounts.nameOf(admin), token: accounts.invite(admin, hours) }] : []
}
