import type { Shift } from '../../shared/records.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

/** Requirements of a post or shift in words: skills, then trainings and consents. */
export function asksOf({ skills, risk }: Pick<Shift, 'skills' | 'risk'>): readonly string[] {
  if (!county.value) return []
  const all = [...county.value.skills, ...county.value.trainings]
  return [...skills, ...county.value.rules.duty.trainings[risk]].map(id => said(all.find(one => one.id === id)) || id)
}
