import type { Condition } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'

/** The state of the server, which only headquarters is told. Everybody else keeps this default. */
export const condition = shallowRef<Condition>({ room: 'enough', aside: [] })
