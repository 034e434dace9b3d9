import type { ComputedRef } from 'vue'
import type { Args, CommandName } from '../../shared/commands.ts'
import type { Refusal } from '../../shared/core/protocol.ts'
import { computed, shallowRef } from 'vue'
import { onChanged, ready } from './board.ts'
import { minute } from './clock.ts'
import { objection } from './dispatch.ts'

const changes = shallowRef(0)
onChanged(() => changes.value++)

/** The refusal a command would get, or null. It follows the board and the clock. */
export function useObjection<N extends CommandName>(ask: () => readonly [name: N, args: Args<N>]): ComputedRef<Refusal | null> {
  return computed(() => {
    void changes.value
    void minute.value
    void ready.value
    const [name, args] = ask()
    return objection(name, args)
  })
}
