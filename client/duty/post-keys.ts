import { shallowRef } from 'vue'
import { ask } from '../core/http.ts'
import { keptAs, within } from '../core/incident.ts'
import { sent } from '../core/sent.ts'
import { keysKept, me } from '../core/session.ts'

/** The keys of the posts I lead, kept on this device so that it can compute the changing codes offline. */

const slot = (post: string) => `${keysKept}${keptAs(me.value?.id ?? '')}:${post}`
const fetched = shallowRef<Readonly<Record<string, string>>>({})

export const keyOf = (post: string): string | null => fetched.value[slot(post)] ?? localStorage.getItem(slot(post))

/** Fetches the key of a post unless this device has it. Throws the server's refusal, or a `TypeError` when offline. */
export async function fetchKey(post: string): Promise<void> {
  if (keyOf(post)) return
  await sent()
  const { key } = await ask<{ key: string }>(within(`/posts/${post}/key`))
  localStorage.setItem(slot(post), key)
  fetched.value = { ...fetched.value, [slot(post)]: key }
}
