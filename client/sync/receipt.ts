import type { Command } from '../../shared/core/command.ts'
import type { Answer } from '../../shared/core/protocol.ts'

/** The server's word that it has a command for good, with its place in that history. */
export interface Receipt { readonly command: Command, readonly at: number, readonly seq: number, readonly epoch: string }

/** Whether an answer is our own receipt for this command in this history. Whatever a captive portal or a cut line makes of it is none. */
export const isReceipt = (answer: Answer, id: string, epoch: string): answer is Extract<Answer, { readonly ok: true }> =>
  answer.ok === true && answer.id === id && answer.epoch === epoch && Number.isSafeInteger(answer.seq) && answer.seq > 0
