import * as v from 'valibot'
import { Count, Id, Instant, lineOf, lines, Maybe, Title } from '../core/fields.ts'

/** Who a plan is for: a township, a department, a place or a team, as `township:` and its code. Each counts as having read it once one of its people has. */
export const Addressee = v.pipe(v.string(), v.regex(/^(?:township|unit|place|team):[\w~-]{1,64}$/))
export const PlanText = v.pipe(lines(8000), v.minLength(1))

/** What a plan may carry: a PDF, a Word or Excel file without macros, or a photo, of at most this many bytes. */
export const fileTypes = ['pdf', 'docx', 'xlsx', 'jpg'] as const
export const mostFileBytes = 10 * 2 ** 20
/** The file itself is on the server under the SHA-256 of the bytes that were sent. `name` has no ending. */
export const PlanFile = v.strictObject({
  hash: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
  name: v.pipe(lineOf(80), v.minLength(1)),
  type: v.picklist(fileTypes),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostFileBytes)),
})

/** One version of a plan document (工作方案). A line that begins with `# ` is a heading. A new version replaces it, and must be read again. */
export const workPlan = v.object({
  id: Id,
  /** The same for all versions. */
  plan: Id,
  version: v.pipe(Count, v.maxValue(9999)),
  title: Title,
  text: PlanText,
  /** A file that says the same with its seal, tables or maps. Each version names its own. */
  file: Maybe(PlanFile),
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
