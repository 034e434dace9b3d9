/** The parts of the OpenAPI document that the reference draws. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}
interface Operation {
  readonly 'operationId': string
  readonly 'x-kind'?: string
  readonly 'x-roles'?: readonly string[]
  readonly 'requestBody'?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema & { readonly 'x-statuses'?: Readonly<Record<string, number>> }>> }
}

/** A command or a kind in the list. */
export interface Entry { readonly name: string, readonly path: string, readonly roles: readonly string[], readonly schema: Schema }

export function commandsOf({ paths }: OpenApi): Entry[] {
  return Object.entries(paths).flatMap(([path, { post }]) => {
    const schema = post?.requestBody?.content['application/json'].schema.properties?.args
    return post && schema ? [{ name: post.operationId, path, roles: post['x-roles'] ?? [], schema }] : []
  })
}
export function kindsOf({ paths, components }: OpenApi): Entry[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const kind = get?.['x-kind']
    const schema = kind ? components.schemas[kind] : undefined
    return get && kind && schema ? [{ name: kind, path, roles: get['x-roles'] ?? [], schema }] : []
  })
}

/** One field: its path, such as `checkIn.at` or `items[].text`; `type` names a JSON type, a shared schema, or is `choice`. */
export interface Field { readonly path: string, readonly type: string, readonly list: boolean, readonly none: boolean, readonly required: boolean, readonly choices: readonly string[], readonly limits: string, readonly preset: string }

/** How many levels of fields within fields are listed. */
const deepest = 4

/** The fields of an object, and those within them. */
export function fieldsOf({ properties = {}, required = [] }: Schema, before = '', depth = 0): Field[] {
  return Object.entries(properties).flatMap(([name, whole]) => {
    const some = whole.anyOf?.filter(one => one.type !== 'null')
    const one = some?.length === 1 && some[0] ? some[0] : whole
    const list = one.type === 'array' && one.items !== undefined
    const item = (list ? one.items : one) ?? one
    const path = `${before}${name}${list ? '[]' : ''}`
    const field = { path, type: typeOf(item), list, none: whole.anyOf?.some(({ type }) => type === 'null') ?? false, required: required.includes(name), choices: choicesOf(item), limits: limitsOf(one, item), preset: presetOf(whole) }
    return [field, ...depth < deepest && item.properties ? fieldsOf(item, `${path}.`, depth + 1) : []]
  })
}

const typeOf = ({ $ref, type, enum: choices, const: only, prefixItems }: Schema): string =>
  $ref?.split('/').at(-1) ?? (choices || only !== undefined ? 'choice' : prefixItems ? 'array' : type ?? 'any')
const choicesOf = ({ enum: choices, const: only }: Schema): string[] => (choices ?? (only === undefined ? [] : [only])).map(String)
const presetOf = ({ default: preset }: Schema): string => preset === undefined || preset === null || preset === '' || (Array.isArray(preset) && !preset.length) ? '' : JSON.stringify(preset)

function limitsOf(whole: Schema, item: Schema): string {
  const span = (from: number | undefined, to: number | undefined) => from === undefined && to === undefined ? '' : `${from ?? ''} … ${to ?? ''}`.trim()
  // A limit in characters is said in the description.
  const characters = item.type === 'string' ? /\d+/.exec(item.description ?? '')?.[0] : undefined
  const entries = whole === item ? '' : span(whole.minItems, whole.maxItems)
  return [span(item.minimum, item.maximum), span(item.minLength, characters ? Number(characters) : item.maxLength), entries && `[${entries}]`].filter(Boolean).join(', ')
}

/** A value that fits the schema, for an example: the fields that must be there, and no others. `township` is the code of one. */
export function exampleOf(schema: Schema, township: string, name = ''): unknown {
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  if (schema.anyOf) return schema.anyOf.some(({ type }) => type === 'null') ? null : schema.anyOf[0] ? exampleOf(schema.anyOf[0], township, name) : null
  const shared: Readonly<Record<string, unknown>> = { Id: 'x1', NewId: 'x1', Instant: 1653264000000, Day: '2022-05-23', Lng: 110.2, Lat: 21.7, Count: 1, Tally: 0 }
  const ref = schema.$ref?.split('/').at(-1)
  if (ref) return name === 'township' ? township : shared[ref] ?? ref
  if (schema.prefixItems) return schema.prefixItems.map(item => exampleOf(item, township))
  if (schema.type === 'array') return schema.items ? Array.from({ length: schema.minItems ?? 1 }, () => exampleOf(schema.items ?? {}, township)) : []
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 0
  if (schema.type === 'boolean') return false
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map(key => [key, exampleOf(schema.properties?.[key] ?? {}, township, key)]))
  return '…'
}
