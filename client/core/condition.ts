import type { Condition } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'

/** What headquarters is told of the server; for everybody else all is well. */
export const condition = shallowRef<Condition>({ room: 'enough', aside: [] })
