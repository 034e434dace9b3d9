import type { TellingChoice } from '../../shared/notices/ways.ts'
import { randomBytes } from 'node:crypto'
import { digest } from '../core/seal.ts'

/** How long the link in a letter works (ms). */
const longest = 24 * 3_600_000

/** What is kept about a person's mail address beside their choice. An entry from an earlier version has none of it, and its address counts as confirmed. */
export interface MailAddress {
  /** The address that was confirmed last; empty for none. */
  readonly confirmed?: string
  /** The letter that was sent last: the digest of its secret, and until when its link works (epoch ms). */
  readonly asked?: { readonly hash: string, readonly until: number }
  /** The digest of the link that was used last. */
  readonly used?: string
}
export type KeptChoice = TellingChoice & MailAddress
/** What became of a link: the address is confirmed now or was before, the link is too old, or it is not the last one of this person. */
export type LinkAnswer = 'confirmed' | 'used' | 'over' | 'wrong'

const confirmedOf = (kept: KeptChoice | null): string => kept ? kept.confirmed ?? kept.mail : ''
/** The address to which this person may be sent notices; empty for none. */
export const mailOf = (kept: KeptChoice | null): string => kept && confirmedOf(kept) === kept.mail ? kept.mail : ''

/** A new choice with what is known of its address. A letter that was sent to another address confirms nothing more. */
export const withAddress = (choice: TellingChoice, before: KeptChoice | null): KeptChoice =>
  ({ ...choice, confirmed: confirmedOf(before), ...before?.mail === choice.mail && { asked: before.asked, used: before.used } })

/** A new link for the address of this choice: its secret, which only the letter has, and the choice to keep. */
export function askFor(kept: KeptChoice, now: number): { readonly secret: string, readonly kept: KeptChoice } {
  const secret = randomBytes(24).toString('base64url')
  return { secret, kept: { ...withAddress(kept, kept), asked: { hash: digest(secret), until: now + longest }, used: undefined } }
}

/** What this link does, and the choice to keep if it confirms the address. */
export function followed(kept: KeptChoice | null, secret: string, now: number): { readonly answer: LinkAnswer, readonly kept?: KeptChoice } {
  const hash = digest(secret)
  if (kept?.used === hash) return { answer: 'used' }
  if (!kept || kept.asked?.hash !== hash) return { answer: 'wrong' }
  if (kept.asked.until <= now) return { answer: 'over' }
  return { answer: 'confirmed', kept: { ...kept, confirmed: kept.mail, asked: undefined, used: hash } }
}
