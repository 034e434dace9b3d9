/** Bugs to plant in the rules that close holes: ids, photos, codes, plans, figures. */
export const rules = [
  { name: 'id-means-any-arguments', file: 'server/authority.ts', from: '&& sameCommand(earlier, command)', to: '', by: 'test/server/authority.test.ts' },
  { name: 'tilde-from-outside', file: 'shared/records/fields.ts', from: '/^[\\w-]{1,64}$/', to: '/^[\\w~-]{1,64}$/', by: 'test/rules/commands.test.ts' },
  { name: 'clock-id-taken', file: 'shared/due.ts', from: `joinedId('~', 'clock', 'bulletin', day)`, to: '`clock-bulletin-` + day', by: 'test/server/bulletins.test.ts' },
]
