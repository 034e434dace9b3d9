import type { Role } from './actor.ts'

/** Who may take many photos out at once, of those that they see: headquarters, the level above, and a township. */
export const photoTakers = ['coordinator', 'admin', 'overseer', 'officer'] as const satisfies readonly Role[]
export const mayTakePhotos = ({ role }: { readonly role: Role }): boolean => (photoTakers as readonly Role[]).includes(role)

/** What one file of photos has at most. More is refused, so that nobody takes a part for the whole. */
export const photosOut = { issues: 500, photos: 500, bytes: 400 * 2 ** 20 } as const
