const by = 'test/server/screens.test.ts'

/** Bugs to plant in the pairing, the changing and the revoking of wall screens. */
export const wall = [
  { name: 'code-twice', file: 'server/people/pairings.ts', from: 'one.code === code && one.account === null', to: 'one.code === code', by },
  { name: 'code-for-ever', file: 'server/people/pairings.ts', from: 'if (until <= now()) waiting.delete(key)', to: '', by },
  { name: 'any-code', file: 'server/people/pairings.ts', from: 'withCode(code) ?? reject(\'not_found\')', to: '[...waiting.values()].find(one => one.account === null) ?? reject(\'not_found\')', by },
  { name: 'screen-session-twice', file: 'server/people/pairings.ts', from: '      waiting.delete(digest(secret))\n      return used', to: '      return used', by },
  { name: 'codes-guessed', file: 'server/http/screens.ts', from: 'spent && spent.consumedPoints >= most.wrong', to: 'false', by },
  { name: 'codes-unlimited', file: 'server/http/screens.ts', from: '      await paced(codes, addressOf(request))\n', to: '', by },
  { name: 'anybody-pairs', file: 'server/http/screens.ts', from: 'asker(request, accounts, headquarters)', to: 'asker(request, accounts)', by },
  { name: 'screen-of-no-incident', file: 'server/http/screens.ts', from: 'incidents.find(settings.incident) ? settings : reject(\'invalid\', \'incident\')', to: 'settings', by },
  { name: 'revoked-stays', file: 'server/http/screens.ts', from: '      onRevoked(request.params.id)\n', to: '', by },
  { name: 'link-for-a-screen', file: 'server/people/sessions.ts', from: '      if (isScreen(id)) reject(\'not_found\')\n', to: '', by },
  { name: 'screen-becomes-admin', file: 'server/people/accounts.ts', from: 'const former = ofPerson(id)', to: 'const former = row(id)', by },
  { name: 'screen-comes-back', file: 'server/people/accounts.ts', from: 'eq(account.id, ofPerson(id).id)', to: 'eq(account.id, row(id).id)', by },
  { name: 'screen-is-a-person', file: 'server/people/accounts.ts', from: '.where(isNull(screen.account))', to: '', by },
  { name: 'views-twice', file: 'shared/incident/screens.ts', from: ', v.check(once, \'views\')', to: '', by },
]
