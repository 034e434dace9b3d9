import type { IncidentBoard } from '../incidents.ts'
import { spare } from '../core/spare.ts'

/** Removes the sound of voice notes as soon as a command removes it, and at start those that an ended server left. Returns a function that stops it. */
export function silenceVoices({ authority, photos }: Pick<IncidentBoard, 'authority' | 'photos'>, onBug: (error: unknown) => void): () => void {
  const remove = ({ silenced = [] }: { readonly silenced?: readonly string[] | undefined }) => {
    for (const voice of silenced) spare(onBug, () => photos.silence(voice))
  }
  for (const issue of authority.board.all('issue')) remove(issue)
  return authority.onApplied((applied) => {
    for (const { commit: { name, changes } } of applied) {
      if (name === 'removeVoice') changes.forEach(({ value }) => remove((value ?? {}) as object))
    }
  })
}
