import type { Call } from '../../core/undo.ts'
import type { RefusedWork } from '../../sync/refused.ts'
import type { FormName } from '../forms/forms.ts'
import { shallowRef } from 'vue'
import { view } from '../../core/board.ts'
import { letGo } from '../../core/dispatch.ts'
import { dropPhoto, unsent } from '../../core/photos.ts'
import { recordNamed } from '../../core/record-named.ts'
import { deedName, stepName } from '../../deeds.ts'
import { formNames, openForm } from '../forms/forms.ts'

/** Whether the list of unsent work is open. */
export const showsWaiting = shallowRef(false)

export const callOf = ({ command }: Pick<RefusedWork, 'command'>) => ({ name: command.name, args: command.args }) as Call

/** The record a command is about, as `kind/id`; null if it names none that can be opened. */
export function recordOf({ args }: Pick<Call, 'args'>): string | null {
  const key = recordNamed(args)
  const [kind, id = ''] = key?.split('/') ?? []
  return kind && view.get(kind as 'issue', id) ? key : null
}

/** What the act is called. */
export const titleOf = ({ name, args }: Call): string => name === 'advanceIssue' ? stepName(String(args.from), args.to as 'told') : deedName(name)

/** The fields of a command that hold free text, with their texts. */
export function textsOf({ args }: Pick<Call, 'args'>): Readonly<Record<string, string>> {
  const all = { ...args, ...args.set as object } as Readonly<Record<string, unknown>>
  return Object.fromEntries(['title', 'name', 'item', 'text', 'note', 'reason', 'address'].map(field => [field, all[field]]).filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== ''))
}

/** The same command with other texts. */
export function withTexts({ name, args }: Call, texts: Readonly<Record<string, string>>): Call {
  const set = args.set as object | undefined
  const within = (inner: object) => ({ ...inner, ...Object.fromEntries(Object.entries(texts).filter(([field]) => field in inner)) })
  return { name, args: { ...within(args), ...set && { set: within(set) } } }
}

/** The free text in a command, which must never be lost. */
export const wordsOf = (call: Pick<Call, 'args'>): string => Object.values(textsOf(call)).join('\n')

/** Whether a form can be opened again with everything that was in it. */
export const canMend = (one: Pick<RefusedWork, 'command'>): boolean => formNames.includes(one.command.name as FormName)

/** Whether a person can change what they wrote, in its form or as bare texts. */
export const canEdit = (one: Pick<RefusedWork, 'command'>): boolean => canMend(one) || wordsOf(callOf(one)) !== ''

export const mend = (one: Pick<RefusedWork, 'command'>) => openForm(one.command.name as FormName, { again: { command: one.command.id, args: callOf(one).args } })

/** Discards refused work at its author's wish, with the photos of a report that was never sent. */
export async function abandon(one: RefusedWork): Promise<void> {
  const { name, args } = callOf(one)
  const gone = unsent.value.filter(photo => photo.issue === args.issue && (name === 'reportIssue' ? !view.get('issue', photo.issue) : photo.id === (args.photo ?? args.voice)))
  for (const photo of gone) await dropPhoto(photo.id)
  await letGo(one.command.id)
}
