import type { Call } from '../../core/undo.ts'
import type { RefusedWork } from '../../sync/refused.ts'
import type { FormName } from '../forms/forms.ts'
import { shallowRef } from 'vue'
import { view } from '../../core/board.ts'
import { letGo } from '../../core/dispatch.ts'
import { dropPhoto, unsent } from '../../core/photos.ts'
import { formNames, openForm } from '../forms/forms.ts'

/** True while the list of waiting work is open. */
export const showsWaiting = shallowRef(false)

export const callOf = ({ command }: RefusedWork) => ({ name: command.name, args: command.args }) as Call

/** The record a command is about, as `kind/id`; null when it names none that can be seen. */
export function recordOf({ args }: Pick<Call, 'args'>): string | null {
  for (const kind of ['issue', 'shift', 'shortage', 'zone', 'place', 'announcement'] as const) {
    const id = args[kind]
    if (typeof id === 'string' && view.get(kind, id)) return `${kind}/${id}`
  }
  return null
}

/** The person's own words in a command: what must never be lost. */
export function wordsOf({ args }: Pick<Call, 'args'>): string {
  const all = { ...args, ...args.set as object } as Readonly<Record<string, unknown>>
  return ['title', 'name', 'item', 'text', 'note', 'reason', 'address'].map(field => all[field]).filter(word => typeof word === 'string' && word).join('\n')
}

/** A form can be opened again with all that was in it. */
export const canMend = (one: RefusedWork): boolean => formNames.includes(one.command.name as FormName)

export const mend = (one: RefusedWork) => openForm(one.command.name as FormName, { again: { command: one.command.id, args: callOf(one).args } })

/** The author has read why and discards it; photos of a report that was never sent go with it. */
export async function abandon(one: RefusedWork): Promise<void> {
  const { name, args } = callOf(one)
  const gone = unsent.value.filter(photo => photo.issue === args.issue && (name === 'reportIssue' ? !view.get('issue', photo.issue) : photo.id === args.photo))
  for (const photo of gone) await dropPhoto(photo.id)
  await letGo(one.command.id)
}
