const guesses = 'test/server/guesses.test.ts'

/** Bugs to plant in how people come in, and in what is counted of those who guess. */
export const accounts = [
  { name: 'forged-forward', file: 'server/http/address.ts', from: 'told.slice(0, hops)', to: 'told', by: guesses },
  { name: 'proxy-is-the-client', file: 'server/http/address.ts', from: '      client = address\n', to: '', by: guesses },
  { name: 'every-ipv6-counts', file: 'server/http/address.ts', from: '.slice(0, 4)', to: '', by: guesses },
  { name: 'guesses-uncounted', file: 'server/http/guesses.ts', from: 'wrong.includes(error.code)', to: 'false', by: guesses },
  { name: 'good-links-counted', file: 'server/http/guesses.ts', from: '    try {\n', to: '    await paced(tries, addressOf(request))\n    try {\n', by: guesses },
  { name: 'no-retry-after', file: 'server/http/answer.ts', from: 'response.set(\'retry-after\'', to: 'void (\'retry-after\'', by: guesses },
]
