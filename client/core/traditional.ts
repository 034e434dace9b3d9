import { shallowRef } from 'vue'
import { ask } from './http.ts'

const slot = 'yixian:county-traditional'
type Names = Readonly<Record<string, string>>

/** The texts of the county folder in Traditional characters, as the server has them. Kept on this device for a start without a network. */
const names = shallowRef(JSON.parse(localStorage.getItem(slot) ?? '{}') as Names)

/** Without an answer the names of the last time stay; those that are missing are shown as the county wrote them. */
export async function fetchCountyNames(): Promise<void> {
  try {
    names.value = await ask<Names>('/api/county/traditional')
    localStorage.setItem(slot, JSON.stringify(names.value))
  } catch {}
}

/** A text of the county in Traditional characters. What people wrote comes back as they wrote it. */
export const inTraditional = (text: string): string => Object.hasOwn(names.value, text) ? names.value[text] ?? text : text
