import type { LoginTrouble, ProviderId } from '../../shared/people/login.ts'
import { digest } from '../core/seal.ts'

/** What a provider says of the person who came. */
export interface Came {
  /** What administrators know them by. */
  readonly name: string
  /** The provider's own id of them, which no other person ever gets. */
  readonly subject: string
  /** True if the provider itself checked a second factor. */
  readonly factor: boolean
  /** When they proved there who they are (epoch ms); null if it does not say. */
  readonly at: number | null
}

/** Somebody else who says who a person is. Both steps throw `Troubled`. */
export interface Provider {
  readonly id: ProviderId
  /** As its button calls it. */
  readonly name: string
  /** Whose names these are: an account belongs to a name of this realm alone. */
  readonly realm: string
  /** A name in the form in which names are compared. */
  readonly compared: (name: string) => string
  /** Where the browser goes. State, nonce and verifier are made from the secret, which the browser alone keeps. `agent` is what it calls itself. */
  readonly begin: (secret: string, agent: string) => Promise<URL>
  /** Who came back to this address. The state was compared before. */
  readonly finish: (secret: string, back: URL) => Promise<Came>
  /** Where people sign out of it; null if that is not known. */
  readonly leave: () => string | null
}

/** Nobody is signed in. `why` is for the operator's log and never holds what the provider said of a person. */
export class Troubled extends Error {
  constructor(readonly trouble: LoginTrouble, readonly why = '') {
    super(why ? `${trouble}: ${why}` : trouble)
  }
}

/** Called when a provider, and neither the person nor this server, is why nobody was signed in. */
export type OnTrouble = (provider: ProviderId, trouble: Troubled) => void

/** A value for one purpose that only the holder of the secret can know: 43 letters and digits of base64url. */
export const madeFrom = (secret: string, purpose: 'state' | 'nonce' | 'verifier'): string => digest(`${purpose} ${secret}`)

/** Where a provider sends the browser back to. */
export const backAddress = (publicUrl: string, id: ProviderId): string => new URL(`/api/session/with/${id}/back`, publicUrl).href
