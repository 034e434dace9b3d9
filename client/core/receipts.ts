import type { Receipt } from '../sync/receipt.ts'
import { shallowRef } from 'vue'
import { sentKept } from './kept.ts'
import { recordNamed } from './record-named.ts'

/** What this device sent and the server has for good. It holds names of commands and ids, no text that anybody wrote. */
export interface SentWork { readonly id: string, readonly name: string, readonly key: string | null, readonly at: number, readonly seq: number }
/** Older ones are in the timelines of the records. */
const most = 50

let slot = ''
export const sentWork = shallowRef<readonly SentWork[]>([])

/** Reads what this person sent from here before. A damaged list is empty: the board must open without it. */
export function recallSent(name: string): void {
  slot = sentKept + name
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(slot) ?? '[]')
    sentWork.value = Array.isArray(kept) ? kept as SentWork[] : []
  } catch {
    sentWork.value = []
  }
}

/** Notes a receipt, the newest first. A full device keeps no list, which loses nothing. */
export function noteSent({ command, at, seq }: Receipt): void {
  if (sentWork.value.some(one => one.id === command.id)) return
  sentWork.value = [{ id: command.id, name: command.name, key: recordNamed(command.args), at, seq }, ...sentWork.value].slice(0, most)
  try {
    localStorage.setItem(slot, JSON.stringify(sentWork.value))
  } catch {}
}
