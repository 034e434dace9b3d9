import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import { accountSubject } from './account-subject.ts'
import { calendars } from './calendars.ts'
import { devices } from './devices.ts'
import { newcomers } from './newcomers.ts'
import { passkeys } from './passkeys.ts'
import { screens } from './screens.ts'
import { signUp } from './sign-up.ts'
import { volunteerRegister } from './volunteer-register.ts'

type Choices = Parameters<typeof accountSubject>[2]

/** What the pages about people work with, on the accounts of one server. */
export const peopleServices = (database: Database, accounts: Accounts, { choices, publicUrl, now }: { readonly choices: Choices, readonly publicUrl: string | undefined, readonly now: () => number }) => ({
  screens: screens(database, accounts, now),
  signUp: signUp(database, accounts, now),
  subject: accountSubject(database, accounts, choices),
  newcomers: newcomers(database, accounts),
  register: volunteerRegister(database, accounts),
  calendars: calendars(database, now),
  devices: devices(database, accounts, now),
  passkeys: passkeys(database, accounts, publicUrl, now),
})
