import type { CommandName } from '../../shared/commands.ts'

/** A command as it is asked for, before it has an id. */
export interface Call { readonly name: CommandName, readonly args: Readonly<Record<string, unknown>> }

/** What takes an act back, and the argument that names the record in both. */
const opposites: Partial<Record<CommandName, readonly [undo: CommandName, id: string]>> = {
  addPlace: ['retirePlace', 'place'],
  retirePlace: ['restorePlace', 'place'],
  restorePlace: ['retirePlace', 'place'],
  openShift: ['closeShift', 'shift'],
  closeShift: ['reopenShift', 'shift'],
  reopenShift: ['closeShift', 'shift'],
  claimShift: ['releaseShift', 'shift'],
  releaseShift: ['claimShift', 'shift'],
  postShortage: ['withdrawShortage', 'shortage'],
  withdrawShortage: ['reopenShortage', 'shortage'],
  reopenShortage: ['withdrawShortage', 'shortage'],
  drawZone: ['liftZone', 'zone'],
  liftZone: ['restoreZone', 'zone'],
  restoreZone: ['liftZone', 'zone'],
  announce: ['endAnnouncement', 'announcement'],
  planInspection: ['cancelInspection', 'inspection'],
  cancelInspection: ['restoreInspection', 'inspection'],
  restoreInspection: ['cancelInspection', 'inspection'],
}

const edits: readonly CommandName[] = ['editIssue', 'moveIssue', 'assignIssue', 'editPlace', 'movePlace', 'editShift', 'editShortage', 'editZone', 'editTeam', 'editPlan', 'editBriefing']

/**
 * The command that takes this one back, or null where none does. An edit is undone by setting what was seen before,
 * from what was set: if somebody has changed it since, that is a conflict like any other, and nothing of theirs is lost.
 */
export function inverse({ name, args }: Call): Call | null {
  const opposite = opposites[name]
  if (opposite) {
    // A place taken from somebody else can only be claimed again by that person.
    if (name === 'releaseShift' && args.person !== undefined) return null
    const [undo, id] = opposite
    return { name: undo, args: { [id]: args[id] } }
  }
  if (name === 'moveTownship') return args.from ? { name, args: { township: args.township, from: args.to, to: args.from } } : null
  if (!edits.includes(name)) return null
  const set = args.set as Record<string, unknown>
  const base = args.base as Record<string, unknown>
  const whole = Object.keys(set).every(field => base[field] !== undefined)
  // Once a unit has an issue, it can be given to another but not to nobody.
  if (!whole || (name === 'assignIssue' && base.unit === null)) return null
  return { name, args: { ...args, set: base, base: set } }
}
