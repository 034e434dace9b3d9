import type { JsonSchema, OverrideActionContext, OverrideSchemaContext } from '@valibot/to-json-schema'
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { Count, Day, Id, Instant, Lat, Lng, NewId, Tally } from '../../shared/core/fields.ts'

/** JSON Schema (2020-12) of the schemas with which the board reads what comes from outside. */

/** The schemas that many others use, by the name under which the document has them. */
const named = { Id, NewId, Instant, Day, Lng, Lat, Count, Tally }
const about: Readonly<Record<keyof typeof named, string>> = {
  Id: 'The id of a record, or of an entry of the county’s lists.',
  NewId: 'An id for something new, made by you: a UUID is fine.',
  Instant: 'Milliseconds since 1970-01-01, UTC.',
  Day: 'A day of the county’s calendar, as 2022-05-23.',
  Lng: 'Degrees east, WGS-84.',
  Lat: 'Degrees north, WGS-84.',
  Count: 'A whole number from 1 on.',
  Tally: 'A whole number from 0 on.',
}

/** A limit that counts characters as people see them, which JSON Schema cannot, is said in words. Other checks have no counterpart. */
function action({ valibotAction, jsonSchema }: OverrideActionContext): JsonSchema | null {
  const said = valibotAction.type === 'check' ? /^longer than (\d+) characters$/.exec(String((valibotAction as unknown as { message: unknown }).message)) : null
  return said ? { ...jsonSchema, description: `At most ${said[1]} characters.` } : null
}

/** Stored records have every field that has a default. */
function everyField({ valibotSchema, jsonSchema }: OverrideSchemaContext): JsonSchema | null {
  if (valibotSchema.type !== 'object' && valibotSchema.type !== 'strict_object') return null
  const entries = Object.entries((valibotSchema as unknown as { entries: Record<string, v.GenericSchema> }).entries)
  return { ...jsonSchema, required: entries.filter(([, entry]) => entry.type !== 'optional' || v.getDefault(entry) !== undefined).map(([name]) => name) }
}

const settings = { target: 'draft-2020-12', errorMode: 'ignore', definitions: named, overrideAction: action, overrideRef: ({ referenceId }: { readonly referenceId: string }) => `#/components/schemas/${referenceId}` } as const

const bare = ({ $schema: _, $defs: __, ...rest }: JsonSchema): JsonSchema => rest

/** What may be sent. */
export const sent = (schema: v.GenericSchema): JsonSchema => bare(toJsonSchema(schema, settings))
/** What is answered: a record as it is stored. */
export const answered = (schema: v.GenericSchema): JsonSchema => bare(toJsonSchema(schema, { ...settings, overrideSchema: everyField }))

export const commonSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const { definitions: _, ...plain } = settings
  return Object.fromEntries(Object.entries(toJsonSchemaDefs(named, plain)).map(([name, schema]) => [name, { ...bare(schema), description: about[name as keyof typeof named] }]))
}
