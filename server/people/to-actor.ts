import type { Actor } from '../../shared/core/actor.ts'
import type { account } from '../database/schema.ts'

/** Whom an account acts as. */
export const toActor = ({ id, role, township, unit, team, place, grid, approved, skills, trained }: typeof account.$inferSelect): Actor => ({
  id,
  role: role as Actor['role'],
  ...(township && { township }),
  ...(unit && { unit }),
  ...(team && { team }),
  ...(place && { place }),
  ...(grid && { grid }),
  ...(role === 'volunteer' && { approved }),
  ...(skills.length && { skills }),
  ...(trained.length && { trained }),
})
