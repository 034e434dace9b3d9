/** Bugs to plant in the rules that close holes: ids, photos, codes, plans, figures. */
export const rules = [
  { name: 'id-means-any-arguments', file: 'server/authority.ts', from: '&& sameCommand(earlier, command)', to: '', by: 'test/server/authority.test.ts' },
  { name: 'tilde-from-outside', file: 'shared/records/fields.ts', from: '[\\w-]{1,64}', to: '[\\w~-]{1,64}', by: 'test/rules/commands.test.ts' },
  { name: 'clock-id-taken', file: 'shared/due.ts', from: `joinedId('~', 'clock', 'bulletin', day)`, to: '`clock-bulletin-` + day', by: 'test/server/bulletins.test.ts' },
  { name: 'any-bytes-for-a-photo', file: 'server/http/photos.ts', from: '!fitsPhoto(photo, request.body)', to: 'photo === request.path', by: 'test/server/photos.test.ts' },
  { name: 'photo-of-another', file: 'server/photo-rights.ts', from: 'if (named && named.actor !== actor.id)', to: 'if (named && !named.actor)', by: 'test/server/photos.test.ts' },
  { name: 'photos-without-end', file: 'server/photo-rights.ts', from: 'sent.count >= most.count || sent.bytes >= most.bytes', to: 'sent.bytes >= most.bytes', by: 'test/server/photos.test.ts' },
]
