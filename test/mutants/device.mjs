/** Bugs to plant in the device: replica and link. */
export const device = [
  { name: 'gap', file: 'client/sync/replica.ts', from: 'frame.epoch !== this.epoch || frame.from > this.seq', to: 'frame.epoch !== this.epoch' },
  { name: 'queue-lost-in-snapshot', file: 'client/sync/replica.ts', from: 'this.#replay(queue.filter(one => one.accepted === undefined || one.accepted > snapshot.seq), keys)', to: 'this.#replay([], keys)' },
  { name: 'stale-view', file: 'client/sync/replica.ts', from: 'const keys = new Set([...changed, ...before.map(keyOf), ', to: 'const keys = new Set([...changed, ' },
  { name: 'vault-keeps', file: 'client/sync/link.ts', from: 'await vault.drop(command.id)\n      return', to: 'return' },
  { name: 'refusal-lost', file: 'client/sync/link.ts', from: 'await vault.keepRefused(refused)', to: 'void refused' },
  { name: 'dropped-too-early', file: 'client/sync/link.ts', from: 'const next = replica.queue.find(one => one.accepted === undefined)', to: 'const next = replica.queue.find(one => one.accepted === undefined)\n        if (next) await vault.drop(next.command.id)' },
  { name: 'board-in-a-loop', file: 'client/sync/link.ts', from: 'if (fetched || answer.code', to: 'if (answer.code', by: 'test/sync/reconnect.test.ts' },
  { name: 'judged-on-an-old-view', file: 'client/sync/replica.ts', from: 'judged.view === this.#version ? judged', to: 'judged ? judged', by: 'test/sync/replica.test.ts' },
  { name: 'judged-twice', file: 'client/sync/replica.ts', from: 'judged.view === this.#version ? judged', to: 'judged.view < 0 ? judged', by: 'test/sync/replica.test.ts' },
  { name: 'refused-late-and-kept', file: 'client/core/dispatch.ts', from: 'await vault.drop(command.id)', to: 'void command', by: 'test/client/dispatch.test.ts' },
  { name: 'trusts-the-device-clock', file: 'client/core/clock.ts', from: 'Date.now() - ahead\n', to: 'Date.now()\n', by: 'test/client/clock.test.ts' },
  { name: 'clock-forgotten-offline', file: 'client/core/clock.ts', from: '  localStorage.setItem(slot, String(ahead))\n', to: '', by: 'test/client/clock.test.ts' },
  { name: 'refusals-tell-no-time', file: 'client/core/http.ts', from: '  followServer(Date.parse(response.headers.get(\'date\') ?? \'\'))\n', to: '  if (response.ok) followServer(Date.parse(response.headers.get(\'date\') ?? \'\'))\n', by: 'test/client/clock.test.ts' },
]
