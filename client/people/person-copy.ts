import type { TellingChoice } from '../../shared/notices/ways.ts'
import type { Logins } from '../../shared/people/login.ts'
import type { Person } from './people.ts'
import { saveList, textsOut } from '../base/transfer/write-list.ts'
import { ask } from '../core/http.ts'
import { named } from '../core/record-words.ts'
import { dayAndTime } from '../core/time.ts'
import { toast } from '../core/toasts.ts'
import { tried } from '../core/tried.ts'
import { ruleName } from '../device/rule-name.ts'
import { tellingWords } from '../device/telling-words.ts'
import { whereOf } from './people.ts'
import { subjectWords } from './subject-words.ts'
import { people as words } from './words.ts'

interface Copy { readonly name: string, readonly phone: string, readonly note?: string, readonly skills: readonly string[], readonly trained: readonly string[], readonly declared?: readonly string[], readonly devices: readonly { readonly device: string, readonly seenAt: number | null }[], readonly logins: Logins, readonly told: TellingChoice, readonly pushes: number, readonly readings: readonly { readonly act: string, readonly at: number, readonly own: boolean }[] }

/** How somebody is told of notices while the app is closed, a line for each thing they chose. */
function toldLines({ told, pushes }: Pick<Copy, 'told' | 'pushes'>): string[] {
  const { ways, none, usual, nights, devices } = tellingWords.value
  const said = (chosen: TellingChoice['usual']) => chosen.map(way => ways[way]).join(' ') || none
  return [told.mail, `${usual} ${said(told.usual)}`, ...Object.entries(told.except).map(([rule, chosen]) => `${ruleName(rule)} ${said(chosen)}`), told.nights ? nights : '', pushes ? devices(pushes) : ''].filter(Boolean)
}

/** Saves everything that is kept about somebody with an account, for them to have. */
export async function saveCopy(person: Person): Promise<void> {
  const problem = await tried(ask<Copy>(`/api/people/${person.id}/copy`, { method: 'POST', body: {} }).then(async (all) => {
    const { copy, what, content, note, skills, device, login, told, reading } = subjectWords.value
    await saveList(textsOut(copy, [what, content], [
      [words.value.name, all.name],
      [words.value.phone, all.phone],
      [words.value.role, [named.value.roles[person.role], whereOf(person)].filter(Boolean).join(' ')],
      [note, all.note ?? ''],
      [skills, [...all.skills, ...all.trained, ...all.declared ?? []].join(' ')],
      ...all.devices.map(one => [device, [one.device, one.seenAt === null ? '' : dayAndTime(one.seenAt)].join(' ')]),
      ...Object.values(all.logins).map(name => [login, name]),
      ...toldLines(all).map(line => [told, line]),
      ...all.readings.map(one => [reading, `${one.act} ${dayAndTime(one.at)}`]),
    ]))
  }))
  if (problem) toast(problem)
}
