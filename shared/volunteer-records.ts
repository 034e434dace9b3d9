import type { FieldsOfKinds } from './core/legible.ts'
import { fieldsOf } from './core/read-field.ts'
import { crew, shift } from './duty/records.ts'
import { notice } from './notices/records.ts'

/** The fields of the kinds that volunteers' commands change. Their phones load these schemas and no others. */
export const volunteerFields: FieldsOfKinds = {
  shift: fieldsOf(shift.entries),
  crew: fieldsOf(crew.entries),
  notice: fieldsOf(notice.entries),
}
