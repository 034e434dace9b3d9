import type { JsonSchema } from '@valibot/to-json-schema'
import type { Kind } from '../../shared/records.ts'
import { codes } from '../../shared/core/rejection.ts'
import { schemas } from '../../shared/records.ts'
import { statusOf } from '../core/statuses.ts'
import { answered } from './json-schema.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
const text: JsonSchema = { type: 'string' }
const object = (properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema =>
  ({ type: 'object', properties: { ...properties }, required: Object.keys(properties).filter(name => !optional.includes(name)) })

const statuses = [...new Set(codes.map(statusOf))].sort()
/** The refusals of every operation, by their status: they are described once. */
export const refusalResponses = Object.fromEntries(statuses.map(status => [`Refused${status}`, { description: codes.filter(code => statusOf(code) === status).slice(0, 4).join(', '), content: { 'application/json': { schema: ref('Refusal') } } }]))
export const refusals = Object.fromEntries(statuses.map(status => [status, { $ref: `#/components/responses/Refused${status}` }]))

/** What the API answers besides records. */
export function answers(kinds: readonly Kind[]): Readonly<Record<string, JsonSchema>> {
  const summary = answered(schemas.incident)
  return {
    Accepted: { ...object({ ok: { const: true }, id: ref('NewId'), seq: ref('Tally'), epoch: text }), description: 'The receipt of a command: the seq of its commit.' },
    Refusal: { ...object({ ok: { const: false }, code: { enum: [...codes] }, detail: text, clashes: { type: 'array', items: { type: 'object' } }, retryAfter: { type: 'number' } }, ['detail', 'clashes', 'retryAfter']), 'description': 'A “no”, with its code. `retryAfter`: milliseconds to wait before the same is sent again.', 'x-statuses': Object.fromEntries(codes.map(code => [code, statusOf(code)])) } as JsonSchema,
    Change: { ...object({ kind: { enum: [...kinds] }, id: ref('Id'), value: { anyOf: [...kinds.map(ref), { type: 'null' }] } }), description: 'A record as it is after the commit; null if it was removed or left the sight of the token.' },
    Commit: { ...object({ seq: ref('Tally'), id: text, name: text, at: ref('Instant'), changes: { type: 'array', items: ref('Change') } }, ['id', 'name', 'at']), description: '`id` is that of the command, `name` that of the command if the token may know it.' },
    Changes: object({ epoch: text, from: ref('Tally'), to: ref('Tally'), end: ref('Tally'), commits: { type: 'array', items: ref('Commit') } }),
    Step: { ...object({ seq: ref('Tally'), id: text, name: text, args: { type: 'object' }, actor: text, at: ref('Instant') }), description: 'One command, who gave it and when, and those of its arguments that a timeline tells.' },
    IncidentSummary: { ...summary, properties: { ...summary.properties, found: ref('Tally'), closed: ref('Tally'), followed: ref('Tally') } },
  }
}
