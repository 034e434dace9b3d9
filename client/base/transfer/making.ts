import { shallowRef } from 'vue'

interface Making { readonly name: string, readonly made: number, readonly all: number, readonly failed?: 'too_slow' | 'broken' }

/** The file that is being made or has failed, never more than one; null if there is none. Apart from what makes it, which is fetched when needed. */
export const making = shallowRef<Making | null>(null)
