import type { Args, CommandName } from '../../../shared/commands.ts'
import type { Refusal } from '../../../shared/core/protocol.ts'
import type { Preset } from './forms.ts'
import { act } from '../../core/act.ts'
import { letGo } from '../../core/dispatch.ts'
import { select } from '../../core/selection.ts'
import { forms } from './words.ts'

/** Sends a form's command. Refused work that it corrects is discarded only after that. The toast offers undo; for a report, which has none, a link to it. */
export async function sendForm<N extends CommandName>(name: N, args: Args<N>, key: string, { again }: Preset): Promise<Refusal | null> {
  const look = { label: forms.value.see, run: () => select(key) }
  const refusal = await act(name, args, name === 'reportIssue' ? look : undefined)
  if (!refusal && again) await letGo(again.command)
  return refusal
}
