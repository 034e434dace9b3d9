import { computed } from 'vue'
import { record, records } from '../core/board.ts'
import { careWords as words } from './words.ts'

/** A figure of the board as people read it: fewer than five may stand for itself. */
export const figure = (people: number | null | undefined): string => people === null ? words.value.few : String(people ?? 0)

/** The grids that are in use, by township and name, each with how many people it looks after. */
export const grids = computed(() => records('grid').filter(one => !one.retired).map(one => ({ ...one, all: record('careCount', `${one.id}-all`) })).sort((a, b) => a.township.localeCompare(b.township) || a.name.localeCompare(b.name)))
