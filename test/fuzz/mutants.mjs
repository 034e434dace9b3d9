import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { ensureInstalled, root } from '../../server/install.mjs'

// `npm run mutants`: plants one bug at a time in a copy of the sources and lets the fuzz look for it, and for what the fuzz seldom meets the tests
// of the rules. Every one must be found; each line says by which.
// `npm run mutants -- gap no-removal` plants only those.

const bugs = [
  ['short-tail', 'server/authority.ts', 'missed < 0 || missed > this.#tail.length', 'missed < 0'],
  ['no-dedupe', 'server/authority.ts', 'commits.get(command.id) ?? await this.#store.find(command.id)', 'commits.get(command.id)'],
  ['forged-id', 'server/authority.ts', 'earlier.actor === actor.id', 'earlier.actor'],
  ['lost-race-ignored', 'server/authority.ts', 'if (commits.length && !await this.#store.append(commits)) {', 'if (commits.length && !await this.#store.append(commits) && attempt > 9) {'],
  ['batch-forgets', 'server/authority.ts', 'draft.apply(changes)', 'void changes'],
  ['seq-skips', 'server/authority.ts', 'this.board.seq + commits.size + 1', 'this.board.seq + decided.length + 1'],
  ['applied-twice', 'server/authority.ts', 'commits.filter(commit => commit.seq > this.board.seq)', 'commits.filter(Boolean)'],
  ['before-is-after', 'server/authority.ts', 'commit.changes.map(({ kind, id }) => this.board.get(kind, id))', 'commit.changes.map(({ value }) => value ?? undefined)'],
  ['no-removal', 'server/frames.ts', 'lost && change.kind', 'false && change.kind'],
  ['leak-in-frame', 'server/frames.ts', 'if (change.value && visible(audience, change.kind, change.value))', 'if (change.value)'],
  ['leak-in-snapshot', 'server/snapshots.ts', 'filter(record => visible(audience, kind, record))', 'filter(record => record)'],
  ['gap', 'client/sync/replica.ts', 'frame.epoch !== this.epoch || frame.from > this.seq', 'frame.epoch !== this.epoch'],
  ['queue-lost-in-snapshot', 'client/sync/replica.ts', 'this.#replay(queue.filter(one => one.accepted === undefined || one.accepted > snapshot.seq), keys)', 'this.#replay([], keys)'],
  ['stale-view', 'client/sync/replica.ts', 'const keys = new Set([...changed, ...before.map(keyOf), ', 'const keys = new Set([...changed, '],
  ['vault-keeps', 'client/sync/link.ts', 'await vault.drop(command.id)\n      return', 'return'],
  ['refusal-lost', 'client/sync/link.ts', 'await vault.keepRefused(refused)', 'void refused'],
  ['dropped-too-early', 'client/sync/link.ts', 'const next = replica.queue.find(one => one.accepted === undefined)', 'const next = replica.queue.find(one => one.accepted === undefined)\n        if (next) await vault.drop(next.command.id)'],
  ['one-too-many', 'shared/commands/shifts-claims.ts', 'if (shift.claimedBy.length >= shift.needed) reject(\'shift_full\')\n    const unfit', 'if (shift.claimedBy.length > shift.needed) reject(\'shift_full\')\n    const unfit'],
  ['two-posts', 'shared/fatigue.ts', 'if (rival) return { code: \'shift_clash\', detail: rival.id }', ''],
  ['no-rest', 'shared/commands/shifts-claims.ts', 'untrained(shift, actor, facts) ?? worn(draft, shift, actor.id, facts)', 'untrained(shift, actor, facts)'],
  ['edit-under-claims', 'shared/commands/shifts.ts', 'if (shift.claimedBy.length > shift.needed) reject(\'shift_full\')', ''],
  ['edit-into-clash', 'shared/commands/shifts.ts', 'if (shift.startsAt !== before.startsAt || shift.endsAt !== before.endsAt) bearable(draft, shift, context.facts)', ''],
  ['last-first', 'shared/duty.ts', 'for (const person of shift.waitlist) {', 'for (const person of [...shift.waitlist].reverse()) {'],
  ['tired-promoted', 'shared/duty.ts', 'if (holds(filled, person) || worn(draft, filled, person, context.facts)) continue', 'if (holds(filled, person)) continue'],
  ['half-a-swap', 'shared/commands/shifts-swaps.ts', 'if (other) draft.put(\'shift\', replace(draft, other, actor.id, swap.by, facts))', ''],
  ['half-a-team', 'shared/commands/shifts-crews.ts', 'if (shift.claimedBy.length + people.length > shift.needed)', 'if (shift.claimedBy.length >= shift.needed)'],
  ['any-order', 'shared/commands/shifts-posts.ts', '.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))\n}', '\n}'],
  ['line-lost', 'shared/ledger.ts', 'draft.put(\'move\', { ...line, place: place.id, township: place.township })', ''],
  ['below-zero', 'shared/ledger.ts', 'if (quantity < 0) reject(\'not_in_stock\')', ''],
  ['over-allocated', 'shared/commands/deliveries.ts', 'if (shortage && quantity > stillWanted(shortage, facts)) reject(\'more_than_needed\', String(stillWanted(shortage, facts)))', ''],
  ['more-than-sent', 'shared/commands/deliveries.ts', 'if (received > delivery.quantity) reject(\'more_than_needed\', String(delivery.quantity))', ''],
  // eslint-disable-next-line no-template-curly-in-string -- it is the text of the source
  ['old-record-shows', 'shared/board.ts', 'if (!this.#changes.has(`${kind}/${record.id}`)) yield record', 'yield record'],
]

ensureInstalled()
const wanted = process.argv.slice(2)
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-mutants-'))
process.on('exit', () => fs.rmSync(copy, { recursive: true, force: true }))
for (const part of ['shared', 'server', 'client', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts']) fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))

/** What these tests said of the copy as it stands: the first line of the complaint, or null. */
function complaint(...which) {
  return new Promise((done) => {
    const seeds = process.env.FUZZ_SEEDS ?? '200'
    const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...which], { cwd: copy, env: { ...process.env, FUZZ_SEEDS: seeds, NO_COLOR: '1' } })
    let said = ''
    for (const stream of [run.stdout, run.stderr]) stream.on('data', text => said += text)
    run.on('exit', status => done(status === 0 ? null : /Error: (.*)/.exec(said)?.[1] ?? said.slice(-400)))
  })
}

let missed = 0
for (const [name, file, from, to] of bugs) {
  if (wanted.length && !wanted.includes(name)) continue
  const target = path.join(copy, file)
  const text = fs.readFileSync(target, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${name}: its place in ${file} is not there once any more`)
  fs.writeFileSync(target, text.replace(from, () => to))
  const fuzzed = await complaint('--project', 'fuzz')
  const found = fuzzed ?? (file.startsWith('shared/') ? await complaint('--project', 'unit', 'test/rules') : null)
  fs.writeFileSync(target, text)
  if (!found) missed++
  console.log(JSON.stringify({ bug: name, file, found: Boolean(found), by: found && (fuzzed ? 'fuzz' : 'rules'), said: found?.slice(0, 120) }))
}
process.exit(missed ? 1 : 0)
