import type { Args, CommandName } from '../../../shared/commands.ts'
import type { Refusal } from '../../../shared/core/protocol.ts'
import type { Preset } from './forms.ts'
import { act } from '../../core/act.ts'
import { letGo } from '../../core/dispatch.ts'
import { select } from '../../core/selection.ts'
import { forms } from './words.ts'

/** Sends what a form made. Refused work that was mended by it is let go of only now. What cannot be undone leads to its record instead. */
export async function sendForm<N extends CommandName>(name: N, args: Args<N>, key: string, { again }: Preset): Promise<Refusal | null> {
  const look = { label: forms.value.see, run: () => select(key) }
  const refusal = await act(name, args, name === 'reportIssue' ? look : undefined)
  if (!refusal && again) await letGo(again.command)
  return refusal
}
