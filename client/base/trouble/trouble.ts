import type { Call } from '../../core/undo.ts'
import type { RefusedWork } from '../../sync/refused.ts'
import type { FormName } from '../forms/forms.ts'
import { shallowRef } from 'vue'
import { view } from '../../core/board.ts'
import { letGo } from '../../core/dispatch.ts'
import { dropPhoto, unsent } from '../../core/photos.ts'
import { formNames, openForm } from '../forms/forms.ts'

/** Whether the list of unsent work is open. */
export const showsWaiting = shallowRef(false)

export const callOf = ({ command }: RefusedWork) => ({ name: command.name, args: command.args }) as Call

/** The record a command is about, as `kind/id`; null if it names none that can be opened. */
export function recordOf({ args }: Pick<Call, 'args'>): string | null {
  for (const kind of ['issue', 'shift', 'shortage', 'zone', 'place', 'announcement'] as const) {
    const id = args[kind]
    if (typeof id === 'string' && view.get(kind, id)) return `${kind}/${id}`
  }
  return null
}

/** The free text in a command, which must never be lost. */
export function wordsOf({ args }: Pick<Call, 'args'>): string {
  const all = { ...args, ...args.set as object } as Readonly<Record<string, unknown>>
  return ['title', 'name', 'item', 'text', 'note', 'reason', 'address'].map(field => all[field]).filter(word => typeof word === 'string' && word).join('\n')
}

/** Whether a form can be opened again with everything that was in it. */
export const canMend = (one: RefusedWork): boolean => formNames.includes(one.command.name as FormName)

export const mend = (one: RefusedWork) => openForm(one.command.name as FormName, { again: { command: one.command.id, args: callOf(one).args } })

/** Discards refused work at its author's wish, with the photos of a report that was never sent. */
export async function abandon(one: RefusedWork): Promise<void> {
  const { name, args } = callOf(one)
  const gone = unsent.value.filter(photo => photo.issue === args.issue && (name === 'reportIssue' ? !view.get('issue', photo.issue) : photo.id === args.photo))
  for (const photo of gone) await dropPhoto(photo.id)
  await letGo(one.command.id)
}
