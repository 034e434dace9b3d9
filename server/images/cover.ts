import type { Block } from '../../shared/core/blocks.ts'
import type { IncidentBoard } from '../incidents.ts'
import { maskable } from '../../shared/core/masking.ts'
import { spare } from '../core/spare.ts'

/** Paints covered parts into the files as soon as a command covers them, and at start those that an ended server left. Returns a function that stops it. */
export function coverPhotos({ authority, photos }: Pick<IncidentBoard, 'authority' | 'photos'>, onBug: (error: unknown) => void): () => void {
  const paint = ({ masks = {} }: { readonly masks?: Readonly<Record<string, readonly Block[]>> | undefined }) => {
    for (const [photo, blocks] of Object.entries(masks)) spare(onBug, () => photos.cover(photo, blocks))
  }
  for (const kind of maskable) {
    for (const record of authority.board.all(kind)) paint(record)
  }
  return authority.onApplied((applied) => {
    for (const { commit: { name, changes } } of applied) {
      if (name !== 'maskPhoto') continue
      for (const { value } of changes) paint((value ?? {}) as object)
    }
  })
}
