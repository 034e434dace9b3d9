import type { Actor } from '../shared/core/actor.ts'
import type { Command } from '../shared/core/command.ts'
import type { Facts } from '../shared/core/county.ts'
import type { DaySpan } from '../shared/core/cut-off.ts'
import type { Commit } from '../shared/core/protocol.ts'
import type { CountyFolder, Drill, DrillCare } from '../shared/county/county-folder.ts'
import type { Store } from './board/store.ts'
import type { Care } from './care/care.ts'
import type { Config } from './core/config.ts'
import type { Attached } from './papers/attached.ts'
import type { Accounts } from './people/accounts.ts'
import { Board } from '../shared/core/board.ts'
import { dayNumber, instant } from '../shared/core/calendar.ts'
import { factsOf } from '../shared/core/county.ts'
import { spanAt } from '../shared/core/cut-off.ts'
import { decide } from '../shared/core/decide.ts'
import { codeFits } from '../shared/duty/post-code.ts'
import { dueBulletins, freezing } from '../shared/incident/due.ts'
import { theServer } from './board/scheduler.ts'
import { writeWhole } from './disk/whole-file.ts'

const half = 30 * 60_000

/** A sign-in link to print: the person and the secret token. */
export interface SignInLink { readonly role: string, readonly name: string, readonly token: string }

/** Fills an empty data folder as the settings say, with the county's drill or an empty incident. `real` is the real time, epoch ms. */
export async function beginBoard(store: Store, accounts: Accounts, { county, drill, drillAt = 0 }: CountyFolder, config: Pick<Config, 'START_WITH' | 'DRILL_SEED' | 'INCIDENT_CODE' | 'INCIDENT_NAME'>, real: number): Promise<void> {
  const facts = factsOf(county)
  if (config.START_WITH === 'empty' || !drill) return openEmpty(store, accounts, facts, { code: config.INCIDENT_CODE, name: config.INCIDENT_NAME }, real)
  const begins = drillBegins(real, drillAt, county.timeZone)
  const story = drill(begins, config.DRILL_SEED)
  enrol(story, accounts)
  await playDrill(story, store, facts, begins, real)
}

/** The time on its own clock at which a drill begins that is loaded at `real` (both epoch ms): on that day of the county's calendar, `minutes` after midnight. */
export const drillBegins = (real: number, minutes: number, timeZone: string): number => instant(dayNumber(real, timeZone), minutes, timeZone)

/** Writes the drill's story into an empty store, through the same rules as all commands. The drill's clock then runs on from `now`. */
export async function playDrill(drill: Drill, store: Store, facts: Facts, now: number, real: number): Promise<void> {
  const board = new Board()
  const people = new Map(drill.people.map(person => [person.id, person]))
  const commits: Commit[] = []
  function take(command: Command, actor: Actor, at: number): void {
    const changes = decide(board, command, { actor, now: at, real, facts, codeFits })
    for (const change of changes) board.set(change)
    commits.push({ seq: commits.length + 1, ...command, actor: actor.id, at, changes })
  }
  const signer = people.get(drill.signer)
  /** The newest bulletin stays unsigned, so that a person who tries the board can sign it. */
  const newest = spanAt(drill.steps.at(-1)?.at ?? 0, facts).from
  let unsigned: DaySpan | null = null
  let cutOff = 0
  /** Does what the scheduler would have done before a moment. Bulletins are signed half an hour after they are frozen. */
  function turnTo(at: number): void {
    if (at > cutOff) {
      for (const span of dueBulletins(board, at - 1, facts)) {
        take(freezing(board, commits.length, span, facts), theServer, span.until)
        unsigned = span
      }
      cutOff = spanAt(at, facts).until
    }
    if (!signer || !unsigned || unsigned.until >= newest || at <= unsigned.until + half) return
    take({ id: `drill-sign-${unsigned.day}`, name: 'issueBulletin', args: { day: unsigned.day } }, signer, unsigned.until + half)
    unsigned = null
  }
  for (const { actor, at, command } of drill.steps) {
    const person = people.get(actor)
    if (!person) throw new Error(`The drill has a step by ${actor}, who is not among its people.`)
    turnTo(at)
    take(command, person, at)
  }
  if (signer) {
    take({ id: 'drill-clock-stop', name: 'stopClock', args: {} }, signer, now)
    take({ id: 'drill-clock-run', name: 'runClock', args: {} }, signer, now)
  }
  if (!await store.append(commits)) throw new Error('The drill can only be loaded into an empty data folder.')
}

/** Adds an account for everybody in the drill. */
export function enrol(drill: Drill, accounts: Accounts): void {
  for (const person of drill.people) accounts.add(person)
}

/** Fills the register of a drill, through the same rules as everybody's entries. */
export function enterCare({ rights, entries, help }: DrillCare, care: Care, accounts: Pick<Accounts, 'list'>): void {
  const people = new Map(accounts.list().map(person => [person.id, person]))
  const admin = accounts.list().find(person => person.role === 'admin')
  for (const [id, right] of rights) {
    const person = people.get(id)
    if (person && admin) care.rights.set(care.rights.reader(admin), person, right, true)
  }
  for (const { by, person, needs } of entries) {
    const officer = people.get(by)
    if (!officer) continue
    const reader = care.rights.reader(officer)
    care.people.add(reader, [person], 'add')
    for (const need of needs) care.needs.set(reader, person.id, need)
  }
  for (const one of help) care.help.ask(one)
  care.turned()
}

/** Stores the files that a drill's plans carry. */
export async function layFiles(files: CountyFolder['drillFiles'], { path }: Pick<Attached, 'path'>): Promise<void> {
  for (const { hash, type, content } of files ?? []) await writeWhole(path(hash, type), content)
}

/** Opens an empty incident and adds its first administrator. */
async function openEmpty(store: Store, accounts: Accounts, facts: Facts, incident: { code: string, name: string }, at: number): Promise<void> {
  const admin = accounts.add({ name: '管理员', role: 'admin' })
  const args = { ...incident, phase: 'emergency', drill: false, startedAt: at }
  const command = { id: `open-${admin}`, name: 'openIncident', args }
  const changes = decide(new Board(), command, { actor: { id: admin, role: 'admin' }, now: at, real: at, facts })
  await store.append([{ seq: 1, ...command, actor: admin, at, changes }])
}

/** A sign-in link for the first person of each role. Each works once. */
export function drillLinks(accounts: Accounts, hours: number): SignInLink[] {
  const first = new Map<string, { id: string, name: string }>()
  for (const person of accounts.list()) {
    if (!person.disabled && !first.has(person.role)) first.set(person.role, person)
  }
  return [...first].map(([role, { id, name }]) => ({ role, name, token: accounts.invite(id, hours) }))
}
