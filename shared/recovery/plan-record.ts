import * as v from 'valibot'
import { Count, Id, Instant, lines, Maybe, Title } from '../core/fields.ts'

/** Who a plan is for: a township, a department, a place or a team, as `township:` and its code. Each counts as having read it once one of its people has. */
export const Addressee = v.pipe(v.string(), v.regex(/^(?:township|unit|place|team):[\w~-]{1,64}$/))
export const PlanText = v.pipe(lines(8000), v.minLength(1))

/** One version of a plan document (工作方案). A line that begins with `# ` is a heading. A new version replaces it, and must be read again. */
export const workPlan = v.object({
  id: Id,
  /** The same for all versions. */
  plan: Id,
  version: v.pipe(Count, v.maxValue(9999)),
  title: Title,
  text: PlanText,
  /** The department that published it; null for headquarters. */
  unit: Maybe(Id),
  addressees: v.pipe(v.array(Addressee), v.minLength(1), v.maxLength(300)),
  by: Id,
  at: Instant,
  /** By addressee: who read it and when. */
  reads: v.optional(v.record(Addressee, v.object({ by: Id, at: Instant })), {}),
  remindedAt: Maybe(Instant),
  /** When a new version replaced it, or it was withdrawn. */
  replacedAt: Maybe(Instant),
})
