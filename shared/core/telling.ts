import type { AnyRecord, Kind } from '../records.ts'
import type { Change } from './board.ts'
import type { Definition } from './command.ts'
import type { Commit, Seen, Told } from './protocol.ts'
import { commands } from '../commands.ts'
import { secret, shown, visible } from './sight.ts'

/** What readers learn about a command that was done: decided here, for frames and timelines. The default is nothing. */

const definitionOf = (name: string): Definition | undefined => Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] as unknown as Definition : undefined
const tellsOf = (name: string): NonNullable<Definition['tells']> => definitionOf(name)?.tells ?? {}

/**
 * True if a reader who sees these changes may learn the command's name. The reader must see a record of every kind in its
 * `tells`, so that the name reveals no more than the records: a check-in changes the place's last visit, but only readers of
 * the inspection learn that it was a check-in.
 */
function tellsName({ name, changes }: Pick<Commit, 'name' | 'changes'>, sees: (change: Change) => boolean): boolean {
  const tells = tellsOf(name)
  const about = changes.filter(({ kind }) => tells[kind])
  const seen = new Set(about.filter(sees).map(({ kind }) => kind))
  return about.length > 0 && about.every(({ kind }) => seen.has(kind))
}

/** True if this audience may learn the command's name with the changes it sees. */
export const told = (audience: string, commit: Pick<Commit, 'name' | 'changes'>): boolean =>
  tellsName(commit, ({ kind, value }) => value !== null && visible(audience, kind, value))

/** True if the feed shows the commit: its reader may learn its name, a record of it is there to open, and it is not routine. */
export function isNews({ name, changes }: Pick<Seen, 'name' | 'changes'>): boolean {
  const definition = name ? definitionOf(name) : undefined
  return definition !== undefined && !definition.routine && changes.some(({ value }) => value !== null)
}

/** The change that a line of the feed is about: the record that the command's work is gathered under, else the first that is there to open. */
export function newsOf({ name, changes }: Pick<Seen, 'name' | 'changes'>): Change | undefined {
  const there = changes.filter(({ kind, value }) => value !== null && kind !== 'counter' && kind !== 'postKey' && kind !== 'placeKey')
  const kind = name ? definitionOf(name)?.gathers : undefined
  return there.find(change => change.kind === kind) ?? there[0]
}

/** Commits as lines of the feed: of those that are gathered under one record, such as the shops of a sweep, only the first, which is the newest. */
export function asLines<S extends Pick<Seen, 'name' | 'changes'>>(newestFirst: readonly S[]): S[] {
  const told = new Set<string>()
  return newestFirst.filter((commit) => {
    const about = commit.name && definitionOf(commit.name)?.gathers ? newsOf(commit) : undefined
    if (!about) return true
    const key = `${about.kind}/${about.id}`
    return !told.has(key) && told.add(key)
  })
}

/**
 * The commit as a step of the timeline of a record that this audience sees, or null if the step is hidden. `was` is the record
 * before it. A reader of a record sees all its steps, earlier ones too; but the timeline of a plan begins when the plan was
 * announced, and the values it had before stay secret.
 */
export function timelineStep(audience: string, { changes, args, ...done }: Commit, kind: Kind, id: string, was: AnyRecord | null): Told | null {
  const hidden = (record: AnyRecord | null) => record !== null && secret(audience, kind, record)
  const own = (change: Change) => change.kind === kind && change.id === id
  const declared: readonly string[] | undefined = tellsOf(done.name)[kind]
  if (!declared || !tellsName({ name: done.name, changes }, change => own(change) ? !hidden(change.value) : change.value !== null && visible(audience, change.kind, change.value))) return null
  const value = changes.find(own)?.value
  if (was && value && !touched(audience, kind, was, value)) return null
  const keys = declared.filter(key => key !== 'base' || !hidden(was))
  return { ...done, args: Object.fromEntries(Object.entries(args as object).filter(([key]) => keys.includes(key))) }
}

/** True if a field changed that this audience sees in full. For a hidden field the audience learns neither actor nor time. */
function touched(audience: string, kind: Kind, was: AnyRecord, value: AnyRecord): boolean {
  const seen = shown(audience, kind, value)
  const changed = (key: string) => JSON.stringify(was[key as 'id']) !== JSON.stringify(value[key as 'id'])
  return seen === value || Object.keys(value).some(key => seen?.[key as 'id'] === value[key as 'id'] && changed(key))
}
