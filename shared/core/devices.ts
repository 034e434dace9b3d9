import type { Role } from './actor.ts'

/** The devices on which a person is signed in, as they and administrators see them. */

/** What a device has cleared: pieces of unsent work, photos and drafts. */
export interface Cleared { readonly work: number, readonly photos: number, readonly drafts: number }

/** How a device was signed in: by a link, by a code shown at a desk, by a provider of sign-ins, or as a wall screen. */
export const signInWays = ['link', 'code', 'oidc', 'wecom', 'screen'] as const
export type SignInWay = (typeof signInWays)[number]

/** A signed-in device. Times are epoch ms. */
export interface SignedInDevice {
  readonly id: string
  /** What its browser calls itself, as `Chrome · Android`; empty for one that signed in before this was noted. */
  readonly name: string
  readonly signedInAt: number
  /** Null for one that signed in before this was noted. */
  readonly way: SignInWay | null
  readonly endsAt: number
  readonly seenAt: number | null
  /** Has a page open now. */
  readonly connected: boolean
  /** The one that asks. */
  readonly mine: boolean
}

/** A device that was signed out from elsewhere and is cleared at its next contact; `wipedAt` is when it was. */
export interface LostDevice {
  readonly id: string
  readonly name: string
  readonly at: number
  readonly seenAt: number | null
  readonly wipedAt: number | null
  readonly left: Cleared | null
}

/** A signed-in device among everybody's. */
export interface Session extends SignedInDevice {
  readonly person: string
  /** Of the person or the wall screen; empty once it was deleted. */
  readonly called: string
  readonly role: Role
}

/** Some of everybody's devices, the newest sign-in first. `next` is where the further ones go on; null if there are none. */
export interface SessionPage { readonly sessions: readonly Session[], readonly next: number | null }

/** How many of them a page has. */
export const sessionsAPage = 100

export interface DeviceLists { readonly signedIn: readonly SignedInDevice[], readonly lost: readonly LostDevice[] }
