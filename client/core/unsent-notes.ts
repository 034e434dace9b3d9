import { keptAs } from './incident.ts'
import { me } from './session.ts'

/** Where this device keeps what was noted about needs and not yet answered: ids and times, nothing about a person. */
export const notesKey = (): string => `yixian:care-done:${keptAs(me.value?.id ?? '')}`
/** How many such notes wait, also while their page is closed. */
export const unsentNotes = (): number => (JSON.parse(localStorage.getItem(notesKey()) ?? '[]') as unknown[]).length
