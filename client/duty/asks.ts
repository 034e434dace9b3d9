import type { Shift } from '../../shared/records.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

/** The requirements of a post or shift in words: skills first, then the trainings and consents that its risk requires. */
export function asksOf({ skills, risk }: Pick<Shift, 'skills' | 'risk'>): readonly string[] {
  if (!county.value) return []
  const all = [...county.value.skills, ...county.value.trainings]
  return [...skills, ...county.value.rules.duty.trainings[risk]].map(id => said(all.find(one => one.id === id)) || id)
}
