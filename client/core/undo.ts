import type { CommandName } from '../../shared/commands.ts'
import { me } from './session.ts'
import { baseWords } from './words.ts'

/** A command without its id. */
export interface Call { readonly name: CommandName, readonly args: Readonly<Record<string, unknown>> }

/** The command that undoes each act, and the argument that names the record in both, with one that names a part of it. */
const opposites: Partial<Record<CommandName, readonly [undo: CommandName, id: string, part?: string]>> = {
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
  closePost: ['reopenPost', 'post'],
  reopenPost: ['closePost', 'post'],
  announce: ['endAnnouncement', 'announcement'],
  withdrawBaseline: ['restoreBaseline', 'list'],
  restoreBaseline: ['withdrawBaseline', 'list'],
  closeRound: ['reopenRound', 'round'],
  receiveBatch: ['withdrawBatch', 'batch'],
  testBatch: ['withdrawBatchTest', 'batch', 'test'],
  leaveBatch: ['returnBatch', 'batch', 'departure'],
  cancelTransfer: ['restoreTransfer', 'transfer'],
  releaseExposure: ['closeExposureAgain', 'exposure'],
  planInspection: ['cancelInspection', 'inspection'],
  cancelInspection: ['restoreInspection', 'inspection'],
  restoreInspection: ['cancelInspection', 'inspection'],
}

const trips: Partial<Record<CommandName, string>> = { departTransfer: 'depart', arriveTransfer: 'arrive', disinfectTransfer: 'disinfect' }
const edits: readonly CommandName[] = ['editIssue', 'moveIssue', 'assignIssue', 'editPlace', 'movePlace', 'editShift', 'editShortage', 'editZone', 'editTeam', 'editPlan', 'editBriefing']

/**
 * The command that undoes this one, or null if there is none. An edit is undone by an edit back to the earlier values. If somebody
 * has changed them since, that is a conflict like any other, and their change is not lost.
 */
export function inverse({ name, args }: Call): Call | null {
  const opposite = opposites[name]
  if (opposite) {
    // Only the person who lost the place can claim it again.
    if (name === 'releaseShift' && args.person !== undefined) return null
    const [undo, id, part] = opposite
    // A zone is lifted only with a reason and an approver, and its conditions cannot be met when it was just drawn or restored.
    const why = undo === 'liftZone' ? { reason: baseWords.value.undo, approver: args.approver || me.value?.name || baseWords.value.you, override: true } : {}
    return { name: undo, args: { [id]: args[id], ...part && { [part]: args[part] }, ...why } }
  }
  if (name === 'splitZone') return { name: 'unsplitZone', args: { zone: args.zone, other: args.other, base: args.base } }
  if (name === 'mergeZones') return { name: 'unmergeZones', args }
  if (name === 'fulfil') return { name: 'withdrawFulfilment', args: { place: args.place, act: args.act, at: args.at } }
  const step = trips[name]
  if (step) return { name: 'backTransfer', args: { transfer: args.transfer, step } }
  if (name === 'moveTownship') return args.from ? { name, args: { township: args.township, from: args.to, to: args.from } } : null
  if (!edits.includes(name)) return null
  const set = args.set as Record<string, unknown>
  const base = args.base as Record<string, unknown>
  const whole = Object.keys(set).every(field => base[field] !== undefined)
  // An assigned issue can go to another unit but not back to none.
  if (!whole || (name === 'assignIssue' && base.unit === null)) return null
  // To undo a larger ring makes the zone smaller, which needs a reason and an approver, and its conditions cannot be met when it was just drawn.
  if (name === 'editZone' && set.ring && set.reason === undefined) {
    const { reason, approver, ...shape } = base
    return { name, args: { ...args, set: { ...shape, reason: baseWords.value.undo, approver: me.value?.name || baseWords.value.you }, base: { ...set, reason: reason ?? '', approver: approver ?? '' }, override: true } }
  }
  return { name, args: { ...args, set: base, base: set } }
}
