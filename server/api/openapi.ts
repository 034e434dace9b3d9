import type { JsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { Definition } from '../../shared/core/command.ts'
import type { Kind } from '../../shared/records.ts'
import { OverviewFields } from '../../shared/api/overview.ts'
import { ChangesQuery, Given, RecordsQuery } from '../../shared/api/requests.ts'
import { readsRecords, tokenMayGive, tokenRoles } from '../../shared/api/tokens.ts'
import { commands } from '../../shared/commands.ts'
import { audienceOf, seesAny } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'
import { answered, commonSchemas, sent } from './json-schema.ts'
import { answers, refusalResponses, refusals } from './openapi-answers.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
const answer = (description: string, schema: JsonSchema) => ({ description, content: json(schema) })
/** `reportIssue` in words. */
const inWords = (name: string): string => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`).replace(/^./, letter => letter.toUpperCase())

const inPath = (name: string, description: string) => ({ name, in: 'path', required: true, description, schema: ref('Id') })
const paths = { incident: inPath('incident', 'The id of the incident; that of the first is `first`.'), id: inPath('id', 'The id of the record.') }
const [incident, id] = ['incident', 'id'].map(name => ({ $ref: `#/components/parameters/${name}` }))

function inQuery(schema: typeof RecordsQuery | typeof ChangesQuery) {
  const { properties = {}, required = [] } = sent(schema)
  return Object.entries(properties).map(([name, one]) => {
    const { description, ...rest } = one as JsonSchema
    return { name, in: 'query', required: required.includes(name), description, schema: rest }
  })
}

/** The kinds of which some token can see records, and the roles whose tokens see them. */
function readable(): { readonly kind: Kind, readonly roles: readonly string[] }[] {
  const audiences = tokenRoles.filter(readsRecords).map(role => ({ role, audience: audienceOf({ id: '', role, township: 'x', unit: 'x' }) }))
  return kinds.map(kind => ({ kind, roles: audiences.filter(one => seesAny(one.audience, kind)).map(one => one.role) })).filter(one => one.roles.length)
}

const ofKind = ({ kind, roles }: ReturnType<typeof readable>[number]) => ({
  [`/incidents/{incident}/records/${kind}`]: { get: {
    'operationId': `list_${kind}`,
    'tags': ['records'],
    'summary': `${inWords(kind)}: page by page`,
    'x-kind': kind,
    'x-roles': roles,
    'parameters': [incident, ...inQuery(RecordsQuery).filter(({ name }) => name !== 'township' || 'township' in schemas[kind].entries)],
    'responses': { ...refusals, 200: answer('A page of records in the order of their ids.', { type: 'object', required: ['epoch', 'seq', 'records', 'next'], properties: { epoch: { type: 'string' }, seq: ref('Tally'), records: { type: 'array', items: ref(kind) }, next: { anyOf: [ref('Id'), { type: 'null' }], description: 'Ask for the next page with `after` set to this; null on the last page.' } } }) },
  } },
  [`/incidents/{incident}/records/${kind}/{id}`]: { get: {
    operationId: `read_${kind}`,
    tags: ['records'],
    summary: `${inWords(kind)}: one record`,
    parameters: [incident, id],
    responses: { ...refusals, 200: answer('The record.', { type: 'object', required: ['epoch', 'seq', 'record'], properties: { epoch: { type: 'string' }, seq: ref('Tally'), record: ref(kind) } }) },
  } },
})

function ofCommand(name: string, definition: Pick<Definition, 'args'>) {
  const { properties = {} } = sent(Given)
  const { $ref: _, ...commandId } = properties.id as JsonSchema
  return { [`/incidents/{incident}/commands/${name}`]: { post: {
    'operationId': name,
    'tags': ['commands'],
    'summary': inWords(name),
    'x-roles': tokenRoles.filter(role => tokenMayGive(role, name)),
    'parameters': [incident],
    'requestBody': { required: true, content: json({ type: 'object', required: ['id', 'args'], additionalProperties: false, properties: { id: commandId, args: sent(definition.args as v.GenericSchema) } }) },
    'responses': { ...refusals, 201: answer('Done. The same answer comes again if the command is sent again.', ref('Accepted')) },
  } } }
}

function document() {
  const known = readable()
  const given = Object.entries(commands).filter(([name]) => tokenRoles.some(role => tokenMayGive(role, name))).sort(([one], [other]) => one < other ? -1 : 1)
  return {
    openapi: '3.1.0',
    info: { title: 'Yixian', version: '1', description: 'The board for other systems: read its records, give its commands, and follow what changes. An administrator makes a token; what it sees and may do is decided by the rules that hold for people.' },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    tags: [{ name: 'records' }, { name: 'commands' }, { name: 'changes' }],
    paths: {
      '/summary': { get: { operationId: 'summary', tags: ['records'], summary: 'The county in figures, for the level above', responses: { ...refusals, 200: answer('Each incident in figures, its late issues, and what the county lacks and can spare. For tokens of the whole county.', { type: 'array', items: ref('Overview') }) } } },
      '/incidents': { get: { operationId: 'incidents', tags: ['records'], summary: 'The incidents of this server', responses: { ...refusals, 200: answer('All incidents. The counts cover the issues that the token sees.', { type: 'array', items: ref('IncidentSummary') }) } } },
      ...Object.assign({}, ...known.map(ofKind)),
      '/incidents/{incident}/records/{kind}/{id}/history': { get: { operationId: 'history', tags: ['records'], summary: 'The timeline of a record', parameters: [incident, { name: 'kind', in: 'path', required: true, schema: { enum: known.map(({ kind }) => kind) } }, id], responses: { ...refusals, 200: answer('What was done with the record, the newest first, at most 200 steps.', { type: 'array', items: ref('Step') }) } } },
      '/incidents/{incident}/changes': { get: { operationId: 'changes', tags: ['changes'], summary: 'What changed after a seq', parameters: [incident, ...inQuery(ChangesQuery)], responses: { ...refusals, 200: answer('Commits in order. Ask again with `after` set to `to`, at once while `to` is less than `end`.', ref('Changes')) } } },
      ...Object.assign({}, ...given.map(([name, definition]) => ofCommand(name, definition))),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token that an administrator made. It is sent in this header and nowhere else.' } },
      parameters: paths,
      responses: refusalResponses,
      schemas: { Overview: answered(OverviewFields), ...commonSchemas(), ...answers(known.map(({ kind }) => kind)), ...Object.fromEntries(known.map(({ kind }) => [kind, answered(schemas[kind])])) },
    },
  }
}

let made: string | undefined
/** The OpenAPI 3.1 document: every command that a token can give and every kind that one can see. */
export const openApi = (): string => made ??= JSON.stringify(document())
