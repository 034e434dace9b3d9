import type { Args, CommandName } from '../../shared/commands/all.ts'
import type { Refusal } from '../../shared/protocol.ts'
import type { Preset } from './forms.ts'
import { forms } from '../text/forms.ts'
import { act } from './act.ts'
import { letGo } from './board.ts'
import { select } from './selection.ts'

/** Sends what a form made. Refused work that was mended by it is let go of only now. What cannot be undone leads to its record instead. */
export async function sendForm<N extends CommandName>(name: N, args: Args<N>, key: string, { again }: Preset): Promise<Refusal | null> {
  const look = { label: forms.value.see, run: () => select(key) }
  const refusal = await act(name, args, name === 'reportIssue' ? look : undefined)
  if (!refusal && again) await letGo(again.command)
  return refusal
}
