import { shallowRef } from 'vue'

/** A short message that something was done, with undo or a link. It disappears, so its action must be reachable elsewhere too. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string, readonly run: () => void }
}

const stays = 10_000
let last = 0
/** The message that is shown. A later one takes its place. */
export const shownToast = shallowRef<Toast | null>(null)

export function dismiss(id: number): void {
  if (shownToast.value?.id === id) shownToast.value = null
}

export function toast(text: string, action?: Toast['action']): void {
  const id = ++last
  shownToast.value = { id, text, action }
  setTimeout(() => dismiss(id), stays)
}
