/** Bugs to plant in the rules that close holes: ids, photos, codes, plans, figures. */
export const rules = [
  { name: 'id-means-any-arguments', file: 'server/authority.ts', from: '&& sameCommand(earlier, command)', to: '', by: 'test/server/authority.test.ts' },
  { name: 'tilde-from-outside', file: 'shared/records/fields.ts', from: '[\\w-]{1,64}', to: '[\\w~-]{1,64}', by: 'test/rules/commands.test.ts' },
  { name: 'clock-id-taken', file: 'shared/due.ts', from: `joinedId('~', 'clock', 'bulletin', day)`, to: '`clock-bulletin-` + day', by: 'test/server/bulletins.test.ts' },
  { name: 'any-bytes-for-a-photo', file: 'server/http/photos.ts', from: '!fitsPhoto(photo, hash)', to: 'photo === hash', by: 'test/server/photos.test.ts' },
  { name: 'photo-of-another', file: 'server/photo-rights.ts', from: 'if (named && named.actor !== actor.id)', to: 'if (named && !named.actor)', by: 'test/server/photos.test.ts' },
  { name: 'photos-without-end', file: 'server/photo-rights.ts', from: 'sent.count >= most.count || sent.bytes >= most.bytes', to: 'sent.bytes >= most.bytes', by: 'test/server/photos.test.ts' },
  { name: 'pace-is-the-first', file: 'shared/summary.ts', from: 'Math.round((low + high) * 50)', to: 'Math.round((shares[0] ?? 0) * 100)', by: 'test/rules/bulletins.test.ts' },
  { name: 'pace-is-the-mean', file: 'shared/summary.ts', from: 'Math.round((low + high) * 50)', to: 'Math.round(shares.reduce((sum, one) => sum + one, 0) / shares.length * 100)', by: 'test/rules/bulletins.test.ts' },
  { name: 'recheck-counts-as-work', file: 'shared/issue-steps.ts', from: 'fixedAt ?? (state === \'closed\' || state === \'awaiting\' ? since : null)', to: 'state === \'closed\' || state === \'awaiting\' ? since : fixedAt', by: 'test/rules/bulletins.test.ts' },
  { name: 'closed-is-never-late', file: 'shared/issue-steps.ts', from: 'overdue(issue, now) || (stoppedAt(issue) ?? 0) > issue.deadline', to: 'overdue(issue, now)', by: 'test/rules/bulletins.test.ts' },
  { name: 'relapses-of-the-open-only', file: 'shared/summary.ts', from: 'some.reduce((sum, { relapses }) => sum + relapses, 0)', to: 'some.filter(({ state }) => state !== \'closed\').reduce((sum, { relapses }) => sum + relapses, 0)', by: 'test/rules/bulletins.test.ts' },
  { name: 'own-version-is-newer', file: 'shared/commands/briefings.ts', from: 'before.by !== actor.id && ', to: '', by: 'test/rules/plans.test.ts' },
  { name: 'said-in-another-phase', file: 'shared/current.ts', from: '!said || said === phase', to: 'phase !== undefined || said === phase', by: 'test/rules/records.test.ts' },
  { name: 'feed-of-frames-alone', file: 'client/sync/together.ts', from: '[...came.filter(({ seq }) => !known.has(seq)), ...asked]', to: 'came.length ? [...came] : [...asked]', by: 'test/client/feed.test.ts' },
]
