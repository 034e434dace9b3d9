import type { Post, Shift } from '../../shared/records.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'
import { riskHere } from './risk.ts'

/** The requirements of a post or shift in words: skills first, then the trainings and consents that its risk now requires. */
export function asksOf(one: Shift | Post): readonly string[] {
  if (!county.value) return []
  const all = [...county.value.skills, ...county.value.trainings]
  return [...one.skills, ...county.value.rules.duty.trainings[riskHere(one).risk]].map(id => said(all.find(one => one.id === id)) || id)
}
