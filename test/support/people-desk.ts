import path from 'node:path'
import { onTestFinished } from 'vitest'
import { makeKey, openSeal } from '../../server/core/seal.ts'
import { openDatabase } from '../../server/database/database.ts'
import { accounts as openAccounts } from '../../server/people/accounts.ts'
import { calendars } from '../../server/people/calendars.ts'
import { newcomers as openNewcomers } from '../../server/people/newcomers.ts'
import { signUp } from '../../server/people/sign-up.ts'
import { tempFolder } from './temp.ts'

/** All services for people, on a database of this test and a clock that the test controls. */
export function desk() {
  const folder = tempFolder()
  const clock = { at: 1_900_000_000_000 }
  const database = openDatabase(path.join(folder, 'board.db'))
  onTestFinished(() => void database.close())
  makeKey(path.join(folder, 'key'))
  const people = openAccounts(database, openSeal(path.join(folder, 'key')), () => clock.at)
  return { clock, database, people, joining: signUp(database, people, () => clock.at), newcomers: openNewcomers(database, people), calendars: calendars(database, () => clock.at) }
}

export type Desk = ReturnType<typeof desk>
