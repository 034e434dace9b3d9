import { shallowRef } from 'vue'

/** A short message that something was done, with undo or a link. It disappears, so its action must be reachable elsewhere too. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string, readonly run: () => void }
}

const stays = 10_000
let last = 0
export const toasts = shallowRef<readonly Toast[]>([])

export const dismiss = (id: number) => toasts.value = toasts.value.filter(one => one.id !== id)

export function toast(text: string, action?: Toast['action']): void {
  const id = ++last
  toasts.value = [...toasts.value.slice(-2), { id, text, action }]
  setTimeout(() => dismiss(id), stays)
}
