import { expect, it } from 'vitest'
import { openApi } from '../../server/api/openapi.ts'
import { tokenMayGive, tokenRoles } from '../../shared/api/tokens.ts'
import { commands } from '../../shared/commands.ts'
import { codes } from '../../shared/core/rejection.ts'
import { kinds } from '../../shared/kinds.ts'

interface Operation { readonly 'operationId': string, readonly 'x-roles'?: readonly string[], readonly 'responses': Readonly<Record<string, unknown>> }
interface Schema { readonly properties: Readonly<Record<string, unknown>>, readonly required?: readonly string[], readonly enum?: readonly string[] }
const document = JSON.parse(openApi()) as { readonly openapi: string, readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>, readonly components: { readonly schemas: Readonly<Record<string, Schema>>, readonly responses: object, readonly parameters: object } }
const operations = Object.values(document.paths).flatMap(path => Object.values(path))

it('[F93] [AP4] the OpenAPI document has every command that a token can be allowed and every kind that one can see, and no other', () => {
  const given = Object.keys(commands).filter(name => tokenRoles.some(role => tokenMayGive(role, name)))
  expect(given.length).toBeGreaterThan(100)
  expect(operations.map(one => one.operationId).filter(id => id in commands).sort()).toEqual(given.sort())
  const listed = operations.map(one => one.operationId).filter(id => id.startsWith('list_')).map(id => id.slice(5))
  expect(kinds.filter(kind => !listed.includes(kind))).toEqual(['counter', 'placeKey', 'postKey'])
  expect(document.paths['/incidents/{incident}/commands/advanceIssue']?.post?.['x-roles']).toEqual(['coordinator', 'officer', 'unit'])
  expect(new Set(operations.map(one => one.operationId)).size).toBe(operations.length)
})

it('[F93] [AP4] every reference in it leads somewhere, every operation can be refused, and every code has its status', () => {
  const refs = [...openApi().matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')
  const names = Object.entries(document.components).flatMap(([part, all]) => Object.keys(all).map(name => `#/components/${part}/${name}`))
  expect([...new Set(refs)].filter(ref => !names.includes(ref))).toEqual([])
  expect(operations.every(({ responses }) => ['400', '401', '403', '404', '409', '429'].every(status => status in responses))).toBe(true)
  expect((document.components.schemas.Refusal as { 'x-statuses'?: Record<string, number> })['x-statuses']).toMatchObject({ invalid: 400, signed_out: 401, shift_full: 409, slow_down: 429 })
  expect(Object.keys((document.components.schemas.Refusal as { 'x-statuses'?: object })['x-statuses'] ?? {})).toEqual([...codes])
})

it('[F93] [AP4] the document says what the schemas say: fields, which of them must be there, limits and choices', () => {
  const args = document.paths['/incidents/{incident}/commands/reportIssue'] as unknown as { post: { requestBody: { content: { 'application/json': { schema: { properties: { args: Schema & { additionalProperties: boolean } } } } } } } }
  const report = args.post.requestBody.content['application/json'].schema.properties.args
  expect([report.required, report.additionalProperties]).toEqual([['issue', 'title', 'aspect', 'severity', 'township', 'lng', 'lat'], false])
  expect(report.properties).toMatchObject({ issue: { $ref: '#/components/schemas/NewId' }, title: { type: 'string', minLength: 1, description: 'At most 80 characters.' }, severity: { enum: ['immediate', 'day', 'threeDays'] }, photos: { maxItems: 9 } })
  const { issue } = document.components.schemas
  expect(issue?.required).toContain('note')
  expect(document.openapi).toBe('3.1.0')
})
