/** Bugs to plant in the API for other systems. */
export const api = [
  { name: 'token-gives-all', file: 'shared/core/decide.ts', from: 'if (allowed && !allowed.includes(command.name))', to: 'if (allowed && !allowed.includes(command.name) && !command.name)', by: 'test/server/tokens.test.ts' },
  { name: 'token-for-a-person', file: 'shared/api/tokens.ts', from: ' && !definition.roles.includes(\'volunteer\')', to: '', by: 'test/server/tokens.test.ts' },
  { name: 'token-never-ends', file: 'server/api/tokens.ts', from: 'and(isNull(apiToken.endedAt), gt(apiToken.endsAt, now()))', to: 'isNull(apiToken.endedAt)', by: 'test/server/tokens.test.ts' },
  { name: 'token-not-ended', file: 'server/api/tokens.ts', from: 'and(isNull(apiToken.endedAt), gt(apiToken.endsAt, now()))', to: 'gt(apiToken.endsAt, now())', by: 'test/server/tokens.test.ts' },
  { name: 'token-wait-goes-on', file: 'server/http/v1.ts', from: '        bearer.still(request)\n', to: '', by: 'test/server/tokens.test.ts' },
  { name: 'token-spends-nothing', file: 'server/http/bearer.ts', from: '      if (no) throw', to: '      if (no && !actor) throw', by: 'test/server/tokens.test.ts' },
  { name: 'token-secret-stored', file: 'server/api/tokens.ts', from: 'hash: digest(secret), by,', to: 'hash: digest(secret), unit: secret, by,', by: 'test/server/tokens.test.ts' },
  { name: 'api-page-skips', file: 'server/api/record-page.ts', from: 'const next = page.length < found.length', to: 'const next = page.length > size', by: 'test/server/api.test.ts' },
  { name: 'api-hidden-change', file: 'server/api/record-page.ts', from: '!earlier[i] || !looksSame(audience, kind, earlier[i], whole)', to: 'i >= 0 || whole', by: 'test/sight/token.test.ts' },
  { name: 'api-whole-record', file: 'server/http/v1.ts', from: 'const record = whole && seenBy(board, actor, kind, whole)', to: 'const record = whole && (seenBy(board, actor, kind, whole) ?? whole)', by: 'test/sight/token.test.ts' },
  { name: 'api-other-epoch', file: 'server/http/v1.ts', from: '(epoch !== undefined && epoch !== authority.epoch) || ', to: '', by: 'test/server/api.test.ts' },
  { name: 'token-of-all-townships', file: 'shared/core/named-together.ts', from: 'name.split(\'+\').includes(one)', to: 'one.length > 0', by: 'test/sight/token.test.ts' },
  { name: 'token-of-first-township', file: 'shared/core/named-together.ts', from: 'name.split(\'+\').includes(one)', to: 'name.startsWith(one)', by: 'test/sight/token.test.ts' },
  { name: 'townships-in-any-order', file: 'shared/core/named-together.ts', from: '[...new Set(codes)].sort().join', to: '[...new Set(codes)].join', by: 'test/sight/token.test.ts' },
  { name: 'token-acts-anywhere', file: 'shared/core/actor.ts', from: '(townships?.includes(code) ?? false)', to: 'townships !== undefined', by: 'test/sight/token.test.ts' },
  { name: 'city-for-everybody', file: 'server/http/city.ts', from: 'asker(request, accounts, cityReaders)', to: 'asker(request, accounts)', by: 'test/server/city.test.ts' },
  { name: 'summary-for-parts', file: 'server/http/v1.ts', from: '!== \'staff\') reject(\'forbidden\')', to: '=== \'newcomer\') reject(\'forbidden\')', by: 'test/server/city.test.ts' },
  { name: 'above-reads-records', file: 'server/http/v1.ts', from: 'if (!readsRecords(actor.role)) reject', to: 'if (!actor.role) reject', by: 'test/server/city.test.ts' },
  { name: 'city-other-measure', file: 'shared/api/city.ts', from: ' && one.measure.zh === other.measure.zh', to: '', by: 'test/server/city.test.ts' },
  { name: 'city-refused-figures-stay', file: 'server/city/county-reading.ts', from: 'if (trouble === \'refused\') good = null', to: '', by: 'test/server/city.test.ts' },
  { name: 'city-forgets-figures', file: 'server/city/county-reading.ts', from: 'if (trouble === \'refused\') good', to: 'if (trouble) good', by: 'test/server/city.test.ts' },
  { name: 'second-looks-early', file: 'server/city/city.ts', from: 'await reading', to: 'void reading', by: 'test/server/city.test.ts' },
  { name: 'api-stale-tag', file: 'server/http/v1.ts', from: '{audienceOf(actor)}-', to: '{actor.role.length > 99}-', by: 'test/server/api.test.ts' },
]

/** Bugs to plant in KML and GPX files. */
export const mapFiles = [
  { name: 'shape-with-hole', file: 'shared/zones/from-file.ts', from: 'holes ? \'holes\' : faultOf', to: 'holes > 9 ? \'holes\' : faultOf', by: 'test/transfer/map-shapes.test.ts' },
  { name: 'shape-exchanged-unsaid', file: 'shared/zones/from-file.ts', from: 'error.code === \'outside_county\' && onEarth', to: 'error.code === \'exists\' && onEarth', by: 'test/transfer/map-shapes.test.ts' },
  { name: 'map-entities', file: 'shared/transfer/map-file.ts', from: 'if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw', to: 'if (xml.length === 0) throw', by: 'test/transfer/map-file.test.ts' },
  { name: 'map-any-depth', file: 'shared/transfer/map-file.ts', from: 'if (path.push(tag) > most.depth)', to: 'if (path.push(tag) > 1e9)', by: 'test/transfer/map-file.test.ts' },
  { name: 'map-unescaped', file: 'client/register/map-files.ts', from: '.replaceAll(\'<\', \'&lt;\')', to: '', by: 'test/transfer/map-file.test.ts' },
  { name: 'map-id-lost', file: 'client/register/map-files.ts', from: '<Placemark id="', to: '<Placemark no="', by: 'test/transfer/map-file.test.ts' },
  { name: 'hung-up-keeps-its-place', file: 'server/http/v1.ts', from: 'response.once(\'close\', wake)', to: 'void wake', by: 'test/server/api.test.ts' },
  { name: 'token-signs', file: 'shared/api/tokens.ts', from: '&& !(ofOnePerson as readonly string[]).includes(name)', to: '', by: 'test/server/tokens.test.ts' },
]
