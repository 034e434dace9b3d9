/** The devices on which a person is signed in, as they and administrators see them. */

/** What a device has cleared: pieces of unsent work, photos and drafts. */
export interface Cleared { readonly work: number, readonly photos: number, readonly drafts: number }

/** A signed-in device. Times are epoch ms. */
export interface SignedInDevice {
  readonly id: string
  /** What its browser calls itself, as `Chrome · Android`; empty for one that signed in before this was noted. */
  readonly name: string
  readonly signedInAt: number
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

export interface DeviceLists { readonly signedIn: readonly SignedInDevice[], readonly lost: readonly LostDevice[] }
